"use client";

import { useSession } from "next-auth/react";

export function Shelf({ isPrivate }: { isPrivate: boolean }) {
  const { data: session } = useSession();
  if (isPrivate && !session) return <p>This shelf is private.</p>;
  return <main>{session ? <b>Your shelf</b> : <i>A public shelf</i>}</main>;
}
