import type { ReactNode } from "react";
import { Providers } from "@/components/providers";

export default function RootLayout({ children, bar }: { children: ReactNode; bar: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {bar}
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
