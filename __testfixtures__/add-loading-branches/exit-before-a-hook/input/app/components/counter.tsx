"use client";

import { useState } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export function Counter() {
  const { data: session } = useSession();
  const router = useRouter();
  if (!session) {
    router.push("/login");
    return <p>Not signed in</p>;
  }
  const name = session.user?.name;
  const [count, setCount] = useState(0);
  return (
    <p onClick={() => setCount(count + 1)}>
      {name} {count}
    </p>
  );
}
