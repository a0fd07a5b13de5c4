import type { ReactNode } from "react";
import { Greeting } from "../components/greeting";
import "./globals.css";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Greeting />
        {children}
      </body>
    </html>
  );
}
