"use client";

import { getSession } from "next-auth/react";

export function Form() {
  return <button onClick={async () => console.log(await getSession())}>Who am I?</button>;
}
