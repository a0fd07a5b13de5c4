import { planEnvironment } from "../lib/add-auth-env/plan.ts";
import { asJscodeshift } from "../lib/as-jscodeshift.ts";
import { defineTransform, type FileWrite } from "../lib/transform.ts";

/**
 * Gives next-auth the environment it needs: without a secret it answers every request in production with an error,
 * and in development the server and the client read different sessions.
 *
 * Reads `.env*` as Next.js does, for development and for production; an empty value counts as missing, and options
 * with a secret of another name need that one. What is missing goes to `.env.local`, if git ignores that file:
 *
 *     +NEXTAUTH_SECRET=•••
 *     +NEXTAUTH_URL=http://localhost:3000
 *
 * and names without values to `.env.example`, where there is one. Left alone: whatever is set; and, with a finding, a
 * `.env.local` that git would commit, an environment that another program makes, and a variable that a file with
 * precedence leaves empty. Values of env files are never shown, in any output.
 */
export const addAuthEnv = defineTransform<readonly FileWrite[]>({
  name: "add-auth-env",
  summary: "add the environment variables that next-auth needs",
  mentions: ["next-auth"],
  plan: planEnvironment,
  targets: () => [],
  create: (writes) => writes,
});

export default asJscodeshift(addAuthEnv);
export const parser = "tsx";
