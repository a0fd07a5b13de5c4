import type { ReactNode } from "react";
import { Messages } from "@/components/messages";

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
        <Messages locale={locale}>{children}</Messages>
      </body>
    </html>
  );
}
