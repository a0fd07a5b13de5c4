"use client";

import { useSession } from "next-auth/react";

export default () => {
  const { data: session, status } = useSession();

  if (status === "loading") {
    return <div className="animate-pulse h-10 w-full bg-gray-200 rounded" />;
  }

  if (!session || !session.user) {
    return <a href="/login">Sign in</a>;
  }

  return <main>{session.user.name}</main>;
};
