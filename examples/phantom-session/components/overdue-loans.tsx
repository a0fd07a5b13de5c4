"use client";

import { useEffect, useState } from "react";
import type { Loan } from "@/lib/shelf";

export function OverdueLoans() {
  const [loans, setLoans] = useState<Loan[]>([]);
  const [refusal, setRefusal] = useState("");

  useEffect(() => {
    let left = false;

    async function load() {
      const response = await fetch("/api/overdue");
      const answer = await response.json();
      if (left) return;
      if (response.ok) {
        setLoans(answer.loans);
      } else {
        setRefusal(answer.error);
      }
    }

    load();
    return () => {
      left = true;
    };
  }, []);

  return (
    <section className="overdue">
      <h2>Overdue in the shed</h2>
      {refusal && <p className="muted">{refusal}</p>}
      <ul className="loans">
        {loans.map((loan) => (
          <li key={loan.id} className="card row">
            <strong>{loan.tool}</strong>
            <span className="late">since {loan.due}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
