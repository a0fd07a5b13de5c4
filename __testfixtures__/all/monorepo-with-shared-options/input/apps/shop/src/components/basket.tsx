"use client";

import { useSession } from "next-auth/react";

export function Basket() {
  const { status } = useSession();
  return <aside>{status === "authenticated" ? "Your basket" : "Sign in to fill a basket"}</aside>;
}
