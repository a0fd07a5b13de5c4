"use client";

import { useSession } from "next-auth/react";

// Nothing is shown, so nothing flashes.
export default function Blank() {
  const { data: session } = useSession();
  if (!session) return null;
  return <h1>{session.user?.name}</h1>;
}
