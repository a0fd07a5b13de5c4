import { getServerSession } from "next-auth";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell";
import { authOptions } from "@/lib/auth";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const session = await getServerSession(authOptions);
  return (
    <html lang="en">
      <body>
        <Shell name={session?.user?.name ?? "Guest"}>{children}</Shell>
      </body>
    </html>
  );
}
