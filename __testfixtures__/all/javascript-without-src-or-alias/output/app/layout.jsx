import { AuthProvider } from "../components/AuthProvider";

export const metadata = { title: "Seed library" };

export default function RootLayout({ children }) {
  return (
    <html lang="en">
      <body className="bg-stone-50">
        <AuthProvider>{children}</AuthProvider>
      </body>
    </html>
  );
}
