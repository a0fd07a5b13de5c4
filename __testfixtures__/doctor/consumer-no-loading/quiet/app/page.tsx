"use client";

import { redirect } from "next/navigation";
import { useSession } from "next-auth/react";

export default function Page() {
  const { data: session, status } = useSession();
  if (status === "loading") return <p>One moment</p>;
  if (!session) redirect("/login");
  return <h1>{session.user?.name}</h1>;
}
