"use client";

import { redirect } from "next/navigation";
import { useSession } from "next-auth/react";

export default function Login() {
  const { data: session } = useSession();
  if (session) redirect("/dashboard");
  return <form action="/api/login" />;
}
