import { getServerSession as serverSession } from "next-auth";

export default async function Page() {
  const session = await serverSession();
  return <p>{session?.user?.name}</p>;
}
