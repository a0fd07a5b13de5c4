"use client";

import { save } from "@/lib/actions";
import type { Saved } from "@/lib/saved";

export function Form({ last }: { last: Saved }) {
  return <button onClick={() => save()}>{last.by}</button>;
}
