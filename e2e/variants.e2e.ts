import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildOrThrow, createApp, hasFile, removeApp, serveApp, type App } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { repair, runCommand } from "./command.ts";
import { expectSurvival } from "./expectations.ts";
import { signIn, walk } from "./journey.ts";
import { openTab } from "./tab.ts";
import { shapes } from "./variants/index.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser?.close());

const rows = shapes.map((shape) => [shape.name, shape.major, shape] as const);

describe.each(rows)("the example %s (Next.js %i)", (_name, major, { options, derive, expectMore }) => {
  let app: App;
  beforeAll(async () => void (app = await createApp(major, derive)));
  afterAll(() => app && removeApp(app));

  test("gets its options into a file of their own", async () => {
    await repair(app, "all");
    expect(hasFile(app, options)).toBe(true);
  });

  test("keeps people signed in", async () => {
    await buildOrThrow(app);
    const server = await serveApp(app);
    const context = await browser.newContext();
    try {
      expectSurvival(app, await walk(browser, server));
      await signIn(await openTab(context), server.url);
      await expectMore?.(context, server.url);
    } finally {
      await context.close();
      await server.stop();
    }
  });

  test("leaves nothing for a second run", async () => {
    const { code, output } = await runCommand(app, ["all", app.directory, "--check"]);
    expect(code, output).toBe(0);
  });
});
