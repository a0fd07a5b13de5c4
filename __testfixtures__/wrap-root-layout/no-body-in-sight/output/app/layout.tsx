import { Page } from "@acme/chrome";
import type { ReactNode } from "react";
import { Navbar } from "@/components/navbar";
import { AuthProvider } from "@/components/auth-provider";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <AuthProvider>
      <Page lang="en">
        <Navbar />
        <main>{children}</main>
      </Page>
    </AuthProvider>
  );
}
