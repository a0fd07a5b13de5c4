import { Inter } from "next/font/google";
import Footer from "@/components/footer";
import { Navbar } from "@/components/navbar";
import "./globals.css";
import { AuthProvider } from "@/components/auth-provider";

const inter = Inter({ subsets: ["latin"] });

export default function RootLayout({ children, session }: { children: React.ReactNode; session: any }) {
  return (
    <html lang="en">
      <body className={inter.className}>
        <AuthProvider session={session}>
          <Navbar />
          {children}
          <Footer year={2026} />
        </AuthProvider>
      </body>
    </html>
  );
}
