"use client";

import { useSession } from "next-auth/react";

export function CrateList() {
  const { data: session } = useSession();
  if (!session?.user) return <p className="text-sm">Sign in to see your crates.</p>;
  return <section className="grid gap-4">Crates of {session.user.name}</section>;
}
