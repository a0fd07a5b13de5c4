import { getServerSession } from "next-auth";

export default async function Page() {
  const session = await getServerSession(authOptions);
  return <p>{session?.user?.name}</p>;
}

import { getServerSession } from "next-auth";
import { authOptions } from "../../lib/options";
