"use client";

import { useSession } from "next-auth/react";

export function Navbar() {
  const { data: session } = useSession();
  return <nav>{session?.user?.name}</nav>;
}
