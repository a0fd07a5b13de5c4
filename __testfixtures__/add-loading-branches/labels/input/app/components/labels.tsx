"use client";

import Link from "next/link";
import { signIn, signOut, useSession } from "next-auth/react";

export function Labels() {
  const { data: session } = useSession();
  return (
    <nav>
      <h1>{session ? "Your shelf" : "The library"}</h1>
      <button onClick={() => (session ? signOut() : signIn())}>{session ? "Sign out" : "Sign in"}</button>
      <button>Go to {session ? "your shelf" : "the library"}</button>
      <Link href="/shelf">
        {session ? "Your shelf" : "Sign in"}
      </Link>
      <button>{!session && "Sign in"}</button>
    </nav>
  );
}
