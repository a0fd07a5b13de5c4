"use client";

import { signIn, useSession } from "next-auth/react";
import { useEffect } from "react";

export function TicketBar() {
  const { data: session, status } = useSession();

  useEffect(() => {
    if (status !== "authenticated") signIn("google");
  }, [status]);

  return <p>Ticket: {session?.user?.email}</p>;
}
