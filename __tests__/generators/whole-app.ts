import { restyleTree, styles } from "../support/style.ts";
import { layout, middleware, serverFile } from "./app-files.ts";
import { consumer } from "./consumer.ts";
import type { Draw } from "./draw.ts";
import { imported, routeHandler } from "./route-handler.ts";

const chrome = `export function Header() {
  return <p>Reading room</p>;
}

export function ThemeProvider({ children }: { children: unknown }) {
  return <div>{children as never}</div>;
}
`;

/** What every generated project has. */
export const frame = {
  "package.json": JSON.stringify({ dependencies: { next: "14.2.0", "next-auth": "^4.24.0", react: "^18" } }),
  "tsconfig.json": JSON.stringify({ compilerOptions: { jsx: "preserve", paths: { "@/*": ["./*"] } } }),
  "app/page.tsx": "export default function Page() {\n  return null;\n}\n",
};

/** An app with something to do for every transform, written in one of the styles. */
export function wholeApp(draw: Draw): Record<string, string> {
  const source: Record<string, string> = {
    "app/api/auth/[...nextauth]/route.ts": routeHandler(draw),
    "app/layout.tsx": layout(draw),
    "app/page.tsx": frame["app/page.tsx"],
    "components/chrome.tsx": chrome,
    "components/widget.tsx": consumer(draw).source,
    "components/other-widget.tsx": consumer(draw).source,
    "lib/who.ts": serverFile(draw),
    "lib/again.ts": serverFile(draw),
    "middleware.ts": middleware(draw),
    ...imported,
  };
  const folder = draw.onceIn(3) ? "src/" : "";
  const files = {
    "package.json": frame["package.json"],
    "tsconfig.json": frame["tsconfig.json"].replace("./*", `./${folder}*`),
    ...Object.fromEntries(Object.entries(source).map(([path, content]) => [folder + path, content])),
  };
  const style = draw.one([undefined, ...styles]);
  return style === undefined ? files : Object.fromEntries(restyleTree(new Map(Object.entries(files)), style));
}
