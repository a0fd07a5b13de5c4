"use client";

import { useSession } from "next-auth/react";

export default function Start() {
  const { data: session } = useSession();
  if (!session) return <a href="/login">Sign in</a>;
  return <h1>{session.user?.name}</h1>;
}
