"use client";

import { useSession } from "next-auth/react";

export default function Page() {
  const { data: session } = useSession({ required: true });
  return <h1>{session?.user?.name}</h1>;
}
