import { useSession } from "next-auth/react";

// A client file brings it in, so it needs no directive of its own.
export function Name() {
  const { data: session, status } = useSession();
  return <h1>{session?.user?.name ?? status}</h1>;
}
