import { both } from "@/lib/both";

export default async function Page() {
  return <p>{await both()}</p>;
}
