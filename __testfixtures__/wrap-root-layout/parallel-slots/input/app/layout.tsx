import type { ReactNode } from "react";

export default function RootLayout({ children, modal }: { children: ReactNode; modal: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {modal}
        <div id="page">{children}</div>
      </body>
    </html>
  );
}
