import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";
import { greet } from "@/lib/greet";

export default async function Page() {
  const session = await getServerSession(authOptions);
  return <h1>{greet(session?.user?.name)}</h1>;
}
