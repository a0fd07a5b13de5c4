import { Refresh } from "@/components/refresh";
import { headersOf } from "@/lib/http";
import { viewer } from "@/lib/viewer";

export default async function Page() {
  const user = await viewer();
  const headers = await headersOf();
  return (
    <p>
      {user?.name} {headers["x-user"]} <Refresh />
    </p>
  );
}
