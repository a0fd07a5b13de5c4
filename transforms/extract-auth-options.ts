/**
 * Moves the NextAuth options out of the auth route into a module of their own, so that every server file can
 * pass them to getServerSession; Next.js refuses to build a route that exports them itself.
 *
 * Changes
 * - Options written inline, or kept in a variable of the route (exported or not), move to `lib/auth`, with all
 *   they need and only that: imports, helpers, constants, types, augmentations of next-auth, their comments.
 * - Everything that imported them from the route imports them from there: aliases, relative paths, re-exports,
 *   `import()`, `require`, types, and mocks in tests.
 * - Helpers that the route exported although Next.js allows no such export go with them.
 *
 * Leaves alone
 * - Options that live outside the route already.
 * - Options built from the request, by a call, or beside a second configuration: a finding each.
 * - All of a route, with a finding, where one part of the move would not be safe.
 *
 * Before, app/api/auth/[...nextauth]/route.ts:
 *
 *     import NextAuth from "next-auth";
 *     import GitHub from "next-auth/providers/github";
 *
 *     const handler = NextAuth({ providers: [GitHub({ clientId, clientSecret })] });
 *
 *     export { handler as GET, handler as POST };
 *
 * After, the same file, and lib/auth.ts with `export const authOptions: NextAuthOptions = { … }`:
 *
 *     import NextAuth from "next-auth";
 *     import { authOptions } from "@/lib/auth";
 *
 *     const handler = NextAuth(authOptions);
 *
 *     export { handler as GET, handler as POST };
 */
import { asJscodeshift } from "../lib/as-jscodeshift.ts";
import { reportStaleImports } from "../lib/extract-auth-options/departures.ts";
import { planRoute, type RoutePlan } from "../lib/extract-auth-options/plan.ts";
import { authRoutes } from "../lib/next-auth/route-handler.ts";
import { defineTransform } from "../lib/transform.ts";

export const extractAuthOptions = defineTransform<readonly RoutePlan[]>({
  name: "extract-auth-options",
  summary: "move the NextAuth options out of the route handler into a module that every file can import",
  mentions: ["next-auth", "nextauth"],

  plan(context) {
    const { project, isSelected } = context;
    const routes = authRoutes(project).toSorted((a, b) => a.router.localeCompare(b.router));
    const plans = routes.filter(({ file }) => isSelected(file.path)).flatMap((route) => planRoute(route, routes, context) ?? []);
    reportStaleImports(routes, context);
    return plans.length > 0 ? plans : undefined;
  },

  targets(plans) {
    return [...new Set(plans.flatMap(({ edits }) => edits.map(({ file }) => file)))];
  },

  edit(file, edits, plans) {
    for (const plan of plans) {
      for (const edit of plan.edits) {
        // A tree of another text would put the change in the wrong place.
        if (edit.file.path === file.path && edit.file.text === file.text) edit.apply(edits.because(edit.reason, plan.choice), edits.style);
      }
    }
  },

  create(plans) {
    return plans.flatMap(({ write, choice }) => (write ? [{ ...write, choice }] : []));
  },
});

export default asJscodeshift(extractAuthOptions);
export const parser = "tsx";
