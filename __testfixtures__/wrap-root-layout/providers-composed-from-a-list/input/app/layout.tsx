import type { ReactNode } from "react";
import { Compose } from "@/components/compose";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Compose>{children}</Compose>
      </body>
    </html>
  );
}
