import type { Session } from "next-auth";
import type { ReactNode } from "react";
import { Providers } from "./providers";

export default function RootLayout({ children, session }: { children: ReactNode; session: Session }) {
  return (
    <html lang="en">
      <body>
        <Providers session={session}>{children}</Providers>
      </body>
    </html>
  );
}
