"use client";

import { canPublish } from "@/lib/auth";

export function PublishButton({ role }: { role: string }) {
  return canPublish(role) ? <button>Publish</button> : null;
}
