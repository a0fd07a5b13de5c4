"use client";

import { SessionProvider } from "next-auth/react";
import type { Session } from "next-auth";
import type { ReactNode } from "react";

export function Providers({ children, session }: { session?: Session; children: ReactNode }) {
  return <SessionProvider session={session}>{children}</SessionProvider>;
}
