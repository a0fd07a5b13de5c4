import type { Explained } from "../lib/doctor/rules.ts";

const LABELS = { error: "Error", warning: "Warning", info: "Information" };

/** A rule's page, as Markdown. */
export function rulePage({ name, rule, cause }: Explained): string {
  const { broken, repaired } = cause?.example ?? {};
  const sections = [
    `# ${name}`,
    escaped(rule.summary),
    `${LABELS[rule.severity]}${cause ? "" : ", said by a transform"}. ${remedy({ rule, cause })}`,
    cause && `## Why\n\n${escaped(cause.why)}`,
    broken && `## Broken\n\n${code(broken)}`,
    repaired && `## Repaired\n\n${code(repaired)}`,
    `## What to do\n\n${escaped(rule.help)}`,
    cause &&
      `## If it is meant\n\nSay so on the line, or the one above it, with the reason; \`doctor\` leaves it out then.\n\n${code(`// next-auth-codemod-ignore ${name}: why`)}`,
    rule.docs && `## Documentation\n\n<${rule.docs}>`,
  ];
  return `${sections.filter((section) => section).join("\n\n")}\n`;
}

function remedy({ cause }: Pick<Explained, "rule" | "cause">): string {
  if (cause?.repairedBy) return `Repaired by \`next-auth-codemod ${cause.repairedBy}\`.`;
  return "Repaired by hand.";
}

/** The list of all rules. */
export function rulesIndex(all: readonly Explained[]): string {
  const row = ({ name, rule, cause }: Explained) =>
    `| [${name}](${name}.md) | ${LABELS[rule.severity]} | ${cell(rule.summary)} | ${cause?.repairedBy ? `\`${cause.repairedBy}\`` : "by hand"} |`;
  const table = (rows: readonly Explained[]) =>
    ["| rule | severity | what it finds | repaired by |", "| --- | --- | --- | --- |", ...rows.map(row)].join("\n");
  return `# Rules

A finding's severity may differ from the one here, where the project makes it certain or harmless. \`next-auth-codemod doctor --explain <rule>\` prints a rule's page.

## What \`doctor\` finds

${table(all.filter(({ cause }) => cause))}

## What the transforms say of places they leave alone

${table(all.filter(({ cause }) => !cause))}
`;
}

function cell(text: string): string {
  return escaped(text).replaceAll("|", "\\|");
}

/** Keeps what looks like HTML or a glob from being taken for markup, outside of code. */
function escaped(text: string): string {
  return text.replace(/`[^`]*`|[<*[\]]/g, (part) => (part.startsWith("`") ? part : `\\${part}`));
}

function code(text: string): string {
  return `\`\`\`tsx\n${text}\n\`\`\``;
}
