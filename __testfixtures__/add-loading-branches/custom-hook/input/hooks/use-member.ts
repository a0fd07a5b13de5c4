import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export function useCan(right: string) {
  const { data: session } = useSession();
  if (!session?.user) return false;
  return session.user.name === right;
}

export function useMember() {
  const { data: session, status } = useSession();
  return { member: session?.user, isLoading: status === "loading" };
}

export function useRequiredMember() {
  const { data: session } = useSession();
  const router = useRouter();
  useEffect(() => {
    if (!session) router.push("/login");
  }, [session, router]);
  return session;
}
