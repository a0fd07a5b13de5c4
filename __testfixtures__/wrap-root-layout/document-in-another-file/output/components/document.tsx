import type { ReactNode } from "react";
import { Navbar } from "./navbar";
import { AuthProvider } from "./auth-provider";

export function Document({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthProvider>
          <Navbar />
          {children}
        </AuthProvider>
      </body>
    </html>
  );
}
