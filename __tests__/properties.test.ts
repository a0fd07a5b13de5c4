import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ChangeSet } from "../lib/changes/change-set.ts";
import type { Span } from "../lib/edit/spans.ts";
import { discover } from "../lib/discover.ts";
import { migrate, type MigrateResult } from "../lib/migrate.ts";
import { findApps } from "../lib/workspace/app.ts";
import type { Transform } from "../lib/transform.ts";
import { Workspace } from "../lib/workspace/workspace.ts";
import { transforms } from "../transforms/index.ts";
import { consumer } from "./generators/consumer.ts";
import { drawn } from "./generators/draw.ts";
import { frame, wholeApp } from "./generators/whole-app.ts";
import { execute, type SessionState } from "./support/execute-component.ts";
import { brokenInvariants } from "./support/invariants.ts";
import { isSoak, scratch } from "./support/scratch.ts";

/** A run can be repeated: `SEED=… npx vitest run __tests__/properties.test.ts`. */
// The same programs every time, so that a change is what turns it red; the soak looks further each time it runs.
const seed = process.env.SEED !== undefined ? Number(process.env.SEED) : isSoak ? Date.now() & 0x7fffffff : 4_24_15;
const runs = (n: number) => ({ numRuns: isSoak ? n * 20 : n, seed, endOnFailure: true });
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
      const transform = only("add-loading-branches");
      await fc.assert(
        fc.asyncProperty(fc.array(drawn(consumer), { minLength: 10, maxLength: 10 }), async (widgets) => {
          const files = Object.fromEntries(widgets.map(({ source }, i) => [`components/widget-${i}.tsx`, source]));
          const { first, second } = await migrateTwice({ ...frame, ...files }, transform);
          expect(first.report.failures).toEqual([]);
          expect([...second.changes].map(({ path, after }) => `${path}\n${after}`)).toEqual([]);
          for (const [i, { source, required }] of widgets.entries()) {
            const path = `components/widget-${i}.tsx`;
            const after = first.workspace.read(path)!;
            const findings = first.report.findings.filter((finding) => finding.path === path).map(({ rule, line }) => `${rule}:${line}`);
            checkBehaviour(source, after, required, findings);
          }
        }),
        runs(100),
      );
    },
  );
});

function checkBehaviour(before: string, after: string, required: boolean, findings: string[]): void {
  const states: SessionState[] = required ? ["loading", "authenticated"] : ["loading", "unauthenticated", "authenticated"];
  const [old, now] = [before, after].map((source) => states.map((state) => ({ state, ...execute(source, state) })));
  const told = `--- before\n${before}\n--- after\n${after}\n--- findings ${findings.join(" ")}`;
  for (const [i, behaviour] of now!.entries()) {
    if (behaviour.state === "loading") continue;
    expect({ state: behaviour.state, tree: behaviour.tree, leaves: behaviour.leaves }, told).toEqual({
      state: behaviour.state,
      tree: old![i]!.tree,
      leaves: old![i]!.leaves,
    });
  }
  const orders = (behaviours: typeof now) => new Set(behaviours!.filter(({ rendered }) => rendered).map(({ hooks }) => hooks.join(" ")));
  if (orders(old).size <= 1) expect(orders(now).size, `hooks change their order\n${told}`).toBeLessThanOrEqual(1);
  if (findings.length > 0) return;
  const loading = now!.find(({ state }) => state === "loading")!;
  expect(loading.leaves, `leaves while loading\n${told}`).toEqual([]);
  const signedOut = old!.find(({ state }) => state === "unauthenticated");
  // Where an effect leaves once nobody is signed in, and only then, what is seen until then is meant for waiting.
  const isWaiting =
    signedOut !== undefined && signedOut.leaves.length > 0 && old!.find(({ state }) => state === "loading")!.leaves.length === 0;
  if (signedOut?.tree.includes("signed-out") && !isWaiting)
    expect(loading.tree, `shows as signed out while loading\n${told}`).not.toBe(signedOut.tree);
}

describe("whole apps, in any style", () => {
  test("parse afterwards, keep untouched text and what names mean, and change once", { timeout: 1_200_000 }, async () => {
    const paths = { changed: 0, files: 0 };
    await fc.assert(
      fc.asyncProperty(drawn(wholeApp), async (files) => {
        const { first, second, before } = await migrateTwice(files, transforms);
        const told = () => [...first.changes].map(({ path, before: old, after }) => `--- ${path}\n${old}\n+++\n${after}`).join("\n");
        expect(first.report.failures).toEqual([]);
        expect([...second.changes].map(({ path, before: old, after }) => `${path}\n${old}\n+++\n${after}`)).toEqual([]);
        expect(brokenInvariants(first, before), told()).toEqual([]);
        paths.changed += first.changes.size;
        paths.files += Object.keys(files).length;
      }),
      runs(100),
    );
    process.stdout.write(`${paths.changed} of ${paths.files} generated files changed\n`);
  });
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
