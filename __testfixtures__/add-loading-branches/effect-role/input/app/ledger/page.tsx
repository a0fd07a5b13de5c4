"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export default function LedgerPage() {
  const session = useSession();
  const router = useRouter();
  const isKeeper = session.data?.user.role === "keeper";

  useEffect(() => {
    if (!isKeeper) router.push("/");
  }, [isKeeper, router]);

  useEffect(() => {
    if (session.data?.user.role !== "keeper" || session.data.user.id === "0") {
      router.push("/");
    }
  }, [session, router]);

  return <h1>Ledger</h1>;
}
