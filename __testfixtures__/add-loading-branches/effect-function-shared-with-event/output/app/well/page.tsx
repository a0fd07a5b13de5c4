"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export default function WellPage() {
  const { data: session, status } = useSession();
  const router = useRouter();

  function requireMember() {
    if (!session) router.push("/login");
  }

  function goHome() {
    router.push("/");
  }

  useEffect(() => {
    requireMember();
  });

  useEffect(() => {
    if (status === "unauthenticated") goHome();
  }, [session, status]);

  return (
    <div>
      <button onClick={requireMember}>Draw water</button>
      <button onClick={goHome}>Home</button>
    </div>
  );
}
