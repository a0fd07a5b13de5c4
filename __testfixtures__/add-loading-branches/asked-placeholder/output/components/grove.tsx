"use client";

import { useSession } from "next-auth/react";
import { Spinner } from "./spinner";

export function Grove() {
  const { data: session, status } = useSession();
  if (status === "loading") return <Spinner />;
  if (!session) return <p>Sign in to enter the grove.</p>;
  return <p>{session.user?.name}</p>;
}
