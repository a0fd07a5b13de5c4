"use client";

import { useSession } from "next-auth/react";

export function Shelf({ isPrivate }: { isPrivate: boolean }) {
  const { data: session, status } = useSession();
  if (status === "loading" && isPrivate) return <div role="status" aria-busy="true">Loading…</div>;
  if (isPrivate && !session) return <p>This shelf is private.</p>;
  return <main>{status === "loading" ? (
    <div role="status" aria-busy="true">Loading…</div>
  ) : session ? <b>Your shelf</b> : <i>A public shelf</i>}</main>;
}
