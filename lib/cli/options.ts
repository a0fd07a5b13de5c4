/** One option of the command line. This table gives the flags, `--help` and the README's list. */
export interface OptionSpec {
  /** As commander reads it: `-d, --dry`, `--patch <file>`. */
  flags: string;
  description: string;
  /** May be given more than once. */
  repeatable?: boolean;
  /** Which commands take it; `migrate` is every transform and `all`. */
  commands: readonly ("migrate" | "doctor" | "undo" | "list")[];
}

export const optionSpecs: readonly OptionSpec[] = [
  { flags: "-d, --dry", description: "write nothing; print the unified diff of everything that would change", commands: ["migrate"] },
  { flags: "-p, --print", description: "print the whole resulting files", commands: ["migrate"] },
  { flags: "--json", description: "print one JSON document on standard output and nothing else there", commands: ["migrate", "doctor"] },
  { flags: "--check", description: "write nothing, print what is pending; exit 1 if anything is", commands: ["migrate"] },
  { flags: "-f, --force", description: "run although the git tree is dirty", commands: ["migrate"] },
  { flags: "--ignore <glob>", description: "leave matching files out (repeatable); .gitignore is always respected", repeatable: true, commands: ["migrate", "doctor"] },
  { flags: "--auth-file <path>", description: "where the options live or go (default: src/lib/auth.ts or lib/auth.ts)", commands: ["migrate"] },
  { flags: "--provider-file <path>", description: "where the provider component goes (default: src/components/AuthProvider.tsx or components/AuthProvider.tsx)", commands: ["migrate"] },
  { flags: "--loading <jsx>", description: "what a loading branch renders", commands: ["migrate"] },
  { flags: "-q, --quiet", description: "print results and errors only", commands: ["migrate", "doctor", "undo"] },
  { flags: "-v, --verbose", description: "list information findings too", commands: ["migrate", "doctor", "undo"] },
  { flags: "--no-color", description: "print without colors", commands: ["migrate", "doctor", "undo", "list"] },
];

/** What the table's flags come to, once parsed. */
export interface CliOptions {
  dry?: boolean;
  print?: boolean;
  json?: boolean;
  check?: boolean;
  force?: boolean;
  ignore?: string[];
  authFile?: string;
  providerFile?: string;
  loading?: string;
  quiet?: boolean;
  verbose?: boolean;
  color?: boolean;
}
