"use client";

import { useRouter } from "next/navigation";
import { signIn, useSession } from "next-auth/react";

export function Stall() {
  const { data: session } = useSession();
  const router = useRouter();

  const buy = () => {
    if (!session?.user) return signIn();
    router.push("/pay");
  };

  return (
    <div>
      <button onClick={buy}>Buy</button>
      <button onClick={() => (session ? router.push("/sell") : router.push("/login"))}>Sell</button>
    </div>
  );
}
