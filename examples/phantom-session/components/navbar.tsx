"use client";

import Link from "next/link";
import { signOut, useSession } from "next-auth/react";

export function Navbar() {
  const { data: session } = useSession();

  return (
    <header className="navbar">
      <Link href="/" className="brand">
        Toolshed
      </Link>
      <nav>
        <Link href="/dashboard">My loans</Link>
        <Link href="/account">Account</Link>
      </nav>
      <div className="who">
        {session ? (
          <>
            <span>{session.user.name}</span>
            <button type="button" onClick={() => signOut({ callbackUrl: "/" })}>
              Sign out
            </button>
          </>
        ) : (
          <Link href="/login">Sign in</Link>
        )}
      </div>
    </header>
  );
}
