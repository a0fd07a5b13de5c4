"use client";

import { signIn } from "next-auth/react";
import { useRouter } from "next/navigation";

export default function Login() {
  const router = useRouter();
  async function submit(data: FormData) {
    const result = await signIn("credentials", { email: data.get("email"), redirect: false });
    if (result?.ok) router.push("/dashboard");
  }
  return (
    <form action={submit}>
      <input name="email" />
    </form>
  );
}
