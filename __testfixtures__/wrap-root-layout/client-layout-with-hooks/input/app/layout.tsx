"use client";

import { SessionProvider } from "next-auth/react";
import { useState } from "react";

export default function RootLayout({ children }: { children: React.ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <html lang="en">
      <body>
        <SessionProvider>
          {open ? <p>Menu</p> : children}
          <button onClick={() => setOpen(!open)}>Menu</button>
        </SessionProvider>
      </body>
    </html>
  );
}
