import type { ReactNode } from "react";
import { AuthProvider } from "@/components/AuthProvider";

const RootLayout = ({ children }: { children: ReactNode }) => <html lang="en"><body>
  <AuthProvider>{children}</AuthProvider>
</body></html>;

export default RootLayout;
