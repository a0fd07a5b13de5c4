"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export default function Page() {
  const { data: session, status } = useSession();
  const router = useRouter();
  useEffect(() => {
    if (!session) router.push("/login");
  }, [session, router]);
  return <h1>{session?.user?.name ?? status}</h1>;
}
