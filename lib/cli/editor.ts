import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/**
 * Opens texts in the person's editor ($VISUAL, $EDITOR, else vi or notepad), as files of their own names outside the project.
 *
 * @returns the texts as they were saved, or undefined where the editor could not be run or gave up
 */
export function editTexts(
  texts: ReadonlyMap<string, string>,
  env: Readonly<Record<string, string | undefined>>,
): Map<string, string> | undefined {
  const folder = mkdtempSync(join(tmpdir(), "next-auth-codemod-edit-"));
  try {
    const files = [...texts].map(([path, text], i) => ({ path, text, file: join(folder, String(i), basename(path)) }));
    for (const { file, text } of files) {
      mkdirSync(dirname(file));
      writeFileSync(file, text);
    }
    const editor = env.VISUAL || env.EDITOR || (process.platform === "win32" ? "notepad" : "vi");
    const { status } = spawnSync(`${editor} ${files.map(({ file }) => quoted(file)).join(" ")}`, { shell: true, stdio: "inherit" });
    return status === 0 ? new Map(files.map(({ path, file }) => [path, readFileSync(file, "utf8")])) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** For the shell: an editor's setting is a command line (`code --wait`), so one has to run it. */
function quoted(file: string): string {
  return process.platform === "win32" ? `"${file}"` : `'${file.replaceAll("'", `'\\''`)}'`;
}
