import type { Node } from "@babel/types";
import { bindingOf } from "../syntax/bindings.ts";
import { importBindings } from "../syntax/imports.ts";
import { runsAtLoad } from "../syntax/load-time.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { filesLoadedBy } from "./module-graph.ts";
import type { Project } from "./project.ts";

export interface ImportCycle {
  /** The shortest way from the imported file back to the importing one, both ends included. */
  way: readonly string[];
  /** Where a file of the cycle needs another one's value while it loads: it may not be there yet. */
  readAtLoad: { file: SourceFile; node: Node } | undefined;
}

/**
 * The cycle that an import would close, or undefined where it closes none, or none that isn't there already.
 *
 * @param from the file that would import
 * @param target the file it would import
 */
export function cycleClosedBy(project: Project, from: SourceFile, target: SourceFile): ImportCycle | undefined {
  if (filesLoadedBy(project, from).includes(target.path)) return undefined;
  const cameFrom = new Map<string, string[]>([[target.path, []]]);
  const queue = [target.path];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const file = project.workspace.source(path);
    if (file === undefined || path === from.path) continue;
    for (const next of filesLoadedBy(project, file)) {
      const known = cameFrom.get(next);
      if (known !== undefined) known.push(path);
      else {
        cameFrom.set(next, [path]);
        queue.push(next);
      }
    }
  }
  if (!cameFrom.has(from.path)) return undefined;
  const members = new Set([from.path]);
  for (const path of members) for (const before of cameFrom.get(path) ?? []) members.add(before);
  return { way: shortestWay(cameFrom, target.path, from.path), readAtLoad: firstRead(project, members) };
}

/** What a breadth-first search met first is nearest. */
function shortestWay(cameFrom: ReadonlyMap<string, readonly string[]>, start: string, end: string): string[] {
  const way = [end];
  while (way[0] !== start) {
    const before = cameFrom.get(way[0]!)![0]!;
    if (way.includes(before)) break;
    way.unshift(before);
  }
  return way;
}

function firstRead(project: Project, members: ReadonlySet<string>): ImportCycle["readAtLoad"] {
  for (const path of members) {
    const file = project.workspace.source(path)!;
    for (const imported of importBindings(file)) {
      if (imported.typeOnly || !members.has(project.resolver.resolveFile(imported.source, path) ?? "")) continue;
      const node = bindingOf(file, imported.local)?.values.find(
        (use) => !/^TS|^ExportSpecifier/.test(file.parent(use)?.type ?? "") && runsAtLoad(file, use),
      );
      if (node !== undefined) return { file, node };
    }
  }
  return undefined;
}
