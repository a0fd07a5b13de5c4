"use client";

import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export default function Page() {
  const router = useRouter();
  const { status } = useSession({ required: true, onUnauthenticated: () => router.push("/login") });
  return <h1>{status}</h1>;
}
