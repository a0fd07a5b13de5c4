import { ruleNamed, type Finding } from "./findings/index.ts";
import type { Report } from "./transform.ts";
import type { ParseError } from "./workspace/parse.ts";

export interface Failure {
  path: string;
  line: number;
  column: number;
  message: string;
}

/** Gathers what a run has to say besides its changes. Everything is said once. */
export class RunReport {
  readonly findings: Finding[] = [];
  readonly failures: Failure[] = [];
  readonly right = new Set<string>();
  /** Prettier configurations that are code of the project and were run, or that could not be read, with what is wrong with them. */
  readonly configurations = new Map<string, string | undefined>();
  readonly #said = new Set<string>();

  /** The report as one transform sees it. */
  for(transform: string | undefined): Report {
    return {
      finding: (rule, at, place, message, overrides = {}) => {
        const { severity, help } = ruleNamed(rule);
        const path = typeof at === "string" ? at : at.path;
        const position = typeof at === "string" || place === undefined ? {} : at.position(place);
        this.#add({ rule, severity, path, ...position, ...(transform === undefined ? {} : { transform }), message, help, ...overrides });
      },
      alreadyRight: (path) => void this.right.add(path),
    };
  }

  failure({ path, line, column, message }: ParseError): void {
    if (!this.failures.some((failure) => failure.path === path)) this.failures.push({ path, line, column, message });
  }

  /** @param path from the workspace's root */
  configuration(path: string, problem: string | undefined): void {
    this.configurations.set(path.replaceAll("\\", "/"), problem);
  }

  #add(finding: Finding): void {
    const { rule, path, line, column, message } = finding;
    const key = JSON.stringify([rule, path, line, column, message]);
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.findings.push(finding);
  }
}
