import { headers } from "next/headers";

export default async function Page() {
  const response = await fetch(`${process.env.NEXTAUTH_URL}/api/orders/7`, { headers: { cookie: (await headers()).get("cookie") ?? "" } });
  return <p>{await response.text()}</p>;
}
