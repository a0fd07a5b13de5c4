"use client";

import { useSession } from "next-auth/react";

export default function Page() {
  const { data: session, status } = useSession();
  return <main>{status === "loading" ? <i>One moment</i> : session ? <b>{session.user?.name}</b> : <a href="/login">Sign in</a>}</main>;
}
