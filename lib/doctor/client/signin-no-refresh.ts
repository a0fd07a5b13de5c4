import { functionAround, calleeName } from "../../syntax/components.ts";
import { isTestFile } from "../../project/entries.ts";
import { usesOf } from "../../project/origin.ts";
import { propertyValue, unwrap } from "../../syntax/expressions.ts";
import { inside } from "../../syntax/props.ts";
import { defineCause } from "../cause.ts";

export const signinNoRefresh = defineCause({
  name: "signin-no-refresh",
  severity: "info",
  summary: "After signIn() without a redirect the router goes on, and nothing asks the server anew.",
  why: "signIn(…, { redirect: false }) refreshes useSession, not the server components that Next.js keeps in the browser: layouts, and pages that were visited or prefetched signed out, stay as they were. The user is signed in and sees the page of somebody who is not.",
  help: "Call router.refresh() after router.push(), or load the page anew: window.location.assign(url).",
  docs: "https://next-auth.js.org/getting-started/client#using-the-redirect-false-option",
  example: {
    broken: 'await signIn("credentials", { redirect: false });\nrouter.push("/dashboard");',
    repaired: 'await signIn("credentials", { redirect: false });\nrouter.push("/dashboard");\nrouter.refresh();',
  },
  look(project, found) {
    for (const file of project.mentioning(["signIn"])) {
      if (!file.text.includes("next/navigation") || isTestFile(file.path) || !file.parses) continue;
      for (const { node } of usesOf(project, file, ["next-auth/react"], "signIn")) {
        const call = file.parent(node);
        if (call?.type !== "CallExpression" || call.callee !== node) continue;
        const options = call.arguments[1] && unwrap(call.arguments[1]);
        const redirect = options && propertyValue(options, "redirect");
        const around = functionAround(file, call);
        if (redirect?.type !== "BooleanLiteral" || redirect.value || !around) continue;
        const calls = file.nodes("CallExpression").filter((other) => inside(other, around) && other.start! > call.start!);
        const push = calls.find((other) => /^(?:push|replace)$/.test(calleeName(other) ?? "") && /router/i.test(file.slice(other.callee)));
        if (
          push &&
          !calls.some((other) => /^(?:refresh|reload|assign)$/.test(calleeName(other) ?? "")) &&
          !/\blocation\b/.test(file.slice(around))
        )
          found(file, push, "After this sign-in the router shows what it has of the page, which may be from before it.");
      }
    }
  },
});
