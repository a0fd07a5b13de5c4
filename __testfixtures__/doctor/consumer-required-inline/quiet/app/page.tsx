"use client";

import { useSession } from "next-auth/react";

function leave() {
  window.location.href = "/login";
}

export default function Page() {
  const { status } = useSession({ required: true, onUnauthenticated: leave });
  return <h1>{status}</h1>;
}
