import { addAuthEnvRules } from "./add-auth-env.ts";
import { addLoadingBranchesRules } from "./add-loading-branches.ts";
import { extractAuthOptionsRules } from "./extract-auth-options.ts";
import type { Rule, Rules } from "./finding.ts";
import { fixMiddlewareRules } from "./fix-middleware.ts";
import { injectAuthOptionsRules } from "./inject-auth-options.ts";
import { runRules } from "./run.ts";
import { useJwtStrategyRules } from "./use-jwt-strategy.ts";
import { wrapRootLayoutRules } from "./wrap-root-layout.ts";

export { isAddress, type Finding, type Rule, type Rules, type Severity } from "./finding.ts";

/** Every rule by its name. A transform's rules stand in the file that is named like it. */
export const rules: Rules = {
  ...runRules,
  ...extractAuthOptionsRules,
  ...wrapRootLayoutRules,
  ...injectAuthOptionsRules,
  ...addLoadingBranchesRules,
  ...fixMiddlewareRules,
  ...useJwtStrategyRules,
  ...addAuthEnvRules,
};

/** @throws where a rule is not in the table: a fault of the code that reports it */
export function ruleNamed(name: string): Rule {
  const rule = rules[name];
  if (rule === undefined) throw new Error(`There is no rule called ${name}.`);
  return rule;
}
