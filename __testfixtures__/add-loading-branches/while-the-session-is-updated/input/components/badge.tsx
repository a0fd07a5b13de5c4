"use client";
import { useSession } from "next-auth/react";

export function Badge() {
  const auth = useSession();
  return <div>{auth.data ? <b>{auth.data.user?.name}</b> : <i>Guest</i>}</div>;
}
