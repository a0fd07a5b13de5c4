import { ReserveForm } from "@/components/reserve-form";
import { tools } from "@/lib/shelf";

export default function HomePage() {
  return (
    <>
      <h1>On the shelf today</h1>
      <ul className="shelf">
        {tools.map((tool) => (
          <li key={tool.id} className="card">
            <h2>{tool.name}</h2>
            <p>{tool.note}</p>
          </li>
        ))}
      </ul>
      <ReserveForm tools={tools} />
    </>
  );
}
