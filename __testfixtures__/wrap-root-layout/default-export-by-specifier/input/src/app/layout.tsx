import type { Metadata } from "next";

const metadata: Metadata = { title: "Seeds" };

const RootLayout = ({ children }: { children: React.ReactNode }) => {
  return (
    <html lang="en">
      <body className="antialiased">{children}</body>
    </html>
  );
};

export { metadata, RootLayout as default };
