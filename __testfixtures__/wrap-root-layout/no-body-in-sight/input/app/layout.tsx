import { Page } from "@acme/chrome";
import type { ReactNode } from "react";
import { Navbar } from "@/components/navbar";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <Page lang="en">
      <Navbar />
      <main>{children}</main>
    </Page>
  );
}
