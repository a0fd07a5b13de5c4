import { getServerSession } from "next-auth";

export default async function Page() {
  const session = await getServerSession(/* nothing yet */);
  const other = await getServerSession(
    // TODO: options
  );
  return (
    <p>
      {session?.user?.name} {other?.user?.name}
    </p>
  );
}
