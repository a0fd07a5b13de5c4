"use client";

import { useSession } from "next-auth/react";

export function Content() {
  const { data: session } = useSession();
  let content = <b>Your shelf</b>;
  if (!session) content = <i>Sign in to see your shelf.</i>;
  let label = "Your shelf";
  if (!session) label = "Nobody's shelf";
  let path = "/shelf";
  if (!session) path = "/login";
  return (
    <main title={path}>
      <h1>{label}</h1>
      {content}
    </main>
  );
}
