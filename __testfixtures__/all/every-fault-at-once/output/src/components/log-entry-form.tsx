"use client";

import { useSession } from "next-auth/react";
import { useState } from "react";

export function LogEntryForm() {
  const { data: session, status } = useSession();
  const [entry, setEntry] = useState("");

  if (status === "loading") return <div role="status" aria-busy="true">Loading…</div>;
  if (!session) return <p>Sign in to write in the log.</p>;

  return <textarea value={entry} onChange={(event) => setEntry(event.target.value)} />;
}
