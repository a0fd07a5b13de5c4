import { measure } from "./measure.ts";
import type { SameWork } from "./results.ts";
import { astGrep, cli, jscodeshift, PASSES, type Pass } from "./tools.ts";

interface RunOutput {
  changes: { path: string; kind: string; transforms: string[] }[];
}
interface AstGrepMatch {
  file: string;
  ruleId: string;
}

/**
 * What each tool would change where the peers can do the same work: the files by tool, for each of the four passes.
 * The peers' passes find a shape in one file; the files that they name are compared with those that this tool edits.
 */
export function compareWork(folder: string): SameWork[] {
  const { changes } = JSON.parse(measure(`${cli} all --dry --json .`, folder).output) as RunOutput;
  const matches = lines(measure(`${astGrep} --json=stream .`, folder).output).map((line) => JSON.parse(line) as AstGrepMatch);
  return (Object.keys(PASSES) as Pass[]).map((pass) => {
    const own = changes.filter(({ kind, transforms }) => kind === "modify" && transforms.includes(PASSES[pass])).map(({ path }) => path);
    const rule = matches.filter(({ ruleId }) => ruleId === pass).map(({ file }) => file);
    const shown = lines(measure(jscodeshift(pass, "--verbose=2 --run-in-band"), folder).output);
    const passed = shown.flatMap((line) => /^ OKK (\S+)/.exec(line)?.[1] ?? []);
    const [ours, ...others] = [own, passed, rule].map((paths) => new Set(paths.map((path) => path.replace(/^\.\//, ""))));
    const [jscodeshifts, astGreps] = others.map((theirs) => ({
      files: theirs.size,
      shared: [...theirs].filter((path) => ours!.has(path)).length,
    }));
    return { transform: PASSES[pass], files: ours!.size, jscodeshift: jscodeshifts!, astGrep: astGreps! };
  });
}

function lines(output: string): string[] {
  return output
    .replace(/\u001b\[\d*m/g, "")
    .split("\n")
    .filter(Boolean);
}
