"use client";

import { signIn, useSession } from "next-auth/react";

export function Account() {
  const { data: session } = useSession();
  if (session) return <b>{session.user?.name}</b>;
  return <button onClick={() => signIn()}>Sign in</button>;
}
