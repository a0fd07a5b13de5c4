import { getServerSession } from "next-auth";

export default async function Page() {
  const session = await getServerSession();
  return <h1>Clear skies, {session?.user?.name}</h1>;
}
