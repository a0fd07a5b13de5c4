"use client";

import { signIn, useSession } from "next-auth/react";

const toSignIn = () => void signIn();

export default function Page() {
  const { data: session } = useSession({ required: true, onUnauthenticated: toSignIn });
  return <h1>{session?.user?.name}</h1>;
}
