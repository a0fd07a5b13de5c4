"use client";

import { signIn, signOut, useSession } from "next-auth/react";

export const SignInOut = () => {
  const session = useSession();
  return (
    <p>
      {session.data && <button onClick={() => signOut()}>Sign out</button>}
      {!session.data && <button onClick={() => signIn("google")}>Sign in</button>}
    </p>
  );
};
