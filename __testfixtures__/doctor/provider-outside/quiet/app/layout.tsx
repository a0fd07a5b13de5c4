import type { ReactNode } from "react";
import { Providers } from "./providers";
import { UserName } from "../components/user-name";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>
          <UserName />
          {children}
        </Providers>
      </body>
    </html>
  );
}
