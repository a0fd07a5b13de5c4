"use client";

import { useSession } from "next-auth/react";

export function Shelf() {
  const session = useSession();
  const user = session?.data?.user;
  if (!user) return <p>Sign in to see your shelf.</p>;
  return <p>{user.name}</p>;
}

export const Label = () => {
  const session = useSession();
  const { status: state } = session;

  return <div>{session.status === "authenticated" ? <b>{session.data.user?.name}</b> : <a href={`/login?from=${state}`}>Sign in</a>}</div>;
};

export const Price = () => {
  const { data: session } = useSession();
  const { status } = useSession();
  return <div>{session ? <b>1</b> : <i>{status}</i>}</div>;
};
