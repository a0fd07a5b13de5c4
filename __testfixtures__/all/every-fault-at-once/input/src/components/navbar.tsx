"use client";

import { signOut, useSession } from "next-auth/react";
import Link from "next/link";

export function Navbar() {
  const { data: session } = useSession();

  return (
    <nav>
      <Link href="/">Harbour</Link>
      {session ? <button onClick={() => signOut()}>Sign out</button> : <Link href="/login">Sign in</Link>}
    </nav>
  );
}
