import { SessionProvider as Provider } from "next-auth/react";
import type { ReactNode } from "react";

const settings = { refetchInterval: 60 };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Provider {...settings}>{children}</Provider>
      </body>
    </html>
  );
}
