"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export function Desk({ isOpen }: { isOpen: boolean }) {
  const router = useRouter();
  const { data: session } = useSession({ required: true });
  useEffect(() => {
    if (isOpen && !session) {
      router.push("/login");
      return;
    }
    console.log(isOpen);
  }, [isOpen, session, router]);
  if (!isOpen) {
    console.log("closed");
  } else if (!session) {
    router.push("/login");
  }
  return <p>The desk is {isOpen ? "open" : "closed"}.</p>;
}
