"use client";

import { useSession } from "next-auth/react";

export default function BlankPage() {
  const { data: session } = useSession();
  if (!session) return <div></div>;
  return <p>{session.user?.name}</p>;
}
