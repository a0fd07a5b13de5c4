import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

async function read(getServerSession: () => Promise<string>) {
  return getServerSession();
}

export default async function Page() {
  const session = await getServerSession(authOptions);
  return <p>{await read(async () => session?.user?.name ?? "")}</p>;
}
