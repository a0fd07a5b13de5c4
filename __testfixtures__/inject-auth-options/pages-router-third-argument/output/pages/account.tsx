import type { GetServerSidePropsContext } from "next";
import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export async function getServerSideProps(context: GetServerSidePropsContext) {
  // @ts-ignore
  const session = await getServerSession(
    context.req,
    context.res,
    authOptions,
  );
  return { props: { email: session?.user?.email ?? null } };
}

export default function Account({ email }: { email: string | null }) {
  return <p>{email}</p>;
}
