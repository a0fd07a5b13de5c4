import { useSession } from "next-auth/react";

export function useObserver() {
  const { data: session } = useSession();
  if (!session) return "nobody";
  return session.user?.name ?? "somebody";
}
