export default function Home() {
  return <h1>Seed library</h1>;
}
