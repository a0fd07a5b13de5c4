"use client";

import { createContext, useEffect, useState, type ReactNode } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export const Socket = createContext(0);

export function SocketProvider({ children }: { children: ReactNode }) {
  const { data: session } = useSession();
  const [port, setPort] = useState(0);

  useEffect(() => {
    if (!session) return;
    setPort(1);
  }, [session]);

  if (!session) return <>{children}</>;
  return <Socket.Provider value={port}>{children}</Socket.Provider>;
}

export function Guard({ children }: { children: ReactNode }) {
  const { data: session, status } = useSession();
  if (status === "loading") {
    return <div role="status" aria-busy="true">Loading…</div>;
  }

  if (!session) {
    return <a href="/login">Sign in</a>;
  }
  return <>{children}</>;
}

export function Pusher({ children }: { children: ReactNode }) {
  const { data: session, status } = useSession();
  const router = useRouter();
  if (status === "unauthenticated") router.push("/login");
  return <main>{children}</main>;
}
