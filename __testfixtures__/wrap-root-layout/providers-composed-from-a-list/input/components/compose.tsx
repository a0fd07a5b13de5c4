"use client";

import { SessionProvider } from "next-auth/react";
import type { ReactNode } from "react";

const providers = [SessionProvider];

export function Compose({ children }: { children: ReactNode }) {
  return providers.reduceRight((content, Provider) => <Provider>{content}</Provider>, children);
}
