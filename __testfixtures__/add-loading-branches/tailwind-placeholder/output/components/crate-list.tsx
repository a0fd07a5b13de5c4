"use client";

import { useSession } from "next-auth/react";

export function CrateList() {
  const { data: session, status } = useSession();
  if (status === "loading") return <div className="animate-pulse h-10 w-full bg-gray-200 rounded" />;
  if (!session?.user) return <p className="text-sm">Sign in to see your crates.</p>;
  return <section className="grid gap-4">Crates of {session.user.name}</section>;
}
