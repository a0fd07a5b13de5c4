import type { ReactNode } from "react";
import { AuthProvider } from "@/components/AuthProvider";
import { Navbar } from "@/components/Navbar";
import { NextAuthProvider } from "@/components/NextAuthProvider";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <NextAuthProvider>
          <AuthProvider>
            <Navbar />
            {children}
          </AuthProvider>
        </NextAuthProvider>
      </body>
    </html>
  );
}
