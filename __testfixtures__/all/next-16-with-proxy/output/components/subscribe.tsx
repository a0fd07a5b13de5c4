"use client";

import { useSession } from "next-auth/react";
import { subscribe } from "@/app/actions";

export function Subscribe({ station }: { station: string }) {
  const { data: session, status } = useSession();
  const isSignedIn = !!session;

  return (
    <p>
      {status === "unauthenticated" && <span>Sign in to subscribe</span>}
      {isSignedIn && <button onClick={() => subscribe(station)}>Subscribe</button>}
    </p>
  );
}
