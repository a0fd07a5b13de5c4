import { HiveMenu } from "@/components/hive-menu";
import { auth } from "@/lib/auth";

export default async function Page() {
  const session = await auth();
  return (
    <main>
      <h1>{session?.user?.name ?? "Keepers"}</h1>
      <HiveMenu />
    </main>
  );
}
