import { getServerSession } from "next-auth";
import { SessionProvider } from "next-auth/react";
import type { ReactNode } from "react";
import { authOptions } from "@/lib/auth";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const session = await getServerSession(authOptions);
  return (
    <html lang="en">
      <body>
        <SessionProvider session={session} refetchInterval={300} refetchOnWindowFocus={false}>
          {children}
        </SessionProvider>
      </body>
    </html>
  );
}
