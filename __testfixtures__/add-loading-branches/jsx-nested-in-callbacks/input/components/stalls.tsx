"use client";

import { useSession } from "next-auth/react";

export function Stalls({ stalls }: { stalls: string[] }) {
  const { data: session } = useSession();

  const renderAside = () => {
    if (!session) {
      return <aside>Sign in to trade</aside>;
    }
    return <aside>Trade as {session.user?.name}</aside>;
  };
  const badge = session ? <b>Trader</b> : <i>Visitor</i>;

  return (
    <div>
      {badge}
      {renderAside()}
      {stalls.map((stall) => (
        <article key={stall}>{stall === "mine" ? null : session ? <button>Buy</button> : <a href="/login">Sign in</a>}</article>
      ))}
    </div>
  );
}
