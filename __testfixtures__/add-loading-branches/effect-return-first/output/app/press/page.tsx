"use client";

import { useEffect, useState } from "react";
import { useRouter } from "next/navigation";
import { signIn, useSession } from "next-auth/react";

export default function PressPage() {
  const { data: session, status } = useSession();
  const { push } = useRouter();
  const [barrels, setBarrels] = useState<string[]>([]);

  useEffect(() => {
    if (status === "loading") return;
    if (!session) {
      signIn();
      return;
    }
    setBarrels([session.expires]);
  }, [session, status]);

  useEffect(() => {
    if (status === "loading") return;
    if (session) return;
    push("/login");
  }, [
    push,
    session,
    status,
  ]);

  useEffect(() => {
    if (!session) return;
    setBarrels([]);
  }, [session]);

  return <p>{barrels.length} barrels</p>;
}
