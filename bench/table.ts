import type { PeerWork, Results, Row, SameWork, TreeResults } from "./results.ts";

/** A tree's measurements as multiples of the floor. */
export function tableOf({ name, files, matches, floor, rows, work }: TreeResults): string {
  const times = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ×`;
  return [
    `**${name}**: ${files.toLocaleString("en")} files, ${matches.toLocaleString("en")} mention next-auth`,
    "",
    "| Tool | Time | Processor | Peak memory | Runs |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows.map(({ tool, wall, cpu, memory, runs }) => `| ${tool} | ${times(wall)} | ${times(cpu)} | ${memory.toFixed(0)} MB | ${runs} |`),
    "",
    `The floor, 1 ×, took ${floor.toFixed(2)} s. ${againstAll(rows)}`,
    ...(work ? ["", workTable(work)] : []),
  ].join("\n");
}

export function headline({ date, machine: { cores, node }, command, startUp }: Results): string {
  return `Measured on ${date} on a machine with ${cores} cores, Node.js ${node}, by \`${command}\`. \`--version\` takes ${startUp.toFixed(2)} times as long as a bare Node.js.`;
}

/** Which files the peers' passes would change, and how many of them this tool changes too. */
function workTable(work: readonly SameWork[]): string {
  const shared = ({ files, shared }: PeerWork) => `${files}, of which ${shared} here too`;
  return [
    "Files that each would edit there, where the peers' passes look for the same thing:",
    "",
    "| Work | This tool | jscodeshift | ast-grep |",
    "| --- | ---: | ---: | ---: |",
    ...work.map(
      ({ transform, files, jscodeshift, astGrep }) => `| ${transform} | ${files} | ${shared(jscodeshift)} | ${shared(astGrep)} |`,
    ),
  ].join("\n");
}

/** What the peers take where the whole migration takes one. */
function againstAll(rows: readonly Row[]): string {
  const all = rows.find(({ tool }) => tool === "next-auth-codemod all");
  const peers = rows.filter(({ tool }) => /^(?:ast-grep|@next|jscodeshift)/.test(tool));
  return `Where \`all\` takes 1: ${peers.map(({ tool, wall }) => `${tool} ${(wall / all!.wall).toFixed(1)}`).join("; ")}.`;
}
