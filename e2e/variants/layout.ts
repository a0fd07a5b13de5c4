import { posix } from "node:path";
import { editFile, readFile, writeFile, type App } from "../app.ts";
import { editScripts, move } from "./move.ts";

/** Everything below `src/`. */
export function useSourceFolder(app: App): void {
  for (const name of ["app", "components", "lib", "middleware.ts"]) move(app, name, `src/${name}`);
  editFile(app, "tsconfig.json", (text) => text.replace('["./*"]', '["./src/*"]'));
}

/** Relative imports only, and no alias to make others with. */
export function dropAlias(app: App): void {
  editScripts(app, (text, path) =>
    text.replace(/"@\/([^"]+)"/g, (_, target: string) => {
      const way = posix.relative(posix.dirname(path), target);
      return `"${way.startsWith(".") ? way : `./${way}`}"`;
    }),
  );
  editFile(app, "tsconfig.json", (text) => text.replace(/,\s*"paths": \{[^}]*\}/, ""));
}

/** Two root layouts, one for the shelf and one for members, and none above them. */
export function splitRootLayout(app: App): void {
  const layout = readFile(app, "app/layout.tsx").replace('"./globals.css"', '"../globals.css"');
  writeFile(app, "app/(shelf)/layout.tsx", layout);
  move(app, "app/page.tsx", "app/(shelf)/page.tsx");
  for (const page of ["dashboard", "account", "login"]) move(app, `app/${page}`, `app/(members)/${page}`);
  move(app, "app/layout.tsx", "app/(members)/layout.tsx");
  writeFile(app, "app/(members)/layout.tsx", layout);
}
