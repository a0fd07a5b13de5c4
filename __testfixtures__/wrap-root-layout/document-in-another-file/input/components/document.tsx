import type { ReactNode } from "react";
import { Navbar } from "./navbar";

export function Document({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Navbar />
        {children}
      </body>
    </html>
  );
}
