import type { ReactNode } from "react";

export function Shell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section>
      {name}
      {children}
    </section>
  );
}
