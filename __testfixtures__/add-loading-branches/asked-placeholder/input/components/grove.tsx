"use client";

import { useSession } from "next-auth/react";

export function Grove() {
  const { data: session } = useSession();
  if (!session) return <p>Sign in to enter the grove.</p>;
  return <p>{session.user?.name}</p>;
}
