import * as nextAuth from "next-auth";

export default async function Page() {
  const session = await nextAuth.getServerSession();
  return <p>{session?.user?.name}</p>;
}
