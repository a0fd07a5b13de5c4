import type { ReactNode } from "react";

export function Messages({ locale, children }: { locale: string; children: ReactNode }) {
  return <div lang={locale}>{children}</div>;
}
