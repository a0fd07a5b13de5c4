"use client";

import { useEffect, useState } from "react";

export default function RootLayout({ children }: { children: React.ReactNode }) {
  const [busy, setBusy] = useState(true);
  useEffect(() => setBusy(false), []);
  return (
    <html lang="en">
      <body>
        {busy ? (
          <p>One moment</p>
        ) : (
          <div className="page">
            <main>{children}</main>
          </div>
        )}
      </body>
    </html>
  );
}
