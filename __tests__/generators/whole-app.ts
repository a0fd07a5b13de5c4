import { inJavaScript } from "../support/javascript.ts";
import { restyleTree, styles } from "../support/style.ts";
import { apiRoute, layout, middleware, serverFile } from "./app-files.ts";
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

/** A project with something to do for every transform, and where things are in it. */
export interface AnyApp {
  files: Record<string, string>;
  /** Where things are in it. */
  places: { folder: string; route: string; layout: string; middleware: string; widgets: string[]; servers: string[]; apiRoutes: string[] };
  /** Whether the middleware lets next-auth's own paths and those of Next.js through by itself. */
  letsOwnThrough: boolean;
  /** By the path of each widget, whether it asks for a session with `required: true`. */
  required: Record<string, boolean>;
}

/** The files of a project of the App Router in TypeScript, written in one of the styles. */
export function wholeApp(draw: Draw): Record<string, string> {
  return generate(draw, "app", false).files;
}

/** A project for one of the routers, in TypeScript or JavaScript, written in one of the styles. */
export function anyApp(draw: Draw): AnyApp {
  return generate(draw, draw.one(["app", "app", "pages"]), draw.onceIn(3));
}

function generate(draw: Draw, router: "app" | "pages", isJavaScript: boolean): AnyApp {
  const folder = draw.onceIn(3) ? "src/" : "";
  const widgets = { "components/widget.tsx": consumer(draw), "components/other-widget.tsx": consumer(draw) };
  const guard = middleware(draw);
  const route = router === "app" ? "app/api/auth/[...nextauth]/route.ts" : "pages/api/auth/[...nextauth].ts";
  const source: Record<string, string> = {
    [route]: routeHandler(draw, router),
    "app/layout.tsx": layout(draw),
    "app/page.tsx": frame["app/page.tsx"],
    "components/chrome.tsx": chrome,
    ...Object.fromEntries(Object.entries(widgets).map(([path, widget]) => [path, widget.source])),
    "lib/who.ts": serverFile(draw),
    "lib/again.ts": serverFile(draw),
    "middleware.ts": guard.source,
    ...(router === "pages" ? { "pages/api/loans.ts": apiRoute(draw) } : {}),
    ...imported,
  };
  const tree = new Map([
    ["package.json", frame["package.json"]],
    ["tsconfig.json", frame["tsconfig.json"].replace("./*", `./${folder}*`)],
    ...Object.entries(source).map(([path, content]): [string, string] => [folder + path, content]),
  ]);
  const style = draw.one([undefined, ...styles]);
  const written = isJavaScript ? inJavaScript(tree) : tree;
  const at = (path: string) => folder + (isJavaScript ? path.replace(/\.ts(x?)$/, ".js$1") : path);
  return {
    files: Object.fromEntries(style === undefined ? written : restyleTree(written, style)),
    places: {
      folder,
      route: at(route),
      layout: at("app/layout.tsx"),
      middleware: at("middleware.ts"),
      widgets: Object.keys(widgets).map(at),
      servers: ["lib/who.ts", "lib/again.ts"].map(at),
      apiRoutes: router === "pages" ? [at("pages/api/loans.ts")] : [],
    },
    letsOwnThrough: guard.letsOwnThrough,
    required: Object.fromEntries(Object.entries(widgets).map(([path, { required }]) => [at(path), required])),
  };
}
