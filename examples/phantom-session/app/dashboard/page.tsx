"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useSession } from "next-auth/react";
import { OverdueLoans } from "@/components/overdue-loans";
import { loans } from "@/lib/shelf";

export default function DashboardPage() {
  const { data: session } = useSession();
  const router = useRouter();

  useEffect(() => {
    if (!session) {
      router.push("/login");
    }
  }, [session, router]);

  return (
    <>
      <h1>My loans</h1>
      <p className="muted">Borrowed by {session?.user?.name}</p>
      <ul className="loans">
        {loans.map((loan) => (
          <li key={loan.id} className="card row">
            <strong>{loan.tool}</strong>
            <span className="muted">due {loan.due}</span>
          </li>
        ))}
      </ul>
      <OverdueLoans />
    </>
  );
}
