"use client";

import { useCallback, useEffect, useState } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export default function BarnPage() {
  const { data: session } = useSession();
  const router = useRouter();
  const [hay, setHay] = useState(0);

  const loadHay = useCallback(async () => {
    if (!session) {
      router.push("/login");
      return;
    }
    const response = await fetch("/api/hay");
    setHay(await response.json());
  }, [session, router]);

  useEffect(() => {
    void loadHay();
  }, [loadHay]);

  useEffect(() => {
    const check = async () => {
      await Promise.resolve();
      if (!session) router.replace("/");
    };
    check();
    return () => setHay(0);
  }, [session, router]);

  return <p>{hay} bales</p>;
}
