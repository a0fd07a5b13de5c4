"use client";

import { useEffect, useState } from "react";
import { useRouter } from "next/navigation";
import { signIn, useSession } from "next-auth/react";

export default function PressPage() {
  const { data: session } = useSession();
  const { push } = useRouter();
  const [barrels, setBarrels] = useState<string[]>([]);

  useEffect(() => {
    if (!session) {
      signIn();
      return;
    }
    setBarrels([session.expires]);
  }, [session]);

  useEffect(() => {
    if (session) return;
    push("/login");
  }, [
    push,
    session,
  ]);

  useEffect(() => {
    if (!session) return;
    setBarrels([]);
  }, [session]);

  return <p>{barrels.length} barrels</p>;
}
