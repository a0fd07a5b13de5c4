import type { ReactNode } from "react";
import { Navbar } from "./navbar";

function Shell({ children }: { children: ReactNode }) {
  return (
    <body className="shell">
      <Navbar />
      <main>{children}</main>
    </body>
  );
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <Shell>{children}</Shell>
    </html>
  );
}
