import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildOrThrow, createApp, hasFile, removeApp, serveApp, type App } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { repair, runCommand } from "./command.ts";
import { expectSurvival } from "./expectations.ts";
import { signIn, walk } from "./journey.ts";
import { openTab } from "./tab.ts";
import { variants } from "./variants/index.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser?.close());

describe.each(variants)("the example $name (Next.js $major)", ({ name, major, options, derive }) => {
  let app: App;
  beforeAll(async () => {
    app = await createApp(major, derive);
    await repair(app, "all");
    await buildOrThrow(app);
  });
  afterAll(() => app && removeApp(app));

  test("has its options in a file of their own", () => {
    expect(hasFile(app, options)).toBe(true);
  });

  test("keeps people signed in", async () => {
    const server = await serveApp(app);
    const journey = await walk(browser, server).finally(() => server.stop());
    expectSurvival(app, journey);
  });

  test.runIf(name.includes("Pages Router"))("knows the member number there too", async () => {
    const server = await serveApp(app);
    const context = await browser.newContext();
    try {
      await signIn(await openTab(context), server.url);
      const answer = await context.request.get(`${server.url}/api/me`);
      expect(await answer.json()).toEqual({ id: "k-001" });
      const card = await context.request.get(`${server.url}/card`);
      expect(await card.text()).toContain("k-001");
    } finally {
      await context.close();
      await server.stop();
    }
  });

  test("leaves nothing for a second run", async () => {
    const { code } = await runCommand(app, ["all", app.directory, "--check"]);
    expect(code).toBe(0);
  });
});
