import { getServerSession } from "next-auth";
import { authOptions as nextAuthOptions } from "@/lib/auth";

const authOptions = ["sign in", "sign up"];

export default async function Page() {
  const session = await getServerSession(nextAuthOptions);
  return <p>{session?.user?.name ?? authOptions.join(" or ")}</p>;
}
