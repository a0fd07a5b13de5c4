"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export function BySwitch() {
  const session = useSession();
  switch (session.status) {
    case "loading":
      return <p>One moment</p>;
    case "unauthenticated":
      return <p>Sign in</p>;
    default:
      return <p>{session.data.user?.name}</p>;
  }
}

export function ByFlag() {
  const { data: session, status } = useSession();
  const isLoading = status === "loading";
  const router = useRouter();
  useEffect(() => {
    if (isLoading) return;
    if (!session) router.push("/login");
  }, [isLoading, session, router]);
  useEffect(() => {
    if (status === "unauthenticated" || (!session && status !== "loading")) router.push("/login");
  }, [status, session, router]);
  if (isLoading || !session) return <p>One moment</p>;
  return <p>{session ? <b>In</b> : <i>Out</i>}</p>;
}

export function ByUndefined() {
  const { data: session } = useSession();
  if (session === undefined) return <p>One moment</p>;
  if (!session) return <p>Sign in</p>;
  return <p>{session.user?.name}</p>;
}

export function ByTernary() {
  const { data: session, status } = useSession();
  return <div>{status === "loading" ? null : session ? <b>In</b> : <i>Out</i>}</div>;
}

export function BySpinner() {
  const { data: session } = useSession();
  if (!session) return <div className="spinner" />;
  return <p>{session.user?.name}</p>;
}
