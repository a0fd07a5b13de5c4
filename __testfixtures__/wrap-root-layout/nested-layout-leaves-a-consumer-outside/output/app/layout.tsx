import type { ReactNode } from "react";
import { Navbar } from "@/components/navbar";
import SessionWrapper from "@/components/session-wrapper";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionWrapper>
          <Navbar />
          {children}
        </SessionWrapper>
      </body>
    </html>
  );
}
