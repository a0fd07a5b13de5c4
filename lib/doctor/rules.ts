import { rules, type Rule, type Rules } from "../findings/index.ts";
import { probeRules } from "../probe/rules.ts";
import type { Cause } from "./cause.ts";
import { causes } from "./index.ts";

/** Every rule there is, by its name: what the transforms and the run say, what a probe shows, and doctor's causes. */
export const allRules: Rules = { ...rules, ...probeRules, ...Object.fromEntries(causes.map((cause) => [cause.name, cause])) };

/** A rule as it is explained: in full where it is one of doctor's causes. */
export interface Explained {
  name: string;
  rule: Rule;
  cause: Cause | undefined;
}

export function explained(name: string): Explained | undefined {
  const rule = allRules[name];
  return rule && { name, rule, cause: causes.find((cause) => cause.name === name) };
}
