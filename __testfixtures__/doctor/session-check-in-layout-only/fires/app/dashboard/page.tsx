export default function Page() {
  return <p>Figures</p>;
}
