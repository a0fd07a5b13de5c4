"use client";

import { useSession } from "next-auth/react";
import { redirect } from "next/navigation";

export default function DrawerPage() {
  const { data, status } = useSession();

  if (status === "loading") return <div className="animate-pulse h-10 w-full bg-gray-200 rounded" />;
  if (!data?.user) redirect("/");

  return <h1>{data.user.name}&apos;s drawer</h1>;
}
