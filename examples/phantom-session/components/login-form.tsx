"use client";

import { useState, type FormEvent } from "react";
import { signIn } from "next-auth/react";

export function LoginForm() {
  const [error, setError] = useState("");
  const [pending, setPending] = useState(false);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setPending(true);

    const result = await signIn("credentials", {
      email: fields.get("email"),
      password: fields.get("password"),
      redirect: false,
    });

    if (result?.ok) {
      // A full load: pages that were prefetched while signed out are stale now.
      window.location.assign("/");
      return;
    }
    setError("That email and password don't belong together.");
    setPending(false);
  }

  return (
    <form onSubmit={handleSubmit} className="stack">
      <label>
        Email
        <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      {error && <p role="alert">{error}</p>}
      <button type="submit" disabled={pending}>
        Sign in
      </button>
    </form>
  );
}
