import { getServerSession } from "next-auth";
import { redirect } from "next/navigation";
import { authOptions } from "@/lib/auth";

export default async function OfficePage() {
  const session = await getServerSession(authOptions);
  if (session?.user.role !== "harbourmaster") redirect("/");

  return <h1>Harbour office</h1>;
}
