"use client";

import Link from "next/link";
import { signOut, useSession } from "next-auth/react";

export function Navbar() {
  const { data: session, status } = useSession();

  return (
    <header>
      <Link href="/">Orchard</Link>
      <nav>{status === "loading" ? (
        <div className="animate-pulse h-10 w-full bg-gray-200 rounded" />
      ) : session ? <Link href="/account">Account</Link> : <Link href="/login">Sign in</Link>}</nav>
      <div>
        {status === "loading" ? (
          <div className="animate-pulse h-10 w-full bg-gray-200 rounded" />
        ) : session?.user ? (
          <button onClick={() => signOut()}>Sign out</button>
        ) : (
          <Link href="/register">Register</Link>
        )}
      </div>
    </header>
  );
}
