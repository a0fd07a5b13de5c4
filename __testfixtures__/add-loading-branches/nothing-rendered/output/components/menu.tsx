"use client";

import { useSession } from "next-auth/react";

export function Menu() {
  const { data: session } = useSession();
  if (!session) return null;
  return <menu>{session.user?.name}</menu>;
}

export function SignInBar() {
  const { data: session, status } = useSession();
  if (status === "loading") return null;
  if (session) return null;
  return <a href="/login">Sign in</a>;
}
