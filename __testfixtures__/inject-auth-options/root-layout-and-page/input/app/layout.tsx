import { getServerSession } from "next-auth";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const session = await getServerSession();
  return (
    <html lang="en">
      <body>
        <Shell name={session?.user?.name ?? "Guest"}>{children}</Shell>
      </body>
    </html>
  );
}
