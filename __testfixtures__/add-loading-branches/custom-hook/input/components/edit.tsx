"use client";

import { useCan } from "@/hooks/use-member";

export function Edit() {
  return useCan("edit") ? <button>Edit</button> : null;
}
