import { getServerSession } from "next-auth";
import { authOptions } from "./auth";

export async function readName() {
  return (await getServerSession(authOptions))?.user?.name;
}
