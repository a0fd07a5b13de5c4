"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export default function WellPage() {
  const { data: session } = useSession();
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
    if (!session) goHome();
  }, [session]);

  return (
    <div>
      <button onClick={requireMember}>Draw water</button>
      <button onClick={goHome}>Home</button>
    </div>
  );
}
