"use client";

import { useSession } from "next-auth/react";

export default function Page() {
  // @ts-expect-error the tuple of version 3
  const [session] = useSession();
  return <h1>{session ? "Hello" : "Who is it?"}</h1>;
}
