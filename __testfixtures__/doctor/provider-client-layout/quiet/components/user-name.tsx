"use client";

import { useSession } from "next-auth/react";

export function UserName() {
  const { data: session, status } = useSession();
  if (status === "loading") return null;
  return <p>{session?.user?.name}</p>;
}
