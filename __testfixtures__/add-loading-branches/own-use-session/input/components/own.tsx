"use client";

import { useSession } from "@/hooks/use-session";

export function Own() {
  const { data: session } = useSession();
  if (!session) return <p>Sign in</p>;
  return <p>{session.name}</p>;
}
