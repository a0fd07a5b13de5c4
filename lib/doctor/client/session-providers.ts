import type { JSXAttribute, JSXElement } from "@babel/types";
import { isSessionProvider, sessionProviderFiles } from "../../next-auth/provider-coverage.ts";
import { componentOf } from "../../project/components.ts";
import { isTestFile } from "../../project/entries.ts";
import { fact, type Project } from "../../project/project.ts";
import { isBelow } from "../../workspace/app.ts";
import type { SourceFile } from "../../workspace/source-file.ts";

export interface ProviderElement {
  file: SourceFile;
  element: JSXElement;
}

/** The elements of next-auth's SessionProvider in the app, tests and stories left out. */
export const sessionProviders = fact((project: Project): readonly ProviderElement[] =>
  sessionProviderFiles(project)
    .filter((file) => isBelow(file.path, project.app.dir) && !isTestFile(file.path) && !/\.stories\./.test(file.path) && file.parses)
    .flatMap((file) =>
      file
        .nodes("JSXElement")
        .flatMap((element) => (isSessionProvider(componentOf(project, file, element.openingElement.name)) ? [{ file, element }] : [])),
    ),
);

/** An element's attribute; `spread` where it may come from one. */
export function attributeOf({ openingElement }: JSXElement, name: string): JSXAttribute | "spread" | undefined {
  const named = openingElement.attributes.find(
    (attribute): attribute is JSXAttribute => attribute.type === "JSXAttribute" && attribute.name.name === name,
  );
  return named ?? (openingElement.attributes.some(({ type }) => type === "JSXSpreadAttribute") ? "spread" : undefined);
}
