import Link from "next/link";

export default function Footer({ year }: { year: number }) {
  return (
    <footer>
      <Link href="/about">{year}</Link>
    </footer>
  );
}
