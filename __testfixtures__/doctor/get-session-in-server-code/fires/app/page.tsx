import { getSession } from "next-auth/react";

export default async function Page() {
  const session = await getSession();
  return <p>{session?.user?.name}</p>;
}
