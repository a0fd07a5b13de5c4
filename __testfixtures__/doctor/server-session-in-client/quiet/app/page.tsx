import { getServerSession } from "next-auth";
import { Name } from "./name";
import { authOptions } from "@/lib/auth";

export default async function Page() {
  const session = await getServerSession(authOptions);
  return <Name name={session?.user?.name} />;
}
