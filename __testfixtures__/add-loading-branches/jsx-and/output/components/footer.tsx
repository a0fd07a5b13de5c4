"use client";

import { useSession } from "next-auth/react";

export function Footer({ isOpen }: { isOpen: boolean }) {
  const { data: session, status } = useSession();
  const isSignedIn = !!session;

  return (
    <footer>
      {status === "unauthenticated" && <a href="/login">Sign in</a>}
      {status === "unauthenticated" && isOpen && <a href="/register">Register</a>}
      {status === "unauthenticated" && <p>Become a member</p>}
      {status !== "loading" && !session?.user && <p>Nobody here</p>}
      {session && <p>Welcome back</p>}
      {session?.user && <p>{session.user.name}</p>}
    </footer>
  );
}
