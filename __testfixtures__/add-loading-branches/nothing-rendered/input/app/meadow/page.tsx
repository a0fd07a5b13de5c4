"use client";

import { useSession } from "next-auth/react";

export default function MeadowPage() {
  const { data: session } = useSession();
  if (!session) return null;
  return <main>{session.user?.name}</main>;
}
