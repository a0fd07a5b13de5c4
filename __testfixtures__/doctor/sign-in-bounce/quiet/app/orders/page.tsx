import { getServerSession } from "next-auth";
import { redirect } from "next/navigation";

// What it asks for is there without the options, too.
export default async function Page() {
  const session = await getServerSession();
  if (!session?.user) redirect("/login");
  return <p>{session.user.name}</p>;
}
