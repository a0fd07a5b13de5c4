import type { Metadata } from "next";
import { Navbar } from "@/features/shell/Navbar";

export const metadata: Metadata = { title: "Seeds" };

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en">
      <body><Navbar />{children}</body>
    </html>
  );
}
