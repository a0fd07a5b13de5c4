"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export default function HarvestPage() {
  const { data: session, status } = useSession();
  const router = useRouter();

  useEffect(() => {
    if (status === "unauthenticated") {
      router.push("/login");
    }
  }, [session, router, status]);

  useEffect(() => {
    if (status !== "loading" && !session?.user?.email) router.replace("/profile");
  }, [status]);

  useEffect(() => {
    if (session === null) router.replace("/");
  });

  return <h1>Harvest</h1>;
}
