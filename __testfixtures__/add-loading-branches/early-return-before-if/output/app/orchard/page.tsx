"use client";

import { useState } from "react";
import Link from "next/link";
import { useSession } from "next-auth/react";

export default function OrchardPage() {
  const { data: session, status } = useSession();
  const [trees, setTrees] = useState(3);

  if (status === "loading") {
    return <div role="status" aria-busy="true">Loading…</div>;
  }

  // Only members may plant.
  if (!session) {
    return (
      <main>
        <Link href="/login">Sign in to plant</Link>
      </main>
    );
  }

  return (
    <main>
      <h1>{session.user?.name}</h1>
      <button onClick={() => setTrees(trees + 1)}>{trees} trees</button>
    </main>
  );
}
