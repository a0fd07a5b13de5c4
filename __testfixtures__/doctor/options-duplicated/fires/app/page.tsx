import { auth } from "@/lib/session";

export default async function Page() {
  return <p>{(await auth())?.user?.name}</p>;
}
