"use client";

import { useState } from "react";
import { useSession } from "next-auth/react";

export function Orders({ orders }: { orders: { status: string }[] }) {
  const { data: session, status: sessionStatus } = useSession();
  const [status, setStatus] = useState("open");

  if (!session && sessionStatus === "loading") return <div role="status" aria-busy="true">Loading…</div>;
  if (!session) return <p>Sign in to see your orders.</p>;

  return (
    <div>
      <button onClick={() => setStatus("closed")}>{status}</button>
      {orders.filter((order) => order.status === status).length}
    </div>
  );
}

export function OrderCount({ counts }: { counts: number[] }) {
  const {
    data: session,
    update,
    status: sessionStatus,
  } = useSession();

  return (
    <div>
      {counts.map((status) => (
        <b key={status} onClick={() => update()}>
          {status}
        </b>
      ))}
      {!session && sessionStatus === "loading" ? <div role="status" aria-busy="true">Loading…</div> : session ? <p>Own</p> : <p>No</p>}
    </div>
  );
}
