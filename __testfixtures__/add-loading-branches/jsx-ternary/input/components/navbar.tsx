"use client";

import Link from "next/link";
import { signOut, useSession } from "next-auth/react";

export function Navbar() {
  const { data: session } = useSession();

  return (
    <header>
      <Link href="/">Orchard</Link>
      <nav>{session ? <Link href="/account">Account</Link> : <Link href="/login">Sign in</Link>}</nav>
      <div>
        {session?.user ? (
          <button onClick={() => signOut()}>Sign out</button>
        ) : (
          <Link href="/register">Register</Link>
        )}
      </div>
    </header>
  );
}
