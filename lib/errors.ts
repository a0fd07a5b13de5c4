/** Something the user has to change before anything can be done: what is wrong, and what to do next. Exit code 2. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** A transform would write a file that does not parse: the whole run is refused. */
export class BrokenOutputError extends Error {
  override readonly name = "BrokenOutputError";
  constructor(transform: string, { path, line, column, message }: { path: string; line: number; column: number; message: string }) {
    super(
      `${transform} would leave ${path} broken (${line}:${column}: ${message}). Nothing was written. Please report this with the file.`,
    );
  }
}
