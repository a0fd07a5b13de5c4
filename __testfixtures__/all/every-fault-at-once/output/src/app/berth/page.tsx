"use client";

import { useSession } from "next-auth/react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

export default function BerthPage() {
  const { data: session, status } = useSession();
  const router = useRouter();
  const [lamp, setLamp] = useState(false);

  useEffect(() => {
    if (status === "unauthenticated") {
      router.push("/login");
    }
  }, [session, router, status]);

  return (
    <section>
      <h1>Berth of {session?.user.name}</h1>
      <button type="button" onClick={() => setLamp(!lamp)}>
        {lamp ? "Lamp off" : "Lamp on"}
      </button>
    </section>
  );
}
