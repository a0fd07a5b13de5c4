import type { Node } from "@babel/types";
import { definitionOf } from "../project/definition.ts";
import { fact, type Project } from "../project/project.ts";
import { propertyValue, unwrap } from "../syntax/expressions.ts";
import { joinPath } from "../workspace/app.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { Routing } from "./matcher.ts";

/** What next.config says, as far as it is written out. */
export interface NextConfig {
  file: SourceFile;
  /** A setting's value where it is written as a literal somewhere in the file. */
  setting(name: string): Node | undefined;
}

/**
 * The app's next.config. Its settings are looked for in every object of the file: the configuration often goes
 * through plugins and functions, and none of the settings asked for here is a common name.
 */
export const nextConfig = fact((project: Project): NextConfig | undefined => {
  for (const extension of ["js", "mjs", "ts", "mts", "cjs"]) {
    const file = project.workspace.source(joinPath(project.app.dir, `next.config.${extension}`));
    if (file) return { file, setting: (name) => findSetting(file, name) };
  }
  return undefined;
});

function findSetting(file: SourceFile, name: string): Node | undefined {
  if (!file.text.includes(name)) return undefined;
  try {
    const value = file.nodes("ObjectExpression").flatMap((object) => propertyValue(object, name) ?? [])[0];
    return value && unwrap(value);
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** `basePath`, where it is written as a string. */
export function basePathOf(project: Project): string {
  const value = nextConfig(project)?.setting("basePath");
  return value?.type === "StringLiteral" ? value.value.replace(/\/$/, "") : "";
}

/** What decides how a middleware's matcher is taken. */
export const routingOf = fact((project: Project): Routing => ({ basePath: basePathOf(project), i18n: i18nOf(project) }));

/** `i18n`, which the Pages Router takes; what of it is not written out is left open. https://nextjs.org/docs/pages/guides/internationalization */
function i18nOf(project: Project): Routing["i18n"] {
  const config = nextConfig(project);
  const value = config?.setting("i18n");
  if (config === undefined || value === undefined) return undefined;
  const { node } = definitionOf(project, { file: config.file, node: value });
  const field = (name: string) => (node.type === "ObjectExpression" ? propertyValue(node, name) : undefined);
  const [locales, defaultLocale] = [field("locales"), field("defaultLocale")];
  return {
    locales:
      locales?.type === "ArrayExpression" ? locales.elements.flatMap((one) => (one?.type === "StringLiteral" ? [one.value] : [])) : [],
    defaultLocale: defaultLocale?.type === "StringLiteral" ? defaultLocale.value : "en",
  };
}

/** `pageExtensions`: which endings make a file a page, a route or a middleware. */
export function pageExtensionsOf(project: Project): readonly string[] {
  const value = nextConfig(project)?.setting("pageExtensions");
  if (value?.type !== "ArrayExpression") return ["tsx", "ts", "jsx", "js"];
  return value.elements.flatMap((element) => (element?.type === "StringLiteral" ? [element.value] : []));
}
