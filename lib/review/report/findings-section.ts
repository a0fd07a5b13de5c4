import { rules, type Finding, type Severity } from "../../findings/index.ts";
import { placeOf } from "../summary.ts";
import { visibleLine } from "../visible-text.ts";
import type { Documentation } from "./file-section.ts";
import { transformLink } from "./file-section.ts";
import { markup, type Markup } from "./markup.ts";

const GROUPS: readonly [severity: Severity, heading: string][] = [
  ["error", "Errors"],
  ["warning", "Left alone"],
  ["info", "For information"],
];

/** What the run has to say besides its changes, the most severe first. */
export function findingsSection(findings: readonly Finding[], documentation: Documentation): Markup {
  const groups = GROUPS.map(([severity, heading]) => ({
    severity,
    heading,
    found: findings.filter((finding) => finding.severity === severity),
  })).filter(({ found }) => found.length > 0);
  return markup`${groups.map(
    ({ severity, heading, found }) =>
      markup`<details class="findings ${severity}" id="findings-${severity}" ${severity === "info" ? markup`` : markup`open`}>
        <summary>
          <h2>${heading}</h2>
          <span class="number">${found.length}</span>
        </summary>
        <ul>
          ${found.map((finding) => findingMarkup(finding, documentation))}
        </ul>
      </details> `,
  )}`;
}

function findingMarkup(finding: Finding, documentation: Documentation): Markup {
  const { rule, transform, message, help } = finding;
  const link = rules[rule]?.docs;
  return markup`<li class="finding" data-transforms="${transform ?? ""}">
    <p class="place">
      <code>${placeOf(finding)}</code>
      <span class="rule">${rule}</span> ${transform !== undefined && transformLink(transform, documentation)}
    </p>
    <p>${visibleLine(message)}</p>
    <p class="help">
      ${visibleLine(help)} ${link !== undefined && markup`<a href="${link}" target="_blank" rel="noreferrer">Documentation</a>`}
    </p>
  </li>`;
}
