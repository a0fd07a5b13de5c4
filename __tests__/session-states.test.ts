import { describe, expect, test } from "vitest";
import { SessionDecisions } from "../lib/next-auth/session-decisions.ts";
import { AUTHENTICATED, LOADING, SessionStates, UNAUTHENTICATED, USERLESS } from "../lib/next-auth/session-states.ts";
import type { Truth } from "../lib/next-auth/session-values.ts";
import { SourceFile } from "../lib/workspace/source-file.ts";

const BINDINGS = `
  const result = useSession();
  const { data: session, status, update } = useSession();
  const { data: { user: nested } = {} } = useSession();
  const { data: withDefault = null } = useSession();
  const { user: fromMember } = useSession()?.data || {};
  const asserted = (useSession() as any).data!;
  const { ...rest } = result;
  const { status: state } = result;
  const user = session?.user;
  const isSignedIn = !!session;
  const isLoading = status === "loading";
  const isReady = () => status !== "loading";
  const isMember = useMemo(() => Boolean(user), [user]);
  const loaded = { session, isLoading };
  let later = session;
  later = null;
`;

/** An expression in a component with those bindings, as the component's return. */
function read(expression: string) {
  const file = new SourceFile("component.tsx", `function Component({ flag, other }) {${BINDINGS}\n  return (${expression});\n}`);
  const calls = file.nodes("CallExpression").filter(({ callee }) => callee.type === "Identifier" && callee.name === "useSession");
  const states = new SessionStates(file, calls);
  return { file, states, node: file.nodes("ReturnStatement").at(-1)!.argument! };
}

function truths(expression: string): Truth[] {
  const { states, node } = read(expression);
  return [LOADING, UNAUTHENTICATED, AUTHENTICATED].map((world) => states.test(node, world));
}

/** True, false, or anything that is not known. */
const T = true;
const F = false;
const U = expect.any(String) as unknown as string;

describe("a condition while loading, signed out, signed in", () => {
  test.each<[string, Truth[]]>([
    ["session", [F, F, T]],
    ["!session", [T, T, F]],
    ["!!session", [F, F, T]],
    ["Boolean(session)", [F, F, T]],
    ["session === undefined", [T, F, F]],
    ["session === null", [F, T, F]],
    ["session == null", [T, T, F]],
    ["session != null", [F, F, T]],
    ["null === session", [F, T, F]],
    ["typeof session === 'undefined'", [T, F, F]],
    ["typeof session !== 'object'", [T, F, F]],
    ["session === void 0", [T, F, F]],
    ["!session?.user", [T, T, F]],
    ["session!.user", [F, F, T]],
    ["(session as any)?.user", [F, F, T]],
    ["session?.user?.role === 'admin'", [F, F, U]],
    ["session?.user?.role !== 'admin'", [T, T, U]],
    ["session?.user?.id === other.id", [F, F, U]],
    ["session?.user.credits > 3", [F, F, U]],
    ["session?.user?.roles.includes('admin')", [F, F, U]],
    ["status === 'loading'", [T, F, F]],
    ["status !== 'authenticated'", [T, T, F]],
    ["status == 'unauthenticated'", [F, T, F]],
    ["['loading', 'unauthenticated'].includes(status)", [T, T, F]],
    ["status !== 'loading' && !session", [F, T, F]],
    ["status === 'loading' || !session", [T, T, F]],
    ["result.data", [F, F, T]],
    ["result?.['data']", [F, F, T]],
    ["result.status === 'loading'", [T, F, F]],
    ["rest.status === 'loading'", [T, F, F]],
    ["state === 'unauthenticated'", [F, T, F]],
    ["nested", [F, F, T]],
    ["withDefault === null", [T, T, F]],
    ["fromMember", [F, F, T]],
    ["asserted", [F, F, T]],
    ["user", [F, F, T]],
    ["isSignedIn", [F, F, T]],
    ["!isLoading && !isSignedIn", [F, T, F]],
    ["isReady()", [F, T, T]],
    ["isMember", [F, F, T]],
    ["loaded.session", [F, F, T]],
    ["loaded.isLoading", [T, F, F]],
    ["useSession().data", [F, F, T]],
    ["session ?? flag", [U, U, T]],
    ["session ? flag : true", [T, T, U]],
    ["flag ? session : session", [F, F, T]],
    ["(flag, session)", [F, F, T]],
    ["update", [T, T, T]],
    ["[session]", [T, T, T]],
    ["flag", [U, U, U]],
    ["later", [U, U, U]],
    ["undefined", [F, F, F]],
    ["undefined === flag", [U, U, U]],
  ])("%s", (expression, expected) => expect(truths(expression)).toEqual(expected));
});

describe("what stays unknown is equal where it is equal", () => {
  test.each([
    ["!session && flag", "flag"],
    ["flag && !session", "flag"],
    ["session || flag", "flag"],
    ["!(session || !flag)", "flag"],
    ["session?.user ? other : flag", "flag"],
    ["check(session?.user)", "check(undefined)"],
  ])("%s is %s while loading and signed out", (expression, rest) => {
    const [loading, signedOut, signedIn] = truths(expression);
    expect([loading, signedOut]).toEqual([rest, rest]);
    expect(signedIn).not.toBe(rest);
  });

  test("a value that depends on the session in an unknown way is equal nowhere", () => {
    const [loading, signedOut] = truths("decide(() => session)");
    expect(loading).not.toBe(signedOut);
  });

  test("a name that means something else in an inner scope is something else", () => {
    const { file, states } = read("other.map((session) => !session)");
    const inner = file.nodes("UnaryExpression").at(-1)!;
    expect(states.test(inner, LOADING)).toBe(states.test(inner, AUTHENTICATED));
  });

  test("a session without a user is no session for those who ask for the user", () => {
    const { states, node } = read("!session?.user");
    expect(states.test(node, USERLESS)).toBe(true);
    const { states: other, node: session } = read("!session");
    expect(other.test(session, USERLESS)).toBe(false);
  });
});

describe("a phantom sign-out", () => {
  /** Whether `place()` in a component's body is one. */
  function isPhantom(body: string, { required = false, leaves = false } = {}): boolean {
    const file = new SourceFile(
      "component.tsx",
      `function Component({ flag, items }) { const { data: session, status } = useSession(); ${body} }`,
    );
    const calls = file.nodes("CallExpression");
    const states = new SessionStates(
      file,
      calls.filter(({ callee }) => file.slice(callee) === "useSession"),
    );
    const place = calls.find(({ callee }) => file.slice(callee) === "place")!;
    return (
      new SessionDecisions(file, states, (expression) => file.slice(expression).startsWith("redirect(")).decide([place], {
        required,
        leaves,
      }) !== undefined
    );
  }

  test.each([
    "if (!session) place();",
    "if (!session && flag) place();",
    "if (flag) { if (!session) { place(); } }",
    "if (session) return; place();",
    "if (session) { redirect('/'); } place();",
    "if (session) redirect('/'); else place();",
    "if (status === 'authenticated') return; if (flag) place();",
    "session ? 1 : place();",
    "session || place();",
    "session ?? place();",
    "switch (status) { case 'authenticated': break; default: place(); }",
    "switch (status) { case 'loading': case 'unauthenticated': place(); break; }",
    "if (session?.user?.role !== 'admin') place();",
    "try { if (!session) place(); } catch {}",
    "for (const item of items) { if (!session) place(); }",
  ])("%s", (body) => expect(isPhantom(body)).toBe(true));

  test.each([
    "place();",
    "if (session) place();",
    "if (flag) place();",
    "if (session === null) place();",
    "if (status === 'unauthenticated') place();",
    "if (status === 'loading') return; if (!session) place();",
    "if (status === 'loading') { return; } else if (!session) { place(); }",
    "if (status !== 'loading') { if (!session) place(); }",
    "if (session === undefined) throw 1; if (!session) place();",
    "switch (status) { case 'loading': return; } if (!session) place();",
    "switch (status) { case 'loading': break; case 'unauthenticated': place(); }",
    "switch (true) { case status === 'loading': return; default: if (!session) place(); }",
    "try { if (status === 'loading') return; } finally {} if (!session) place();",
    "if (session && !session.user.isDone) place();",
    "if (flag || session) place();",
    "return; if (!session) place();",
  ])("not: %s", (body) => expect(isPhantom(body)).toBe(false));

  test("a required session is loading or there", () => {
    expect(isPhantom("if (!session) place();", { required: true })).toBe(true);
    expect(isPhantom("if (status !== 'loading' && !session) place();", { required: true })).toBe(false);
  });
});
