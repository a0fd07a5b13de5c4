import { getServerSession } from "next-auth";
import { SignInOut } from "../components/SignInOut";

export default async function Page() {
  const session = await getServerSession();
  return (
    <main>
      <h1>{session ? `Welcome back, ${session.user.name}` : "Borrow seeds, return seeds"}</h1>
      <SignInOut />
    </main>
  );
}
