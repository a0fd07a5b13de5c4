import { rmSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { readFile, writeFile, type App } from "../app.ts";
import { listScripts } from "./move.ts";

/** The same app without a type in it: `.js` throughout, JSX included, and a jsconfig.json. */
export function stripTypes(app: App): void {
  for (const path of listScripts(app)) {
    const { outputText } = ts.transpileModule(readFile(app, path), {
      fileName: path,
      compilerOptions: {
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.ESNext,
        jsx: ts.JsxEmit.Preserve,
      },
    });
    rmSync(join(app.directory, path));
    writeFile(app, path.replace(/\.tsx?$/, ".js"), outputText);
  }
  const { compilerOptions } = JSON.parse(readFile(app, "tsconfig.json")) as {
    compilerOptions: { paths: unknown };
  };
  rmSync(join(app.directory, "tsconfig.json"));
  writeFile(app, "jsconfig.json", `${JSON.stringify({ compilerOptions: { paths: compilerOptions.paths } }, null, 2)}\n`);

  const manifest = JSON.parse(readFile(app, "package.json")) as Record<string, unknown>;
  delete manifest["devDependencies"];
  writeFile(app, "package.json", `${JSON.stringify(manifest, null, 2)}\n`);
}
