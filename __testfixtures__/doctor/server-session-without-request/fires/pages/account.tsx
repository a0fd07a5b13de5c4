import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export async function getServerSideProps() {
  const session = await getServerSession(authOptions);
  return { props: { name: session?.user?.name ?? null } };
}

export default function Account({ name }: { name: string | null }) {
  return <p>{name}</p>;
}
