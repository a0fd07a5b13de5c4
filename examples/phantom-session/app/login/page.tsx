import type { Metadata } from "next";
import { LoginForm } from "@/components/login-form";

export const metadata: Metadata = { title: "Sign in" };

export default function LoginPage() {
  return (
    <section className="card narrow">
      <h1>Sign in</h1>
      <LoginForm />
    </section>
  );
}
