"use client";

import { useSession } from "next-auth/react";

export function Basket() {
  const { status } = useSession();
  return <aside>{status === "loading" ? null : status === "authenticated" ? "Your basket" : "Sign in to fill a basket"}</aside>;
}
