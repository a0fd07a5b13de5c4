import * as nextAuth from "next-auth";
import { authOptions } from "@/lib/auth";

export default async function Page() {
  const session = await nextAuth.getServerSession(authOptions);
  return <p>{session?.user?.name}</p>;
}
