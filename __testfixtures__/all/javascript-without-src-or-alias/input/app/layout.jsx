export const metadata = { title: "Seed library" };

export default function RootLayout({ children }) {
  return (
    <html lang="en">
      <body className="bg-stone-50">{children}</body>
    </html>
  );
}
