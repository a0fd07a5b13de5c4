"use client";

import { useState } from "react";
import Link from "next/link";
import { useSession } from "next-auth/react";
import type { Tool } from "@/lib/shelf";

export function ReserveForm({ tools }: { tools: Tool[] }) {
  const { data: session } = useSession();
  const [choice, setChoice] = useState(tools[0].id);
  const [reserved, setReserved] = useState<string[]>([]);

  if (!session) {
    return (
      <section className="card reserve">
        <p>Members can put a tool aside for three days.</p>
        <Link href="/login">Sign in to reserve</Link>
      </section>
    );
  }

  return (
    <section className="card reserve">
      <h2>Put a tool aside</h2>
      <div className="row">
        <select aria-label="Tool" value={choice} onChange={(event) => setChoice(event.target.value)}>
          {tools.map((tool) => (
            <option key={tool.id} value={tool.id}>
              {tool.name}
            </option>
          ))}
        </select>
        <button
          type="button"
          disabled={reserved.includes(choice)}
          onClick={() => setReserved([...reserved, choice])}
        >
          Reserve
        </button>
      </div>
      <p className="muted">{reserved.length} set aside</p>
    </section>
  );
}
