"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { signIn, signOut, useSession } from "next-auth/react";

export default function DockPage() {
  const { data: session } = useSession();
  const router = useRouter();

  useEffect(() => {
    !session && router.push("/login");
  }, [session, router]);

  useEffect(() => void (session || router.push("/login")), [session, router]);

  useEffect(() => {
    session ? router.push("/quay") : router.push("/login");
  }, [session, router]);

  useEffect(() => {
    if (!session) signOut();
    else if (!session.user) router.push("/profile");
  }, [session, router]);

  useEffect(() => {
    const timer = setTimeout(() => {
      if (!session) router.push("/late");
    }, 1000);
    return () => clearTimeout(timer);
  }, [session, router]);

  useEffect(() => {
    const onFocus = () => {
      if (!session) signIn();
    };
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [session]);

  return <h1>Dock</h1>;
}
