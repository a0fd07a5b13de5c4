import type { ReactNode } from "react";
import { AuthProvider } from "@/components/AuthProvider";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthProvider>{children ?? <p>Nothing here</p>}</AuthProvider>
      </body>
    </html>
  );
}
