"use client";

import { redirect } from "next/navigation";
import { useSession } from "next-auth/react";

export function ReadingList({ isShared }: { isShared: boolean }) {
  const { data: session } = useSession();
  if (!session && !isShared) redirect("/login");
  if (!session) {
    return <p>Sign in to see your books.</p>;
  }
  return <p>{session.user?.name} reads.</p>;
}
