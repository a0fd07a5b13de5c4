"use client";

import { useSession } from "next-auth/react";

export default function Page() {
  const { data: session } = useSession();
  return <main>{session ? <b>{session.user?.name}</b> : <a href="/login">Sign in</a>}</main>;
}
