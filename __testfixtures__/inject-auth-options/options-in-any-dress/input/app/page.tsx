import type { NextRequest } from "next/server";
import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

async function read(req: NextRequest) {
  return getServerSession({ req, ...authOptions });
}

export default async function Page() {
  const session = (await getServerSession(authOptions)) ?? (await read({} as NextRequest));
  return <p>{session?.user?.name}</p>;
}
