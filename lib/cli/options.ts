/** One option of the command line. This table gives the flags, `--help` and the README's list. */
export interface OptionSpec {
  /** As commander reads it: `-d, --dry`, `--patch <file>`. */
  flags: string;
  description: string;
  /** May be given more than once. */
  repeatable?: boolean;
  /** The values it takes, where they are few. */
  choices?: readonly string[];
  /** Which commands take it; `migrate` is every transform and `all`. */
  commands: readonly CommandKind[];
}

export type CommandKind = "migrate" | "doctor" | "undo" | "list" | "guide";

export const formats = ["text", "json", "sarif", "github"] as const;

export const optionSpecs: readonly OptionSpec[] = [
  {
    flags: "-d, --dry",
    description: "write nothing; print the unified diff of everything that would change, new files included",
    commands: ["migrate"],
  },
  { flags: "-p, --print", description: "print the whole resulting files", commands: ["migrate"] },
  { flags: "--patch <file>", description: "write the change as a patch that git apply takes; implies --dry", commands: ["migrate"] },
  {
    flags: "--report <file.html>",
    description: "write one self-contained page: the diff side by side, why each change was made, what was left alone and why",
    commands: ["migrate"],
  },
  {
    flags: "--json",
    description: "print one JSON document on standard output and nothing else there (--format json)",
    commands: ["migrate", "doctor"],
  },
  {
    flags: "--format <format>",
    description: "what standard output carries: text, json, or the findings as sarif or github annotations",
    choices: formats,
    commands: ["migrate", "doctor"],
  },
  {
    flags: "-i, --interactive",
    description: "review change by change: accept, skip, edit, accept the rest, quit; changes that need each other are one choice",
    commands: ["migrate"],
  },
  { flags: "--check", description: "write nothing, print what is pending; exit 1 if anything is (for CI)", commands: ["migrate"] },
  {
    flags: "--verify",
    description: "type-check the result with the project's own TypeScript before writing; write only if it brings no new error",
    commands: ["migrate"],
  },
  { flags: "-f, --force", description: "run although the git tree is dirty", commands: ["migrate"] },
  {
    flags: "--ignore <glob>",
    description: "leave matching files out (repeatable); .gitignore is always respected",
    repeatable: true,
    commands: ["migrate", "doctor"],
  },
  {
    flags: "--auth-file <path>",
    description: "where the options live or go (default: src/lib/auth.ts or lib/auth.ts)",
    commands: ["migrate"],
  },
  {
    flags: "--provider-file <path>",
    description:
      "where the provider component goes (default: src/components/AuthProvider.tsx or components/AuthProvider.tsx, named as that folder names its files)",
    commands: ["migrate"],
  },
  { flags: "--loading <jsx>", description: "what a loading branch renders", commands: ["migrate"] },
  {
    flags: "--no-project-config",
    description: "write new files in the style of their neighbours, without the project's Prettier configuration, which may be code",
    commands: ["migrate"],
  },
  {
    flags: "--explain <rule>",
    description: "say what a rule is about, why it loses the session, and what repairs it",
    commands: ["doctor"],
  },
  {
    flags: "--probe <url>",
    description:
      "ask a running app as well, such as http://localhost:3000: its cookies, redirects and address; GET only, nothing is signed in",
    commands: ["doctor"],
  },
  { flags: "--allow-remote", description: "let --probe ask another machine than this one", commands: ["doctor"] },
  { flags: "--no-pager", description: "print a long diff at once instead of through $PAGER", commands: ["migrate", "guide"] },
  { flags: "-q, --quiet", description: "print results and errors only", commands: ["migrate", "doctor", "undo"] },
  {
    flags: "-v, --verbose",
    description: "list information findings, and what was right already, too",
    commands: ["migrate", "doctor", "undo"],
  },
  { flags: "--no-color", description: "print without colors, as NO_COLOR does", commands: ["migrate", "doctor", "undo", "list", "guide"] },
];

/** The exit codes, for `--help` and the README. */
export const exitCodes: readonly { code: number; meaning: string }[] = [
  { code: 0, meaning: "Done, or nothing to do." },
  { code: 1, meaning: "`--check` found pending changes, or `doctor` found an error." },
  {
    code: 2,
    meaning:
      "Could not do all that was asked: bad arguments, a path that isn't there, a dirty tree without `--force`, a file that does not parse, a failed write, a refused `--verify`. Standard error says what, where and what to do next.",
  },
];

/** What the table's flags come to, once parsed. */
export interface CliOptions {
  dry?: boolean;
  print?: boolean;
  patch?: string;
  report?: string;
  json?: boolean;
  format?: (typeof formats)[number];
  interactive?: boolean;
  check?: boolean;
  verify?: boolean;
  force?: boolean;
  ignore?: string[];
  authFile?: string;
  providerFile?: string;
  loading?: string;
  projectConfig?: boolean;
  explain?: string;
  probe?: string;
  allowRemote?: boolean;
  pager?: boolean;
  quiet?: boolean;
  verbose?: boolean;
  color?: boolean;
  /** No flag: the guide itself asks what comes after a dry run. */
  guided?: boolean;
}
