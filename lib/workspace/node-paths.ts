import type * as Traverse from "@babel/traverse";
import type { NodePath } from "@babel/traverse";
import type { File, Node } from "@babel/types";
import { createRequire } from "node:module";

type Babel = typeof Traverse;

let babel: Babel | undefined;

/** Babel's path of every node of a tree: the way to scopes and bindings. The package is loaded when it is first needed. */
export function nodePaths(ast: File): ReadonlyMap<Node, NodePath> {
  babel ??= load();
  const paths = new Map<Node, NodePath>();
  babel.default(ast, { enter: (path) => void paths.set(path.node, path) });
  return paths;
}

function load(): Babel {
  const loaded = createRequire(import.meta.url)("@babel/traverse") as Babel;
  // A type and a value may share a name, which Babel takes for a mistake and throws. Whether a program is right is not asked here.
  (loaded.Scope.prototype as unknown as { checkBlockScopedCollisions(): void }).checkBlockScopedCollisions = () => undefined;
  return loaded;
}
