import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildOrThrow, createApp, listFiles, readFile, removeApp, serveApp, type App, type Variant } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { repair, runCommand, transforms } from "./command.ts";
import { expectSurvival } from "./expectations.ts";
import { healthy } from "./healthy.ts";
import { walk } from "./journey.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser?.close());

test.each(transforms)("%s changes nothing in an app that has every fault but its own", async (name) => {
  const app = await createApp(16, healthy[name]);
  try {
    await expectNothingToDo(app, name);
  } finally {
    removeApp(app);
  }
});

describe("an app that its owner has repaired another way (Next.js 16)", () => {
  let app: App;
  beforeAll(async () => void (app = await createApp(16, repairByHand)));
  afterAll(() => app && removeApp(app));

  test.each([...transforms, "all" as const])("%s changes nothing", (name) => expectNothingToDo(app, name));

  test("keeps people signed in", async () => {
    await buildOrThrow(app);
    const server = await serveApp(app);
    const journey = await walk(browser, server).finally(() => server.stop());
    expectSurvival(app, journey);
  });
});

/** Runs a transform for real and asserts that it wrote nothing, and has nothing to say either. */
async function expectNothingToDo(app: App, name: (typeof transforms)[number] | "all"): Promise<void> {
  const before = textOf(app);
  await repair(app, name);
  expect(textOf(app)).toEqual(before);
  const { output } = await runCommand(app, [name, app.directory, "--dry", "--json", "--quiet"]);
  const { findings } = JSON.parse(output) as { findings: { severity: string }[] };
  expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
}

const repairByHand: Variant = (app) => {
  // The options are part of what gives them to every call.
  for (const name of transforms) if (name !== "extract-auth-options") healthy[name](app);
};

/** Every file of the app and its text. */
function textOf(app: App): Record<string, string> {
  return Object.fromEntries(listFiles(app).map((path) => [path, readFile(app, path)]));
}
