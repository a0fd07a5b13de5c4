"use client";

import { SessionProvider } from "next-auth/react";

/** Makes the session available to useSession() in every component inside. */
export function AuthProvider({ children, session }) {
  // Given null, SessionProvider takes the visitor for signed out and never asks the server.
  return (
    <SessionProvider session={session ?? undefined}>{children}</SessionProvider>
  );
}
