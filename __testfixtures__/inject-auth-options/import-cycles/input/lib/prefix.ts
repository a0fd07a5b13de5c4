import { getServerSession } from "next-auth";

export const prefix = (name: string) => `Acme ${name}`;

export async function signedInAs() {
  const session = await getServerSession();
  return prefix(session?.user?.name ?? "");
}
