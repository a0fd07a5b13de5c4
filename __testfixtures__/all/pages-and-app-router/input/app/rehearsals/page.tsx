import { getServerSession } from "next-auth";
import { Attendance } from "@/components/attendance";

export default async function RehearsalsPage() {
  const session = await getServerSession();
  return (
    <section>
      <h1>Rehearsals{session?.user?.email ? ` for ${session.user.email}` : ""}</h1>
      <Attendance />
    </section>
  );
}
