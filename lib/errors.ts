/** Something the user has to change before anything can be done: what is wrong, and what to do next. Exit code 2. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
