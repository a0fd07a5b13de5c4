"use client";

import Link from "next/link";
import { signIn, signOut, useSession } from "next-auth/react";

export function Labels() {
  const { data: session, status } = useSession();
  return (
    <nav>
      <h1>{status === "loading" ? null : session ? "Your shelf" : "The library"}</h1>
      <button onClick={() => (session ? signOut() : signIn())}>{session ? "Sign out" : "Sign in"}</button>
      <button>Go to {status === "loading" ? null : session ? "your shelf" : "the library"}</button>
      <Link href="/shelf">
        {session ? "Your shelf" : "Sign in"}
      </Link>
      <button>{status === "unauthenticated" && "Sign in"}</button>
    </nav>
  );
}
