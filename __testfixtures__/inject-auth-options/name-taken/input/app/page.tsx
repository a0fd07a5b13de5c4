import { getServerSession } from "next-auth";

const authOptions = ["sign in", "sign up"];

export default async function Page() {
  const session = await getServerSession();
  return <p>{session?.user?.name ?? authOptions.join(" or ")}</p>;
}
