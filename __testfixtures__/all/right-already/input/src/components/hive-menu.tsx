"use client";

import { signIn, signOut, useSession } from "next-auth/react";

export function HiveMenu() {
  const { data: session, status } = useSession();

  switch (status) {
    case "loading":
      return <span aria-busy="true" />;
    case "authenticated":
      return <button onClick={() => signOut()}>Leave, {session.user?.name}</button>;
    default:
      return <button onClick={() => signIn()}>Enter</button>;
  }
}
