import type { Node, ObjectExpression } from "@babel/types";
import { basePathOf } from "../../next-auth/next-config.ts";
import { waysTo } from "../../syntax/components";
import { propertyValue, unwrap } from "../../syntax/expressions.ts";
import { defineCause } from "../cause.ts";
import { CLIENT_DOCS } from "./docs.ts";
import { isCertain, sessionFiles } from "./session-files.ts";
import { functionAround } from "../../syntax/functions.ts";

const DOCS = `${CLIENT_DOCS}#usesession`;
const REPAIR = "add-loading-branches";

export const consumerRedirectWhileLoading = defineCause({
  name: "consumer-redirect-while-loading",
  severity: "error",
  summary: "An effect sends people away while the session still loads.",
  why: 'This is the phantom session. On a refresh the server answers with the page, then the effect runs with status "loading" and data undefined, takes that for signed out, and navigates to the sign-in page before /api/auth/session has answered. Only a provider that is given the session by the server has no such moment.',
  help: 'Navigate only once `status === "unauthenticated"`, and give the effect `status` as a dependency.',
  docs: DOCS,
  repairedBy: REPAIR,
  example: {
    broken: 'useEffect(() => {\n  if (!session) router.push("/login");\n}, [session]);',
    repaired: 'useEffect(() => {\n  if (status === "unauthenticated") router.push("/login");\n}, [status]);',
  },
  look(project, found) {
    for (const { file, consumers, navigations, flow } of sessionFiles(project)) {
      for (const { owner, kind, required } of consumers) {
        if (kind === "class") continue;
        for (const navigation of navigations.all) {
          if (functionAround(file, navigation) === owner) continue;
          const decision = waysTo(file, navigation, owner)
            .filter(({ when }) => when === "effect")
            .map(({ through }) => flow.decide(through, { required, leaves: true }))
            .find((one) => one !== undefined);
          if (decision === undefined) continue;
          found(
            file,
            navigation,
            "An effect navigates here while the session loads, as if nobody were signed in: on a refresh people who are signed in are sent away.",
            { severity: isCertain(project, decision) ? "error" : "warning" },
          );
        }
      }
    }
  },
});

export const consumerV3Tuple = defineCause({
  name: "consumer-v3-tuple",
  severity: "error",
  summary: "useSession's result is taken as a tuple, as in NextAuth.js v3.",
  why: 'Since v4 useSession returns an object: `const [session, loading] = useSession()` throws "useSession is not a function or its return value is not iterable".',
  help: 'Write `const { data: session, status } = useSession()`; `loading` becomes `status === "loading"`.',
  docs: "https://next-auth.js.org/getting-started/upgrade-v4#usesession-hook",
  example: {
    broken: "const [session, loading] = useSession();",
    repaired: 'const { data: session, status } = useSession();\nconst loading = status === "loading";',
  },
  look(project, found) {
    for (const { file, consumers } of sessionFiles(project)) {
      for (const { form, call } of consumers.flatMap(({ calls }) => calls))
        if (form.kind === "tuple") found(file, call, "useSession returns an object since next-auth 4; taking it apart as a list throws.");
    }
  },
});

export const consumerRequiredInline = defineCause({
  name: "consumer-required-inline",
  severity: "info",
  summary: "onUnauthenticated is written in the call of useSession, so it is another function on each render.",
  why: "With `required: true` an effect of useSession calls onUnauthenticated when there is no session, and that effect depends on the function: with a new one on each render it is called again on each render until the page is left, and whatever it does (a toast, a push) happens as often.",
  help: "Keep the function the same: declare it outside of the component, or with useCallback.",
  docs: `${CLIENT_DOCS}#require-session`,
  example: {
    broken: 'useSession({ required: true, onUnauthenticated() { router.push("/login"); } });',
    repaired:
      'const toLogin = useCallback(() => router.push("/login"), [router]);\nuseSession({ required: true, onUnauthenticated: toLogin });',
  },
  look(project, found) {
    for (const { file, consumers } of sessionFiles(project)) {
      for (const { call } of consumers.filter(({ required }) => required).flatMap(({ calls }) => calls)) {
        const given = call.arguments[0] && unwrap(call.arguments[0]);
        if (given?.type !== "ObjectExpression") continue;
        const value = handlerIn(given);
        const inline = value?.type === "ObjectMethod" || (value && /Function/.test(unwrap(value).type)) ? value : undefined;
        if (inline)
          found(file, inline, "This is a new function on each render, so while nobody is signed in it is called again after each render.");
      }
    }
  },
});

export const consumerRequiredBasePath = defineCause({
  name: "consumer-required-base-path",
  severity: "warning",
  summary: "useSession with required: true sends people out of an app below a basePath.",
  why: "Where nobody is signed in, `useSession({ required: true })` without onUnauthenticated goes to /api/auth/signin. That path is fixed in next-auth, whatever basePath SessionProvider has: below a basePath of next.config it is a 404.",
  help: "Write onUnauthenticated: () => void signIn(), which knows the provider's basePath.",
  docs: `${CLIENT_DOCS}#require-session`,
  example: {
    broken: "useSession({ required: true });",
    repaired: "useSession({ required: true, onUnauthenticated: toSignIn }); // const toSignIn = () => void signIn();",
  },
  look(project, found) {
    const basePath = basePathOf(project);
    if (basePath === "") return;
    for (const { file, consumers } of sessionFiles(project)) {
      for (const { call, required } of consumers.flatMap(({ calls }) => calls)) {
        const given = call.arguments[0] && unwrap(call.arguments[0]);
        if (!required || given?.type !== "ObjectExpression" || given.properties.some(({ type }) => type === "SpreadElement")) continue;
        if (handlerIn(given) === undefined)
          found(
            file,
            call,
            `Without onUnauthenticated this leads to /api/auth/signin, and the app is below ${basePath}: people who are signed out get a 404.`,
          );
      }
    }
  },
});

/** `onUnauthenticated` of what useSession is given. */
function handlerIn(given: ObjectExpression): Node | undefined {
  const method = given.properties.find(
    (property) => property.type === "ObjectMethod" && property.key.type === "Identifier" && property.key.name === "onUnauthenticated",
  );
  return method ?? propertyValue(given, "onUnauthenticated");
}
