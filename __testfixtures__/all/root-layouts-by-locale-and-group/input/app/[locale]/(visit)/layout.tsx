import type { ReactNode } from "react";
import { TicketBar } from "@/components/ticket-bar";

export default function VisitLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <TicketBar />
      {children}
    </>
  );
}
