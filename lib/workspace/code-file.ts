const CODE = /\.[cm]?[jt]sx?$/;
const DECLARATIONS = /\.d\.[cm]?ts$/;

/** JavaScript and TypeScript, without declaration files. */
export function isCode(path: string): boolean {
  return CODE.test(path) && !DECLARATIONS.test(path);
}
