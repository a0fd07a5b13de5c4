import type { ReactNode } from "react";
import { AuthProvider } from "@/components/AuthProvider";

export default function RootLayout({ children, modal }: { children: ReactNode; modal: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthProvider>
          {modal}
          <div id="page">{children}</div>
        </AuthProvider>
      </body>
    </html>
  );
}
