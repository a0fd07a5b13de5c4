import { currentVisitor } from "@/lib/auth";

export default async function VisitPage() {
  const visitor = await currentVisitor();
  return <h1>{visitor ? `Good day, ${visitor.name}` : "Good day"}</h1>;
}
