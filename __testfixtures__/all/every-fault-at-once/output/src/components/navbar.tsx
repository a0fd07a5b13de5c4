"use client";

import { signOut, useSession } from "next-auth/react";
import Link from "next/link";

export function Navbar() {
  const { data: session, status } = useSession();

  return (
    <nav>
      <Link href="/">Harbour</Link>
      {status === "loading" ? (
        <div role="status" aria-busy="true">Loading…</div>
      ) : session ? <button onClick={() => signOut()}>Sign out</button> : <Link href="/login">Sign in</Link>}
    </nav>
  );
}
