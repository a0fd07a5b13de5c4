import type { Metadata } from "next";
import { AuthProvider } from "@/components/AuthProvider";

const metadata: Metadata = { title: "Seeds" };

const RootLayout = ({ children }: { children: React.ReactNode }) => {
  return (
    <html lang="en">
      <body className="antialiased">
        <AuthProvider>{children}</AuthProvider>
      </body>
    </html>
  );
};

export { metadata, RootLayout as default };
