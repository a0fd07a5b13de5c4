"use client";

import { useSession } from "next-auth/react";

export function Later() {
  const { data: session, status } = useSession();
  if (!session) {
    return (
      <button disabled={status === "loading"}>Sign in</button>
    );
  }
  return <p>{session.user.name}</p>;
}
