import { fact, type Project } from "../project/project.ts";
import { joinPath, parentOf, type PackageJson } from "../workspace/app.ts";

/** Which next-auth an app uses: none, a v4 (ours), or Auth.js v5. */
export type AuthVersion = "none" | "v4" | "v5";

/**
 * The version by the dependency's range in the app's package.json or one above it (a monorepo's root);
 * without one, an app whose code imports next-auth counts as v4.
 */
export const authVersion = fact((project: Project): AuthVersion => {
  const range = dependencyRange(project, "next-auth");
  if (range !== undefined) {
    const major = /(\d+)(?:\.|$|-)/.exec(range)?.[1];
    if (/beta|\bnext\b|experimental/.test(range) || Number(major) >= 5) return "v5";
    if (major !== undefined) return "v4";
  }
  // `latest` and `*` are v4 as long as the code does not speak v5: `const { handlers, auth } = NextAuth(…)`.
  const files = project.mentioning(["next-auth"]);
  if (files.some((file) => /\{[^}]*\b(?:handlers|auth)\b[^}]*\}\s*=\s*NextAuth\s*\(/.test(file.text))) return "v5";
  const imports = files.some((file) => /(?:from|require\(|import\(|import)\s*["']next-auth(?:\/|["'])/.test(file.text));
  return range !== undefined || imports ? "v4" : "none";
});

/** A dependency's range in the nearest package.json that names it, from the app's folder up. */
export function dependencyRange(project: Project, name: string): string | undefined {
  for (let dir = project.app.dir; ; dir = parentOf(dir)) {
    try {
      const { dependencies, devDependencies, peerDependencies } = JSON.parse(
        project.workspace.read(joinPath(dir, "package.json")) ?? "{}",
      ) as PackageJson;
      const range = dependencies?.[name] ?? devDependencies?.[name] ?? peerDependencies?.[name];
      if (range !== undefined) return range;
    } catch {
      // a broken package.json names nothing
    }
    if (dir === "") return undefined;
  }
}
