"use client";

import { useState } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export function Greeting() {
  const { data: session, status } = useSession();
  const router = useRouter();
  if (!session) {
    if (status === "unauthenticated") router.push("/login");
  } else {
    console.log(session.user);
  }
  const [name] = useState("Ada");
  return <p>{name}</p>;
}
