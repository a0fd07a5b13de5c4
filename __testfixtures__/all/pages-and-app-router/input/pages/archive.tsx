import type { GetServerSideProps } from "next";
import { getServerSession } from "next-auth/next";
import { useSession } from "next-auth/react";

export default function ArchivePage() {
  const { data: session, status } = useSession();
  if (status === "loading") return null;
  return <h1>{session ? "Every concert since 1987" : "Members only"}</h1>;
}

export const getServerSideProps: GetServerSideProps = async ({ req, res }) => {
  const session = await getServerSession(req, res);
  return session ? { props: { session } } : { redirect: { destination: "/", permanent: false } };
};
