import { getServerSession } from "next-auth/next";
import Link from "next/link";

export default async function HomePage() {
  const session = await getServerSession();

  return session ? <p>Fair winds, {session.user.name}.</p> : <Link href="/login">Come aboard</Link>;
}
