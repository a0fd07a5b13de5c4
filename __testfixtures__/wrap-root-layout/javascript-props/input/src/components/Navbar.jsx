"use client";

import { useSession } from "next-auth/react";

export default function Navbar() {
  const { data: session } = useSession();
  return <nav>{session?.user?.name}</nav>;
}
