import { currentSession } from "@/lib/auth";

export default async function Layout({ children }) {
  const session = await currentSession();
  return (
    <html>
      <body data-user={session?.user?.name}>{children}</body>
    </html>
  );
}
