"use client";

import { useSession } from "next-auth/react";

export default function Page() {
  const { data: session, status } = useSession();
  return <h1>{session?.user?.name ?? status}</h1>;
}
