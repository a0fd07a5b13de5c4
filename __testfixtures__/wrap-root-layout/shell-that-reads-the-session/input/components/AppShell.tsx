"use client";

import type { ReactNode } from "react";
import { useGreeting } from "@/hooks/useGreeting";

export function AppShell({ children }: { children: ReactNode }) {
  const greeting = useGreeting();
  return (
    <div>
      <header>{greeting}</header>
      {children}
    </div>
  );
}
