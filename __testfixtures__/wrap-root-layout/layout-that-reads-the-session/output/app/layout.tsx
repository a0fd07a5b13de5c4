"use client";

import { useSession } from "next-auth/react";
import { AuthProvider } from "@/components/AuthProvider";

export default function RootLayout({ children }: { children: React.ReactNode }) {
  const { status } = useSession();
  return (
    <html lang="en" data-status={status}>
      <body>
        <AuthProvider>{children}</AuthProvider>
      </body>
    </html>
  );
}
