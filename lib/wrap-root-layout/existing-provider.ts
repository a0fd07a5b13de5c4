import type { Node } from "@babel/types";
import { exportedComponent } from "../project/components.ts";
import type { Project } from "../project/project.ts";
import { coverageOf, sessionProviderFiles } from "../next-auth/provider-coverage.ts";
import { isClientFile } from "../syntax/directives.ts";
import { exportsOf } from "../syntax/exports.ts";
import { isFunction } from "../syntax/functions.ts";
import { destructuredProps, inside, type ComponentNode } from "../syntax/props";
import { isTestFile } from "../project/entries.ts";
import { isBelow } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** A component that can be put around a layout's content. */
export interface ProviderComponent {
  path: string;
  /** Its name where it is used. */
  name: string;
  /** Its name in its file: `default`, or as it is exported. */
  imported: string;
}

/**
 * A client component of the app that is SessionProvider around its children and nothing else, so that
 * no second one is written.
 *
 * @param props what it is given besides its children
 */
export function findPlainProvider(project: Project, props: readonly string[]): ProviderComponent | undefined {
  return sessionProviderFiles(project)
    .filter((file) => isBelow(file.path, project.app.dir) && !isTestFile(file.path))
    .flatMap((file) => plainProviders(project, file, props))[0];
}

/** The plain providers that one file exports. */
export function plainProviders(project: Project, file: SourceFile, props: readonly string[]): ProviderComponent[] {
  if (!file.parses || !isClientFile(file)) return [];
  return exportsOf(file).flatMap((own): ProviderComponent[] => {
    const component = own.typeOnly || own.exported === "*" ? undefined : exportedComponent(project, file, own.exported);
    if (component?.kind !== "declared" || component.file !== file || !isPlain(project, component.node, file, props)) return [];
    const local = own.kind === "local" ? own.local : own.exported === "default" ? "AuthProvider" : own.exported;
    return /^[A-Z]/.test(local) ? [{ path: file.path, name: local, imported: own.exported }] : [];
  });
}

function isPlain(project: Project, node: ComponentNode, file: SourceFile, props: readonly string[]): boolean {
  const elements = file.nodes("JSXElement").filter((element) => inside(element, node));
  if (!isFunction(node) || elements.length !== 1 || coverageOf(project, { kind: "declared", file, node }).state !== "covered") return false;
  // SessionProvider with a session that is null never asks the server for one.
  const { attributes } = elements[0]!.openingElement;
  if (
    attributes.some(
      (attribute) => attribute.type === "JSXAttribute" && attribute.name.name === "session" && /\bnull\b/.test(file.slice(attribute)),
    )
  )
    return false;
  const calls = file.nodes("CallExpression").some((call) => inside(call, node));
  const taken = destructuredProps(node);
  return (
    !calls &&
    taken !== undefined &&
    props.every((prop) => taken.includes(prop)) &&
    taken.every((name) => name === "children" || props.includes(name) || isOptional(file, node, name))
  );
}

/** Whether a component can be rendered without a prop, as far as its own file's types say. */
function isOptional(file: SourceFile, node: ComponentNode, name: string): boolean {
  if (!/\.tsx?$/.test(file.path)) return true;
  const signatures = file.nodes("TSPropertySignature").filter(({ key }: { key: Node }) => key.type === "Identifier" && key.name === name);
  return signatures.length > 0 && signatures.every(({ optional }) => optional === true) && isFunction(node);
}
