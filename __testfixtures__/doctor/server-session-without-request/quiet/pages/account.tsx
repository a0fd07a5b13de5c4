import type { GetServerSidePropsContext } from "next";
import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export async function getServerSideProps(context: GetServerSidePropsContext) {
  const session = await getServerSession(context.req, context.res, authOptions);
  return { props: { name: session?.user?.name ?? null } };
}

export default function Account({ name }: { name: string | null }) {
  return <p>{name}</p>;
}
