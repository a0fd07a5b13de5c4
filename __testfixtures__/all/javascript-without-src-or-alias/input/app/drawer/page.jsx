"use client";

import { useSession } from "next-auth/react";
import { redirect } from "next/navigation";

export default function DrawerPage() {
  const { data } = useSession();

  if (!data?.user) redirect("/");

  return <h1>{data.user.name}&apos;s drawer</h1>;
}
