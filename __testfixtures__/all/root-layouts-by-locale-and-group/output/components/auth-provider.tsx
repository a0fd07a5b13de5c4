"use client";

import type { Session } from "next-auth";
import { SessionProvider } from "next-auth/react";
import type { ReactNode } from "react";

interface AuthProviderProps {
  children: ReactNode;
  session?: Session | null;
}

/** Makes the session available to useSession() in every component inside. */
export function AuthProvider({ children, session }: AuthProviderProps) {
  // Given null, SessionProvider takes the visitor for signed out and never asks the server.
  return (
    <SessionProvider session={session ?? undefined}>{children}</SessionProvider>
  );
}
