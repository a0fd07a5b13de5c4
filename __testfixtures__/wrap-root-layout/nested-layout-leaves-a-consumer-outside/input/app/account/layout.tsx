import type { ReactNode } from "react";
import SessionWrapper from "@/components/session-wrapper";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <SessionWrapper>{children}</SessionWrapper>;
}
