import { roles } from "@/lib/auth";

export default function Page() {
  return <p>{roles.join(", ")}</p>;
}
