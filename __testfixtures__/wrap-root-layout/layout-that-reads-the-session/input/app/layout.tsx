"use client";

import { useSession } from "next-auth/react";

export default function RootLayout({ children }: { children: React.ReactNode }) {
  const { status } = useSession();
  return (
    <html lang="en" data-status={status}>
      <body>{children}</body>
    </html>
  );
}
