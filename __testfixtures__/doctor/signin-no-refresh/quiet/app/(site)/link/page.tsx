"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";

export default function Link() {
  const router = useRouter();
  async function send() {
    const answer = await signIn("email", { email: "ada@example.com", redirect: false });
    if (answer?.ok) router.push("/check-your-mail");
  }
  async function enter() {
    const answer = await signIn("credentials", { redirect: false });
    if (answer?.error === "unverified") router.push("/verify");
  }
  return (
    <>
      <button onClick={send}>Send a link</button>
      <button onClick={enter}>Sign in</button>
    </>
  );
}
