"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export function Vault() {
  const { data: session } = useSession({ required: true });
  const router = useRouter();

  useEffect(() => {
    if (!session) router.push("/login");
  }, [session, router]);

  return <div>{session ? <b>Open</b> : <i>Locked</i>}</div>;
}

export function Safe() {
  const { data: session } = useSession({ required: true });
  if (!session) return <p>Loading…</p>;
  return <p>{session.user?.name}</p>;
}

export function Door() {
  useSession({
    required: true,
    onUnauthenticated() {
      window.location.href = "/login";
    },
  });
  return <p>Door</p>;
}
