import type { ReactNode } from "react";
import { useSession } from "next-auth/react";
import Providers from "./session-provider";

export type Session = ReturnType<typeof useSession>;

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
