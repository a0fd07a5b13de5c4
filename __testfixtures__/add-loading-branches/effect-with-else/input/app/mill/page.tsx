"use client";

import { useEffect, useState } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";

export default function MillPage() {
  const { data: session } = useSession();
  const router = useRouter();
  const [name, setName] = useState("");

  useEffect(() => {
    if (!session) {
      router.push("/login");
    } else {
      setName(session.expires);
    }
  }, [session, router]);

  useEffect(() => {
    if (session) {
      setName("miller");
    } else {
      window.location.href = "/login";
    }
    document.title = name;
  }, [session, name]);

  return <h1>{name}</h1>;
}
