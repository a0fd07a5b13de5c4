"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";

export default function Login() {
  const router = useRouter();
  async function enter() {
    const answer = await signIn("credentials", { redirect: false });
    if (answer?.ok) {
      router.push("/dashboard");
      router.refresh();
    }
  }
  return <button onClick={enter}>Sign in</button>;
}
