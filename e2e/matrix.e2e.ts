import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildApp, buildOrThrow, createApp, removeApp, serveApp, type App } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { repair, runCommand, transforms } from "./command.ts";
import { expectSurvival } from "./expectations.ts";
import { addAdapter } from "./faults/strategy.ts";
import { walk } from "./journey.ts";
import { nextMajors } from "./versions.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser?.close());

// The adapter is what the example has not.
describe.each(nextMajors)("the example with a fault for each transform on Next.js %i", (major) => {
  let app: App;
  beforeAll(async () => void (app = await createApp(major, addAdapter)));
  afterAll(() => app && removeApp(app));

  test("does not even build while it is broken", async () => {
    const { code, output } = await buildApp(app);
    expect(code).not.toBe(0);
    expect(output).toMatch(/Cannot destructure property 'data' of '.*useSession.*' as it is undefined/);
  });

  test("keeps people signed in once `all` has run over it", async () => {
    await repair(app, "all");
    await buildOrThrow(app);
    const server = await serveApp(app);
    try {
      expectSurvival(app, await walk(browser, server));
    } finally {
      await server.stop();
    }
    expect(server.output()).not.toMatch(/\[next-auth\]\[(error|warn)\]/);
  });

  test.each(["all", ...transforms])("leaves nothing for a second run of %s", async (name) => {
    const { code, output } = await runCommand(app, [name, app.directory, "--check"]);
    expect(code, output).toBe(0);
  });
});
