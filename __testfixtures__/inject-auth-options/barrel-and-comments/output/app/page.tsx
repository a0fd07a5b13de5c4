import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export default async function Page() {
  const session = await getServerSession(/* nothing yet */ authOptions);
  const other = await getServerSession(
    // TODO: options
  authOptions);
  return (
    <p>
      {session?.user?.name} {other?.user?.name}
    </p>
  );
}
