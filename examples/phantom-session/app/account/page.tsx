import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const session = await getServerSession();

  if (!session) {
    redirect("/login");
  }

  return (
    <section className="card narrow">
      <h1>Account</h1>
      <dl className="facts">
        <dt>Name</dt>
        <dd>{session.user.name}</dd>
        <dt>Email</dt>
        <dd>{session.user.email}</dd>
        <dt>Member no.</dt>
        <dd>{session.user.id}</dd>
        <dt>Role</dt>
        <dd>{session.user.role}</dd>
      </dl>
    </section>
  );
}
