import type { Results, TreeResults } from "./results.ts";

/** A tree's measurements as multiples of the floor. */
export function tableOf({ name, files, matches, floor, rows }: TreeResults): string {
  const times = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ×`;
  return [
    `**${name}**: ${files.toLocaleString("en")} files, ${matches.toLocaleString("en")} mention next-auth`,
    "",
    "| Tool | Time | Processor | Peak memory | Runs |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows.map(({ tool, wall, cpu, memory, runs }) => `| ${tool} | ${times(wall)} | ${times(cpu)} | ${memory.toFixed(0)} MB | ${runs} |`),
    "",
    `The floor, 1 ×, took ${floor.toFixed(2)} s.`,
  ].join("\n");
}

export function headline({ date, machine: { cores, node }, command, startUp }: Results): string {
  return `Measured on ${date} on a machine with ${cores} cores, Node.js ${node}, by \`${command}\`. \`--version\` takes ${startUp.toFixed(2)} times as long as a bare Node.js.`;
}
