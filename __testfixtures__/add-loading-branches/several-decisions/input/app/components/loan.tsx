"use client";

import { redirect } from "next/navigation";
import { useSession } from "next-auth/react";

export function Loan({ isOverdue }: { isOverdue: boolean }) {
  const { data: session, status } = useSession();
  if (isOverdue && status === "unauthenticated") {
    return <p>Somebody else has it.</p>;
  }
  if (!(status === "authenticated")) redirect("/login");
  return <p>{session.user?.name} has it.</p>;
}
