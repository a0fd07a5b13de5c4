"use client";

import { SessionProvider } from "next-auth/react";
import { Clock } from "@/components/clock";

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionProvider>
          <Clock />
          {children}
        </SessionProvider>
      </body>
    </html>
  );
}
