"use client";

import { useSession } from "next-auth/react";

export function Footer({ isOpen }: { isOpen: boolean }) {
  const { data: session, status } = useSession();
  const isSignedIn = !!session;

  return (
    <footer>
      {!session && <a href="/login">Sign in</a>}
      {!isSignedIn && isOpen && <a href="/register">Register</a>}
      {status !== "authenticated" && <p>Become a member</p>}
      {!session?.user && <p>Nobody here</p>}
      {session && <p>Welcome back</p>}
      {session?.user && <p>{session.user.name}</p>}
    </footer>
  );
}
