import { useSession } from "next-auth/react";

export function useGreeting() {
  const { data } = useSession();
  return data?.user?.name ? `Hello ${data.user.name}` : "Hello";
}
