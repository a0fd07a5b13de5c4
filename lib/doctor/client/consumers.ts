import type { Node } from "@babel/types";
import { SourceEdit } from "../../edit/source-edit.ts";
import { waitInJsx } from "../../add-loading-branches/jsx.ts";
import { waitInRender } from "../../add-loading-branches/render.ts";
import { Scene } from "../../add-loading-branches/scene.ts";
import { readSessionFile, type SessionFile } from "../../add-loading-branches/session-file.ts";
import { AUTHENTICATED, LOADING } from "../../next-auth/session-states.ts";
import { and } from "../../next-auth/session-values.ts";
import { isTestFile } from "../../project/entries.ts";
import { fact, type Project } from "../../project/project.ts";
import { functionAround, waysTo } from "../../syntax/components.ts";
import { propertyValue, unwrap } from "../../syntax/expressions.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { defineCause } from "../cause.ts";
import { CLIENT_DOCS } from "./docs.ts";
import { attributeOf, sessionProviders } from "./session-providers.ts";

const DOCS = `${CLIENT_DOCS}#usesession`;
const REPAIR = "add-loading-branches";

const silent = { finding: () => undefined, alreadyRight: () => undefined };

/** The files that call useSession, read as add-loading-branches reads them. */
const sessionFiles = fact((project: Project): readonly SessionFile[] =>
  project.mentioning(["useSession"]).flatMap((file) => {
    if (!file.parses || isTestFile(file.path)) return [];
    const session = readSessionFile(project, silent, file, new SourceEdit(file, "doctor"), "null");
    return session.consumers.length === 0 ? [] : [session];
  }),
);

/** What add-loading-branches says of a decision that it cannot repair. */
const BY_HAND = /^(?:hook-after-decision|session-status-out-of-reach|loading-asked-later|loading-branch-by-hand)$/;

export const consumerNoLoading = defineCause({
  name: "consumer-no-loading",
  severity: "warning",
  summary: "A component takes a session that still loads for none, and leaves or shows something else.",
  why: 'On every refresh useSession starts with status "loading" and data undefined, before the session is there. Code that only asks `!session` then redirects, throws, or renders the page for people who are signed out; the session arrives a moment later, too late for a redirect.',
  help: 'Return while `status === "loading"`, after the last hook and before the decision.',
  docs: DOCS,
  repairedBy: REPAIR,
  example: {
    broken: 'const { data: session } = useSession();\nif (!session) redirect("/login");',
    repaired: 'const { data: session, status } = useSession();\nif (status === "loading") return null;\nif (!session) redirect("/login");',
  },
  look(project, found) {
    for (const { places } of waits(project, waitInRender))
      for (const { file, place } of places)
        found(file, place, "While the session loads, this decides as if nobody were signed in; on a refresh that comes first.");
  },
});

export const consumerFlash = defineCause({
  name: "consumer-flashes-signed-out",
  severity: "info",
  summary: "A component shows what signed-out people see while the session loads.",
  why: 'On every refresh useSession starts with status "loading" and data undefined. A condition in JSX that only asks for the session shows its signed-out side until the session is there: people who are signed in see "Sign in" for a moment, and the server\'s HTML says so too.',
  help: 'Show a placeholder while `status === "loading"`.',
  docs: DOCS,
  repairedBy: REPAIR,
  example: {
    broken: "{session ? <Avatar /> : <SignIn />}",
    repaired: '{status === "loading" ? <Skeleton /> : session ? <Avatar /> : <SignIn />}',
  },
  look(project, found) {
    for (const { places } of waits(project, waitInJsx))
      for (const { file, place } of places) found(file, place, "While the session loads, this shows what people see who are signed out.");
  },
});

/** Where a part of add-loading-branches would put a branch, or says that somebody has to. */
function waits(project: Project, part: (scene: Scene) => void): { places: { file: SourceFile; place: Node | number }[] }[] {
  return sessionFiles(project).map((session) => {
    const { file, consumers } = session;
    const edits = new SourceEdit(file, "doctor");
    const notes: (Node | number)[] = [];
    const report = {
      finding: (rule: string, _at: SourceFile | string, place: Node | number | undefined) =>
        void (BY_HAND.test(rule) && place !== undefined && notes.push(place)),
      alreadyRight: () => undefined,
    };
    const fresh = { ...session, edits, report };
    for (const consumer of consumers) if (consumer.kind === "component") part(new Scene(fresh, consumer));
    const changes = edits.spans().filter(({ reason }) => !reason.startsWith("Reads the status"));
    const lines = new Map<number, Node | number>();
    for (const place of [...notes, ...changes.map(({ start }) => firstOf(file, start))]) {
      const { line } = file.position(place);
      if (!lines.has(line)) lines.set(line, place);
    }
    return { places: [...lines.values()].map((place) => ({ file, place })) };
  });
}

/** The first character of code from an offset on. */
function firstOf(file: SourceFile, offset: number): number {
  return offset + /^\s*/.exec(file.text.slice(offset))![0].length;
}

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
    const isGiven = sessionProviders(project).some(({ element }) => attributeOf(element, "session") !== undefined);
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
          const truth = (world: typeof LOADING) => and(...decision.conditions.map((condition) => condition.truth(world)));
          const isCertain = truth(LOADING) === true && truth(AUTHENTICATED) === false && !isGiven;
          found(
            file,
            navigation,
            "An effect navigates here while the session loads, as if nobody were signed in: on a refresh people who are signed in are sent away.",
            { severity: isCertain ? "error" : "warning" },
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
        const value = propertyValue(given, "onUnauthenticated");
        const method = given.properties.find(
          (property) => property.type === "ObjectMethod" && property.key.type === "Identifier" && property.key.name === "onUnauthenticated",
        );
        const inline = method ?? (value && /Function/.test(unwrap(value).type) ? value : undefined);
        if (inline)
          found(file, inline, "This is a new function on each render, so while nobody is signed in it is called again after each render.");
      }
    }
  },
});
