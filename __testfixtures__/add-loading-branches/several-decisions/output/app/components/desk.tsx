"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export function Desk({ isOpen }: { isOpen: boolean }) {
  const router = useRouter();
  const { data: session, status } = useSession({ required: true });
  useEffect(() => {
    if (isOpen && !session) {
      if (status === "loading") return;
      router.push("/login");
      return;
    }
    console.log(isOpen);
  }, [isOpen, session, router, status]);
  if (!isOpen) {
    console.log("closed");
  } else if (!session) {
    if (status === "loading") {
      return <div role="status" aria-busy="true">Loading…</div>;
    }

    router.push("/login");
  }
  return <p>The desk is {isOpen ? "open" : "closed"}.</p>;
}
