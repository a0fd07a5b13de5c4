import type { ReactNode } from "react";
import { AuthProvider } from "@/components/auth-provider";

export default function Layout(props: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthProvider>{props.children}</AuthProvider>
      </body>
    </html>
  );
}
