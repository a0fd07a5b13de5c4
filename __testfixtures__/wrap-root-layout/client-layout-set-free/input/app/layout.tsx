"use client";

import { Inter } from "next/font/google";
import { SessionProvider } from "next-auth/react";
import Footer from "@/components/footer";
import { Navbar } from "@/components/navbar";
import "./globals.css";

const inter = Inter({ subsets: ["latin"] });

export default function RootLayout({ children, session }: { children: React.ReactNode; session: any }) {
  return (
    <html lang="en">
      <body className={inter.className}>
        <SessionProvider session={session}>
          <Navbar />
          {children}
          <Footer year={2026} />
        </SessionProvider>
      </body>
    </html>
  );
}
