"use client";

import { useSession } from "next-auth/react";

export function Jetty({ isPrivate }: { isPrivate: boolean }) {
  const { data: session, status } = useSession();
  if (isPrivate) {
    if (status === "loading") return <div role="status" aria-busy="true">Loading…</div>;
    if (!session) return <p>Sign in to see this jetty.</p>;
    return <p>Jetty of {session.user?.name}</p>;
  } else if (!session) {
    if (status === "loading") {
      return <div role="status" aria-busy="true">Loading…</div>;
    }

    return <p>Sign in to moor.</p>;
  }
  return <p>{session.user?.name}</p>;
}

export function Buoy({ isLit }: { isLit: boolean }) {
  const { data: session } = useSession();
  let light;
  if (!session) {
    light = <p>Sign in to light the buoy.</p>;
  } else {
    light = <p>{session.user?.name}</p>;
  }
  return <div>{isLit ? light : null}</div>;
}

export function Pier() {
  const session = useSession();
  if (session.status === "loading") return <div role="status" aria-busy="true">Loading…</div>;
  switch (session.status) {
    case "authenticated":
      return <p>{session.data.user?.name}</p>;
    default:
      return <p>Sign in</p>;
  }
}
