// The floor: every file that mentions next-auth, read and parsed once with @babel/parser. Reads the list from standard input.
import { readFileSync } from "node:fs";
import { parse } from "@babel/parser";

for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  if (!/\.tsx?$/.test(path)) continue;
  parse(readFileSync(path, "utf8"), { sourceType: "module", plugins: path.endsWith("x") ? ["typescript", "jsx"] : ["typescript"] });
}
