import { auth } from "@/lib/session";

export default async function Page() {
  const session = await auth();
  return <p>{session?.user?.name}</p>;
}
