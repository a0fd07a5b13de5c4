"use client";

import { useSession } from "next-auth/react";

export function Attendance() {
  const { data: session, status } = useSession();
  const user = session?.user;

  if (status === "loading") {
    return <div role="status" aria-busy="true">Loading…</div>;
  }

  if (!user) {
    return <p>Only members say whether they come.</p>;
  }

  return <button type="button">{user.name} comes</button>;
}
