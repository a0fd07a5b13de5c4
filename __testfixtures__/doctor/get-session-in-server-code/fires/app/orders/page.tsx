import { Form } from "@/app/form";
import { request } from "@/lib/request";

export default async function Page() {
  const response = await request("/api/orders");
  return (
    <>
      <p>{await response.text()}</p>
      <Form />
    </>
  );
}
