import type { ReactNode } from "react";
import { Basket } from "@/components/basket";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Basket />
      </body>
    </html>
  );
}
