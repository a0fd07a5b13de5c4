"use client";

import { useEffect, useState } from "react";
import { AuthProvider } from "@/components/AuthProvider";

export default function RootLayout({ children }: { children: React.ReactNode }) {
  const [busy, setBusy] = useState(true);
  useEffect(() => setBusy(false), []);
  return (
    <html lang="en">
      <body>
        <AuthProvider>
          {busy ? (
            <p>One moment</p>
          ) : (
            <div className="page">
              <main>{children}</main>
            </div>
          )}
        </AuthProvider>
      </body>
    </html>
  );
}
