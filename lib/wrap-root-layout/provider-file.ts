import { posix } from "node:path";
import type { Project } from "../project/project.ts";
import { isBelow, joinPath, parentOf } from "../workspace/app.ts";
import { isNameFree } from "../syntax/bindings.ts";
import { isCode } from "../workspace/code-file.ts";
import type { ProviderComponent } from "./existing-provider.ts";

/** A provider component that has to be written. */
export interface NewProvider extends ProviderComponent {
  content: string;
}

/** Stands for the props of a SessionProvider that was given a spread: whatever it takes. */
export const EVERY_PROP = "...";

const NAMES = ["AuthProvider", "NextAuthProvider", "NextAuthSessionProvider"] as const;

/**
 * Where the provider component goes and what it is called: `AuthProvider`, or `NextAuthProvider` where the
 * app has another component of that name. The file is named as its folder names its files.
 *
 * @param typescript whether the layout that uses it is TypeScript
 * @param props what a replaced SessionProvider was given besides session and children
 */
export function newProvider(project: Project, typescript: boolean, props: readonly string[]): NewProvider {
  const { app, options } = project;
  const asked = options.providerFile === undefined ? undefined : joinPath(app.dir, options.providerFile);
  const folder = asked === undefined ? joinPath(app.sourceDir, "components") : parentOf(asked);
  const place = (name: string) => asked ?? joinPath(folder, fileName(project, folder, name, typescript));
  const name =
    NAMES.find((candidate) => isFree(project, candidate) && (asked !== undefined || !isTaken(project, place(candidate)))) ?? NAMES.at(-1)!;
  const path = place(name);
  return { path, name, imported: name, content: /\.tsx?$/.test(path) ? typedContent(name, props) : plainContent(name, props) };
}

/** Whether no file of the app declares or imports a component of that name. */
function isFree(project: Project, name: string): boolean {
  return project.mentioning([name]).every((file) => file.parses && isNameFree(file, name));
}

/** Whether a file is there already, under any extension and whatever case a file system may not tell apart. */
function isTaken(project: Project, path: string): boolean {
  const stem = path.replace(/\.\w+$/, "").toLowerCase();
  return project.workspace.has(path) || project.files.some((file) => isCode(file) && file.replace(/\.\w+$/, "").toLowerCase() === stem);
}

/** `AuthProvider.tsx`, `auth-provider.tsx` or `authProvider.tsx`, with the extension that components in the folder have. */
function fileName(project: Project, folder: string, name: string, typescript: boolean): string {
  const components = project.files.filter((path) => /\.[jt]sx?$/.test(path) && isBelow(path, folder));
  const beside = components.filter((path) => parentOf(path) === folder);
  const neighbours = beside.length > 0 ? beside : components;
  const stems = neighbours.map((path) => posix.basename(path).replace(/\.\w+$/, "")).filter((stem) => stem !== "index");
  const count = (pattern: RegExp) => stems.filter((stem) => pattern.test(stem)).length;
  const pascal = count(/^[A-Z]/);
  const camel = count(/^[a-z]+[A-Z]/);
  const kebab = count(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/);
  const words = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  const stem = pascal >= Math.max(kebab, camel) ? name : kebab >= camel ? words.join("-") : name[0]!.toLowerCase() + name.slice(1);
  const plainJs = neighbours.filter((path) => path.endsWith(".js")).length;
  const jsx = neighbours.filter((path) => path.endsWith(".jsx")).length;
  return `${stem}${typescript ? ".tsx" : plainJs > jsx ? ".js" : ".jsx"}`;
}

function typedContent(name: string, props: readonly string[]): string {
  const types = props.length === 0 ? "" : ", type SessionProviderProps";
  const inherited = props.includes(EVERY_PROP)
    ? " extends SessionProviderProps"
    : props.length > 0
      ? ` extends Pick<SessionProviderProps, ${props.map((prop) => `"${prop}"`).join(" | ")}>`
      : "";
  return `"use client";

import type { Session } from "next-auth";
import { SessionProvider${types} } from "next-auth/react";
import type { ReactNode } from "react";

interface ${name}Props${inherited} {
  children: ReactNode;
  session?: Session | null;
}

${component(name, props, `: ${name}Props`)}`;
}

function plainContent(name: string, props: readonly string[]): string {
  return `"use client";

import { SessionProvider } from "next-auth/react";

${component(name, props, "")}`;
}

function component(name: string, props: readonly string[], type: string): string {
  const named = props.includes(EVERY_PROP) ? ["...props"] : props;
  const handedOn = named.map((prop) => (prop === "...props" ? " {...props}" : ` ${prop}={${prop}}`)).join("");
  return `/** Makes the session available to useSession() in every component inside. */
export function ${name}({ ${["children", "session", ...named].join(", ")} }${type}) {
  // Given null, SessionProvider takes the visitor for signed out and never asks the server.
  return <SessionProvider session={session ?? undefined}${handedOn}>{children}</SessionProvider>;
}
`;
}
