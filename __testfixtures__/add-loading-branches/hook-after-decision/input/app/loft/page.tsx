"use client";

import { useState } from "react";
import { redirect } from "next/navigation";
import { useSession } from "next-auth/react";

export default function LoftPage() {
  const { data: session } = useSession();
  if (!session) {
    redirect("/login");
  }
  const [count, setCount] = useState(0);
  return <button onClick={() => setCount(count + 1)}>{count}</button>;
}
