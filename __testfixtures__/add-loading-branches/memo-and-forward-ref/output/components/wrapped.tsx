"use client";

import { forwardRef, memo } from "react";
import { useSession } from "next-auth/react";

export const Card = memo(function Card() {
  const { data: session, status } = useSession();
  return status === "loading" ? (
    <div role="status" aria-busy="true">Loading…</div>
  ) : session ? <p>{session.user?.name}</p> : <a href="/login">Sign in</a>;
});

export const Input = forwardRef<HTMLInputElement>((_, ref) => {
  const { data: session, status } = useSession();
  if (status === "loading") return <div role="status" aria-busy="true">Loading…</div>;
  if (!session) return <a href="/login">Sign in</a>;
  return <input ref={ref} />;
});
Input.displayName = "Input";

export function withMember(Inner: () => JSX.Element) {
  return function Member() {
    const { data: session, status } = useSession();
    return status === "loading" ? <div role="status" aria-busy="true">Loading…</div> : session ? <Inner /> : <a href="/login">Sign in</a>;
  };
}
