"use client";

import { authOptions } from "@/lib/auth";

export function Providers() {
  return <p>{authOptions.providers.length}</p>;
}
