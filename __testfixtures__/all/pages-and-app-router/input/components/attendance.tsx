"use client";

import { useSession } from "next-auth/react";

export function Attendance() {
  const { data: session } = useSession();
  const user = session?.user;

  if (!user) {
    return <p>Only members say whether they come.</p>;
  }

  return <button type="button">{user.name} comes</button>;
}
