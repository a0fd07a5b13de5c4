"use client";

import { useSession } from "next-auth/react";

export function Old() {
  const [session, loading] = useSession();
  if (!session && !loading) return <p>Sign in</p>;
  return <p>{session.user.name}</p>;
}

export const Short = () => (useSession().data ? <b>In</b> : <i>Out</i>);
