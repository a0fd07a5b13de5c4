import { getServerSession } from "next-auth";
import { Subscribe } from "@/components/subscribe";

export default async function StationPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, session] = await Promise.all([params, getServerSession()]);
  return (
    <article>
      <h1>Station {id}</h1>
      {session?.user ? <Subscribe station={id} /> : null}
    </article>
  );
}
