import type { ReactNode } from "react";
import { ThemeProvider } from "next-themes";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <ThemeProvider attribute="class">
          <main className="page">
            {/* every page */}
            {children}
          </main>
        </ThemeProvider>
      </body>
    </html>
  );
}
