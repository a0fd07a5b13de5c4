"use client";

import Image from "next/image";
import { useSession } from "next-auth/react";

export function Profile() {
  const { data: session } = useSession();
  const name = session?.user?.name ?? "Guest";
  const greeting = `Hello ${session ? "again" : "stranger"}`;

  return (
    <div className={session ? "in" : "out"}>
      <h1>{name}</h1>
      <p>{greeting}</p>
      <p>{session?.user?.email || "nobody@example.org"}</p>
      {session?.user?.image ? <Image src={session.user.image} alt="" width={8} height={8} /> : <span>?</span>}
      {session ? <b>Member</b> : null}
      {session ? null : <a href="/login">Sign in</a>}
    </div>
  );
}
