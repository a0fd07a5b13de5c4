"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export default function HarvestPage() {
  const { data: session } = useSession();
  const router = useRouter();

  useEffect(() => {
    if (!session) {
      router.push("/login");
    }
  }, [session, router]);

  useEffect(() => {
    if (!session?.user?.email) router.replace("/profile");
  }, []);

  useEffect(() => {
    if (session === null) router.replace("/");
  });

  return <h1>Harvest</h1>;
}
