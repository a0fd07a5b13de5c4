import { getServerSession } from "next-auth";
import { Subscribe } from "@/components/subscribe";
import { options } from "@/lib/auth";

export default async function StationPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, session] = await Promise.all([params, getServerSession(options)]);
  return (
    <article>
      <h1>Station {id}</h1>
      {session?.user ? <Subscribe station={id} /> : null}
    </article>
  );
}
