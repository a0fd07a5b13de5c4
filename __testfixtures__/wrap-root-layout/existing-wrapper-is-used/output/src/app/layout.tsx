import type { Metadata } from "next";
import { Navbar } from "@/features/shell/Navbar";
import SessionWrapper from "@/features/session/SessionWrapper";

export const metadata: Metadata = { title: "Seeds" };

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
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
