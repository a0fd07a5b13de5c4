"use client";

import { useAuthSession } from "./auth";

// Told apart from a useSession of one's own by where it comes from.
export function ReExported() {
  const { data: session } = useAuthSession();
  if (!session) return <p>Sign in</p>;
  return <p>{session.user?.name}</p>;
}
