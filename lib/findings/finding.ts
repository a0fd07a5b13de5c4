export type Severity = "error" | "warning" | "info";

/** A place that somebody should know about: left alone with its reason, or a cause that doctor found. */
export interface Finding {
  /** Kebab-case and stable: people suppress by it. */
  rule: string;
  severity: Severity;
  /** Relative to the workspace's root; for what a probe found, the address that was asked. */
  path: string;
  /** 1-based; absent where the finding is about the whole file or app. */
  line?: number;
  column?: number;
  /** The transform that left the place alone, or that repairs it. */
  transform?: string;
  /** What is there and why it matters, in a sentence or two. */
  message: string;
  /** What to do by hand. */
  help: string;
}

/** What is always true of a rule, whatever place it is about. */
export interface Rule {
  severity: Severity;
  /** A line for the list of rules. */
  summary: string;
  help: string;
  /** Where NextAuth.js or Next.js document it. */
  docs?: string;
}

export type Rules = Record<string, Rule>;

/** Whether a finding is about a running app: its path is an address then. */
export function isAddress(path: string): boolean {
  return path.includes("://");
}
