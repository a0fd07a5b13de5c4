"use client";

import { createContext, type ReactNode } from "react";

export const Permissions = createContext<string[]>([]);

export function AuthProvider({ children }: { children: ReactNode }) {
  return <Permissions.Provider value={["read"]}>{children}</Permissions.Provider>;
}
