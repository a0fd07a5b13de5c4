"use client";

import { useSession } from "next-auth/react";

export default function Page() {
  const { status } = useSession();
  const [first] = ["Hello"];
  return <h1>{status === "authenticated" ? first : "Who is it?"}</h1>;
}
