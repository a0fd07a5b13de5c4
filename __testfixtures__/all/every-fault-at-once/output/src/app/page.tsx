import { getServerSession } from "next-auth/next";
import Link from "next/link";
import { authOptions } from "@/lib/auth";

export default async function HomePage() {
  const session = await getServerSession(authOptions);

  return session ? <p>Fair winds, {session.user.name}.</p> : <Link href="/login">Come aboard</Link>;
}
