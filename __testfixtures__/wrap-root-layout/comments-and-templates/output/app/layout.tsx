import Script from "next/script";
import type { ReactNode } from "react";
import { Navbar } from "@/components/navbar";
import { AuthProvider } from "@/components/auth-provider";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="/seed.svg" />
      </head>
      <body>
        <AuthProvider>
          {/* The bar stays
              while pages change. */}
          <Navbar />

          {children} {/* the page */}
          <Script id="theme">{`
          document.documentElement.dataset.theme =
            localStorage.theme;
        `}</Script>
          <noscript>
            Please allow
            scripts.
          </noscript>
        </AuthProvider>
      </body>
    </html>
  );
}
