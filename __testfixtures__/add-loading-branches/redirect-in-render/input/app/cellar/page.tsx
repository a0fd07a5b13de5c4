"use client";

import { redirect } from "next/navigation";
import { useSession } from "next-auth/react";

export default function CellarPage() {
  const { data } = useSession();
  if (!data) redirect("/login");

  return <h1>Cellar of {data.user?.email}</h1>;
}
