"use client";

import { useSession } from "next-auth/react";

export default function MeadowPage() {
  const { data: session, status } = useSession();
  if (status === "loading") return <div role="status" aria-busy="true">Loading…</div>;
  if (!session) return null;
  return <main>{session.user?.name}</main>;
}
