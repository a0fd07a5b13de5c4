"use client";

import { useSession } from "next-auth/react";

export function Stalls({ stalls }: { stalls: string[] }) {
  const { data: session, status } = useSession();

  const renderAside = () => {
    if (status === "loading") {
      return <div role="status" aria-busy="true">Loading…</div>;
    }

    if (!session) {
      return <aside>Sign in to trade</aside>;
    }
    return <aside>Trade as {session.user?.name}</aside>;
  };
  const badge = status === "loading" ? <div role="status" aria-busy="true">Loading…</div> : session ? <b>Trader</b> : <i>Visitor</i>;

  return (
    <div>
      {badge}
      {renderAside()}
      {stalls.map((stall) => (
        <article key={stall}>{stall === "mine" ? null : status === "loading" ? (
          <div role="status" aria-busy="true">Loading…</div>
        ) : session ? <button>Buy</button> : <a href="/login">Sign in</a>}</article>
      ))}
    </div>
  );
}
