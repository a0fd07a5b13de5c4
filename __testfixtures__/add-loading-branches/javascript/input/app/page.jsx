"use client";

import { useSession } from "next-auth/react";

export default () => {
  const { data: session } = useSession();

  if (!session || !session.user) {
    return <a href="/login">Sign in</a>;
  }

  return <main>{session.user.name}</main>;
};
