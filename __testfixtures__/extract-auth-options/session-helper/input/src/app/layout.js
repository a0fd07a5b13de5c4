import { currentSession } from "@/app/api/auth/[...nextauth]/route";

export default async function Layout({ children }) {
  const session = await currentSession();
  return (
    <html>
      <body data-user={session?.user?.name}>{children}</body>
    </html>
  );
}
