"use client";

import { redirect } from "next/navigation";
import { useSession } from "next-auth/react";

export default function CellarPage() {
  const { data, status } = useSession();
  if (status === "loading") return <div role="status" aria-busy="true">Loading…</div>;
  if (!data) redirect("/login");

  return <h1>Cellar of {data.user?.email}</h1>;
}
