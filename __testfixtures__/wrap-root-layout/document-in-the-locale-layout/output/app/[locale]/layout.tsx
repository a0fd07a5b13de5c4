import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { AuthProvider } from "@/components/auth-provider";

export default async function LocaleLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  return (
    <html lang={locale}>
      <body>
        <Messages locale={locale}>
          <AuthProvider>{children}</AuthProvider>
        </Messages>
      </body>
    </html>
  );
}
