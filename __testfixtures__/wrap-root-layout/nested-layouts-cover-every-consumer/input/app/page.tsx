import { Providers } from "@/components/providers";
import { Navbar } from "@/components/navbar";

export default function Home() {
  return (
    <Providers>
      <Navbar />
    </Providers>
  );
}
