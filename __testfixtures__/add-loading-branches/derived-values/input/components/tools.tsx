"use client";

import { useMemo } from "react";
import * as Auth from "next-auth/react";

export function Tools({ isPublic }: { isPublic: boolean }) {
  const { data: { user: keeper } = { user: undefined } as never } = Auth.useSession();
  const isSignedIn = useMemo(() => Boolean(keeper), [keeper]);

  if (!isSignedIn && !isPublic) {
    return <p>Sign in to borrow tools.</p>;
  }
  return <p>Tools</p>;
}

export function Sheds({ isPublic }: { isPublic: boolean }) {
  const { data } = Auth.useSession();
  const isNobody = () => !data;

  if (isNobody() && !isPublic) return <p>Sign in to see sheds.</p>;

  return <p>Sheds</p>;
}
