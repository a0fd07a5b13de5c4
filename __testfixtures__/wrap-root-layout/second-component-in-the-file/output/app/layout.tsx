import type { ReactNode } from "react";
import { Navbar } from "./navbar";
import { AuthProvider } from "@/components/AuthProvider";

function Shell({ children }: { children: ReactNode }) {
  return (
    <body className="shell">
      <AuthProvider>
        <Navbar />
        <main>{children}</main>
      </AuthProvider>
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
