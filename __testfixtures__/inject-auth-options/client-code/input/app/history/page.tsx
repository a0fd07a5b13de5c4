import { Form } from "@/components/form";
import { lastSaved } from "@/lib/saved";

export default async function Page() {
  return <Form last={await lastSaved()} />;
}
