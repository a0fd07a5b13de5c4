"use client";
import { useSession } from "next-auth/react";
import { useEffect } from "react";
import { useRouter } from "next/navigation";

export function NameForm() {
  const { data: session, update } = useSession();
  const router = useRouter();

  useEffect(() => {
    if (!session) {
      router.push("/login");
      return;
    }
    console.log("in");
  }, [session, router]);

  if (!session) {
    return <p>Please sign in.</p>;
  }
  return <input defaultValue={session.user?.name ?? ""} onBlur={(event) => update({ name: event.target.value })} />;
}
