import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ChangeSet } from "../lib/changes/change-set.ts";
import type { Span } from "../lib/edit/spans.ts";
import { discover } from "../lib/discover.ts";
import { diagnose } from "../lib/doctor/diagnose.ts";
import { migrate, type MigrateResult } from "../lib/migrate.ts";
import { findApps } from "../lib/workspace/app.ts";
import type { Transform } from "../lib/transform.ts";
import { Workspace } from "../lib/workspace/workspace.ts";
import { transforms } from "../transforms/index.ts";
import { consumer } from "./generators/consumer.ts";
import { damaged } from "./generators/damage.ts";
import { drawn } from "./generators/draw.ts";
import { anyApp, frame } from "./generators/whole-app.ts";
import { execute, type Behaviour, type SessionState } from "./support/execute-component.ts";
import { brokenInvariants } from "./support/invariants.ts";
import { meaningOf, OWN_PATHS } from "./support/meaning.ts";
import { scratch } from "./support/scratch.ts";
import { runs, seed } from "./support/soak.ts";

process.stdout.write(`seed ${seed}\n`);

const only = (name: string) => transforms.filter((transform) => transform.name === name);

/** Migrates a project twice; the second run starts from what the first one made. */
async function migrateTwice(
  files: Record<string, string>,
  selected: readonly Transform[],
): Promise<{ first: MigrateResult; second: MigrateResult; before: Workspace }> {
  const found = discover({ cwd: scratch(files), paths: [] });
  const first = await migrate({ ...found, transforms: selected, options: {} });
  const second = await migrate({ workspace: first.workspace, apps: findApps(first.workspace, ""), transforms: selected, options: {} });
  return { first, second, before: found.workspace };
}

describe("useSession consumers", () => {
  test(
    "behave as before signed in and signed out, don't leave while loading, and keep the order of hooks",
    { timeout: 1_200_000 },
    async () => {
      const count = { programs: 0, changed: 0, told: 0 };
      await fc.assert(
        fc.asyncProperty(fc.array(drawn(consumer), { minLength: 10, maxLength: 10 }), async (widgets) => {
          const files = Object.fromEntries(widgets.map(({ source }, i) => [`components/widget-${i}.tsx`, source]));
          const { first, second, before } = await migrateTwice({ ...frame, ...files }, only("add-loading-branches"));
          expect(first.report.failures).toEqual([]);
          expect([...second.changes].map(({ path, after }) => `${path}\n${after}`)).toEqual([]);
          expect(brokenInvariants(first, before)).toEqual([]);
          for (const [i, { required }] of widgets.entries()) checkBehaviour(first, before, `components/widget-${i}.tsx`, required);
          count.programs += widgets.length;
          count.changed += first.changes.size;
          count.told += new Set(first.report.findings.map(({ path }) => path)).size;
        }),
        runs(100, 0.35),
      );
      process.stdout.write(`${count.programs} consumers: ${count.changed} changed, ${count.told} with a finding\n`);
    },
  );
});

/** The component is run in each state of the session, as it was and as it is now. */
function checkBehaviour({ workspace, report }: MigrateResult, old: Workspace, path: string, required: boolean): void {
  const [before, after] = [old.read(path)!, workspace.read(path)!];
  const findings = report.findings.filter((finding) => finding.path === path);
  const states: SessionState[] = required ? ["loading", "authenticated"] : ["loading", "unauthenticated", "authenticated"];
  const told = `--- before\n${before}\n--- after\n${after}\n--- findings ${findings.map(({ rule, line }) => `${rule}:${line}`).join(" ")}`;
  const props = [{}, { ready: false }];
  const all = [before, after].map((source) => props.map((given) => states.map((state) => ({ state, ...execute(source, state, given) }))));
  const orders = (behaviours: Behaviour[]) =>
    new Set(behaviours.filter(({ rendered }) => rendered).map(({ hooks }) => hooks.join(" "))).size;
  if (orders(all[0]!.flat()) <= 1) expect(orders(all[1]!.flat()), `hooks change their order\n${told}`).toBeLessThanOrEqual(1);
  for (const i of props.keys()) {
    const [was, is] = all.map((one) => one[i]!) as [(Behaviour & { state: SessionState })[], (Behaviour & { state: SessionState })[]];
    const settled = (behaviours: typeof is) =>
      behaviours.filter(({ state }) => state !== "loading").map(({ state, tree, leaves }) => ({ state, tree, leaves }));
    expect(settled(is), told).toEqual(settled(was));
    const by = (behaviours: typeof is, state: SessionState) => behaviours.find((behaviour) => behaviour.state === state);
    const [loading, signedIn, signedOut] = [by(is, "loading")!, by(is, "authenticated")!, by(was, "unauthenticated")];
    // What happens to people who are signed in too has nothing to do with the session.
    const leaves = loading.leaves.filter((place) => !signedIn.leaves.includes(place));
    if (!findings.some(({ severity }) => severity === "warning")) expect(leaves, `leaves while loading\n${told}`).toEqual([]);
    // Where an effect leaves once nobody is signed in, and only then, what is seen until then is meant for waiting.
    const isWaiting = signedOut?.leaves.some((place) => !by(was, "loading")!.leaves.includes(place));
    const isPhantom = signedOut?.tree.includes("signed-out") && signedOut.tree !== signedIn.tree && !isWaiting;
    if (isPhantom && !findings.some(({ rule }) => rule !== "nothing-while-loading"))
      expect(loading.tree, `shows as signed out while loading\n${told}`).not.toBe(signedOut!.tree);
  }
}

describe("whole apps, for both routers, in both languages, in any style", () => {
  test(
    "parse afterwards, keep untouched text and what names mean, change once, and go on doing what they did",
    { timeout: 1_200_000 },
    async () => {
      const count = { apps: 0, changed: 0, files: 0 };
      await fc.assert(
        fc.asyncProperty(drawn(anyApp), async (app) => {
          const { first, second, before } = await migrateTwice(app.files, transforms);
          const told = () =>
            [...first.changes].map(({ path, before: old, after }) => `--- ${path}\n${old}\n+++\n${after}`).join("\n") +
            first.report.findings.map(({ rule, path, line }) => `\n${rule} ${path}:${line}`).join("");
          expect(first.report.failures, told()).toEqual([]);
          expect([...second.changes].map(({ path, before: old, after }) => `${path}\n${old}\n+++\n${after}`)).toEqual([]);
          expect(brokenInvariants(first, before), told()).toEqual([]);
          for (const [path, required] of Object.entries(app.required)) checkBehaviour(first, before, path, required);
          const [was, is] = [await meaningOf(app, (path) => before.read(path)), await meaningOf(app, (path) => first.workspace.read(path))];
          const isSame = ({ options, route, answers, layout }: typeof is) => ({ options, route, answers, layout });
          expect(isSame(is), told()).toEqual(isSame(was));
          // A call without the request on the server of pages/api, and one of an older name, are told.
          const byHand = first.report.findings.filter(({ rule }) =>
            /^(?:session-call-needs-request|unstable-get-server-session)$/.test(rule),
          );
          expect(is.callsWithoutOptions, told()).toBe(byHand.length);
          expect(is.isCovered, told()).toBe(true);
          expect(is.guarded, told()).toEqual(was.guarded.filter((path) => app.letsOwnThrough || !OWN_PATHS.includes(path)));
          count.apps++;
          count.changed += first.changes.size;
          count.files += Object.keys(app.files).length;
        }),
        runs(60, 0.4),
      );
      process.stdout.write(`${count.apps} apps: ${count.changed} of ${count.files} files changed\n`);
    },
  );
});

describe("damaged apps", () => {
  test(
    "never make a run fail; what it changes parses, is changed once, and keeps untouched text and what names mean",
    { timeout: 1_200_000 },
    async () => {
      const count = { apps: 0, unreadable: 0, changed: 0 };
      const some = drawn((draw) => {
        const { files } = anyApp(draw);
        const paths = Object.keys(files).filter((path) => path !== "package.json");
        const chosen = Array.from({ length: 1 + draw.upTo(3) }, () => draw.one(paths));
        return { ...files, ...Object.fromEntries(chosen.map((path) => [path, damaged(draw, files[path]!)])) };
      });
      await fc.assert(
        fc.asyncProperty(some, async (files) => {
          const { first, second, before } = await migrateTwice(files, transforms);
          const told = () => [...first.changes].map(({ path, before: old, after }) => `--- ${path}\n${old}\n+++\n${after}`).join("\n");
          expect([...second.changes].map(({ path, before: old, after }) => `${path}\n${old}\n+++\n${after}`)).toEqual([]);
          expect(brokenInvariants(first, before), told()).toEqual([]);
          diagnose(discover({ cwd: before.root, paths: [] }));
          count.apps++;
          count.unreadable += first.report.failures.length;
          count.changed += first.changes.size;
        }),
        runs(100, 0.25),
      );
      process.stdout.write(`${count.apps} damaged apps: ${count.unreadable} files not readable, ${count.changed} changed\n`);
    },
  );
});

test("the invariants notice what they are there for", () => {
  const before = "import { a } from 'x';\nexport const b = a;\nexport const c = (b: number) => b;\n";
  const broken = (after: string, spans: Pick<Span, "start" | "end" | "text">[]) => {
    const workspace = Workspace.open(scratch({ "f.ts": before }));
    const changes = new ChangeSet();
    changes.lay("f.ts", before, { transform: "test", spans: spans as Span[], reasons: [], after });
    return brokenInvariants({ changes } as MigrateResult, workspace);
  };
  const shadow = "export const c = (b: number) => { const a = 1; return b; };\n";
  expect(broken(before.replace("import { a } from 'x';", ""), [{ start: 0, end: 22, text: "" }])).toEqual([
    "f.ts: a is bound to nothing",
    "f.ts: a at 40 means something else",
  ]);
  expect(broken(before.replace("export const b", "export  const b"), [{ start: 0, end: 0, text: "" }])).toEqual([
    "f.ts: text that no span covers has changed at 0",
  ]);
  expect(broken(before.replace("(b: number)", "(d: number)"), [{ start: 61, end: 62, text: "d" }])).toEqual([
    "f.ts: b at 75 means something else",
  ]);
  expect(broken(before.replace(/export const c.*\n/, shadow), [{ start: 43, end: before.length, text: shadow }])).toEqual([]);
});
