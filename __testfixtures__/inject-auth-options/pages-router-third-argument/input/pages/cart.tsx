import { getServerSession } from "next-auth";

export async function getServerSideProps() {
  const session = await getServerSession();
  return { props: { email: session?.user?.email ?? null } };
}

export default function Cart({ email }: { email: string | null }) {
  return <p>{email}</p>;
}
