"use client";

import { useMemo } from "react";
import * as Auth from "next-auth/react";

export function Tools({ isPublic }: { isPublic: boolean }) {
  const { data: { user: keeper } = { user: undefined } as never, status } = Auth.useSession();
  const isSignedIn = useMemo(() => Boolean(keeper), [keeper]);

  if (!isSignedIn && !isPublic) {
    if (status === "loading") {
      return <div role="status" aria-busy="true">Loading…</div>;
    }

    return <p>Sign in to borrow tools.</p>;
  }
  return <p>Tools</p>;
}

export function Sheds({ isPublic }: { isPublic: boolean }) {
  const { data, status } = Auth.useSession();
  const isNobody = () => !data;

  if (status === "loading" && !isPublic) return <div role="status" aria-busy="true">Loading…</div>;
  if (isNobody() && !isPublic) return <p>Sign in to see sheds.</p>;

  return <p>Sheds</p>;
}
