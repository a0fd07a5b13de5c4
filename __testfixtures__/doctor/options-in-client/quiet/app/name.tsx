"use client";

import type { authOptions } from "@/lib/auth";

export function Providers({ options }: { options: Pick<typeof authOptions, "theme"> }) {
  return <p>{options.theme?.brandColor}</p>;
}
