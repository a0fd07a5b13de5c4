"use client";
import { useSession } from "next-auth/react";
import { useEffect } from "react";
import { useRouter } from "next/navigation";

export function NameForm() {
  const { data: session, update, status } = useSession();
  const router = useRouter();

  useEffect(() => {
    if (!session && status === "loading") return;
    if (!session) {
      router.push("/login");
      return;
    }
    console.log("in");
  }, [session, router, status]);

  if (!session && status === "loading") {
    return <div role="status" aria-busy="true">Loading…</div>;
  }

  if (!session) {
    return <p>Please sign in.</p>;
  }
  return <input defaultValue={session.user?.name ?? ""} onBlur={(event) => update({ name: event.target.value })} />;
}
