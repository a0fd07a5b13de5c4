import { getServerSession } from "next-auth";
import { SignInOut } from "../components/SignInOut";
import { authOptions } from "../lib/auth";

export default async function Page() {
  const session = await getServerSession(authOptions);
  return (
    <main>
      <h1>{session ? `Welcome back, ${session.user.name}` : "Borrow seeds, return seeds"}</h1>
      <SignInOut />
    </main>
  );
}
