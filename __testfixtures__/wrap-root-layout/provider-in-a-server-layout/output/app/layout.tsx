import { getServerSession } from "next-auth";
import type { ReactNode } from "react";
import { authOptions } from "@/lib/auth";
import { AuthProvider } from "@/components/AuthProvider";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const session = await getServerSession(authOptions);
  return (
    <html lang="en">
      <body>
        <AuthProvider session={session} refetchInterval={300} refetchOnWindowFocus={false}>
          {children}
        </AuthProvider>
      </body>
    </html>
  );
}
