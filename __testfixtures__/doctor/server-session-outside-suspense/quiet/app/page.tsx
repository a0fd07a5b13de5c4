import { getServerSession } from "next-auth";
import { Suspense } from "react";
import { authOptions } from "@/lib/auth";

async function Name() {
  const session = await getServerSession(authOptions);
  return <p>{session?.user?.name}</p>;
}

export default function Page() {
  return (
    <Suspense fallback={null}>
      <Name />
    </Suspense>
  );
}
