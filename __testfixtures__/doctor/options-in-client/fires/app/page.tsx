import { Providers } from "./name";

export default function Page() {
  return <Providers />;
}
