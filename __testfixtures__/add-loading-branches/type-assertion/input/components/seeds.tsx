"use client";

import type { Session } from "next-auth";
import { useSession } from "next-auth/react";

export function Seeds() {
  const { data: session } = useSession() as { data: (Session & { seeds: number }) | null };
  if (!session) {
    return <p>Sign in to count your seeds.</p>;
  }
  return <p>{session.seeds}</p>;
}

export function Soil() {
  const { user } = useSession()?.data || {};
  return <div>{user ? <b>{user.name}</b> : <a href="/login">Sign in</a>}</div>;
}

export function Water() {
  const { data: session }: any = useSession();
  return <div>{session ? <b>{session.litres}</b> : <a href="/login">Sign in</a>}</div>;
}
