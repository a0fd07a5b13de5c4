"use client";

import { useEffect, useState } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export default function MillPage() {
  const { data: session, status } = useSession();
  const router = useRouter();
  const [name, setName] = useState("");

  useEffect(() => {
    if (status === "loading") return;
    if (!session) {
      router.push("/login");
    } else {
      setName(session.expires);
    }
  }, [session, router, status]);

  useEffect(() => {
    if (session) {
      setName("miller");
    } else if (status === "unauthenticated") {
      window.location.href = "/login";
    }
    document.title = name;
  }, [session, name, status]);

  return <h1>{name}</h1>;
}
