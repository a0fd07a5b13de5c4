"use client";

import { useSession } from "next-auth/react";

export default function BlankPage() {
  const { data: session, status } = useSession();
  if (status === "loading") return <div role="status" aria-busy="true">Loading…</div>;
  if (!session) return <div></div>;
  return <p>{session.user?.name}</p>;
}
