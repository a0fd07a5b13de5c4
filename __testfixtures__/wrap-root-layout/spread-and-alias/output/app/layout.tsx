import type { ReactNode } from "react";
import { AuthProvider } from "@/components/AuthProvider";

const settings = { refetchInterval: 60 };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthProvider {...settings}>{children}</AuthProvider>
      </body>
    </html>
  );
}
