import type { ReactNode } from "react";
import { Basket } from "@/components/basket";
import { AuthProvider } from "@/components/auth-provider";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthProvider>
          {children}
          <Basket />
        </AuthProvider>
      </body>
    </html>
  );
}
