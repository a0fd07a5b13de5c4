"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { signIn, signOut, useSession } from "next-auth/react";

export default function DockPage() {
  const { data: session, status } = useSession();
  const router = useRouter();

  useEffect(() => {
    status === "unauthenticated" && router.push("/login");
  }, [session, router, status]);

  useEffect(() => void (session || router.push("/login")), [session, router]);

  useEffect(() => {
    if (status !== "loading") session ? router.push("/quay") : router.push("/login");
  }, [session, router, status]);

  useEffect(() => {
    if (status === "loading") return;
    if (!session) signOut();
    else if (!session.user) router.push("/profile");
  }, [session, router, status]);

  useEffect(() => {
    const timer = setTimeout(() => {
      if (status === "unauthenticated") router.push("/late");
    }, 1000);
    return () => clearTimeout(timer);
  }, [session, router, status]);

  useEffect(() => {
    const onFocus = () => {
      if (!session) signIn();
    };
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [session]);

  return <h1>Dock</h1>;
}
