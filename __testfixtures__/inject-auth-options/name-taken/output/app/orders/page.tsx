import { getServerSession } from "next-auth";
import { authOptions as config } from "@/lib/auth";

export default async function Page() {
  const session = await getServerSession(config);
  return (
    <p>
      {session?.user?.name} {config.providers.length}
    </p>
  );
}
