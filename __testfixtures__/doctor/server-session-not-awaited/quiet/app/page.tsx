import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export default async function Page() {
  const promise = getServerSession(authOptions);
  const [session, posts] = await Promise.all([promise, []]);
  return <p>{session?.user?.name ?? posts.length}</p>;
}
