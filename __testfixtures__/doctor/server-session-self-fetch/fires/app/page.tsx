export default async function Page() {
  const response = await fetch(`${process.env.NEXTAUTH_URL}/api/orders/7`, { cache: "no-store" });
  return <p>{await response.text()}</p>;
}
