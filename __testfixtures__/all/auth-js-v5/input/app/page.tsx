"use client";

import { useSession } from "next-auth/react";

export default function Page() {
  const { data: session } = useSession();
  return session ? <p>Fly, {session.user?.name}</p> : <p>No wind</p>;
}
