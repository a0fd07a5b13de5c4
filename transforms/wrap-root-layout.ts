import { asJscodeshift } from "../lib/as-jscodeshift.ts";
import { defineTransform } from "../lib/transform.ts";
import { addProviderImport, replaceSessionProvider } from "../lib/wrap-root-layout/edit-layout.ts";
import { planWrapping, type WrapPlan } from "../lib/wrap-root-layout/plan.ts";
import { wrap } from "../lib/wrap-root-layout/wrap-jsx.ts";

/**
 * Writes the client component AuthProvider and wraps the root layout's content in it, so that `useSession`
 * has a session to read and the layout stays a server component. Wrapped is all of `<body>` where anything
 * stands beside the children, else the children. A layout that renders SessionProvider itself gets
 * AuthProvider in its place, and loses a "use client" that nothing else in it needs.
 *
 * Left alone: layouts whose content reaches next-auth's SessionProvider, through any component; apps in
 * which nothing calls `useSession`; providers in nested layouts that cover every component that does.
 *
 * Before:
 *
 *     <body>
 *       <Navbar />
 *       {children}
 *     </body>
 *
 * After:
 *
 *     <body>
 *       <AuthProvider>
 *         <Navbar />
 *         {children}
 *       </AuthProvider>
 *     </body>
 */
export const wrapRootLayout = defineTransform<WrapPlan>({
  name: "wrap-root-layout",
  summary: "wrap the root layout's content in a client component with next-auth's SessionProvider",
  mentions: ["useSession", "SessionProvider"],

  plan: planWrapping,

  targets: (plan, { project }) => [...plan.files.keys()].flatMap((path) => project.workspace.source(path) ?? []),

  edit(file, edits, { provider, files, choice }, { project }) {
    const work = files.get(file.path);
    if (work === undefined) return;
    const reason =
      work.replaces.length > 0
        ? "a layout renders SessionProvider through a client component"
        : "useSession needs a SessionProvider around the app's content";
    const change = edits.because(reason, choice);
    const name = addProviderImport(project, change, file, provider);
    for (const target of work.wraps) wrap(change, file, edits.style, target, name);
    for (const element of work.replaces) replaceSessionProvider(change, element, name);
    if (work.directive) change.remove(work.directive);
  },

  create({ provider, choice }) {
    if (provider.content === undefined) return [];
    return [
      {
        path: provider.path,
        content: provider.content,
        reason: "SessionProvider has to be rendered by a client component",
        choice,
        format: "always",
      },
    ];
  },
});

export default asJscodeshift(wrapRootLayout);
export const parser = "tsx";
