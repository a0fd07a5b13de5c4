import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp, removeApp, serveApp, type App } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { repair } from "./command.ts";
import { expectSurvival } from "./expectations.ts";
import { walk } from "./journey.ts";
import { openTab, visit } from "./tab.ts";
import { nextMajors } from "./versions.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser?.close());

describe.each(nextMajors)("next dev of Next.js %i", (major) => {
  let app: App;
  beforeAll(async () => void (app = await createApp(major)));
  afterAll(() => app && removeApp(app));

  test("names the missing provider in the broken app", async () => {
    const server = await serveApp(app, "dev");
    const context = await browser.newContext();
    try {
      await visit(await openTab(context), `${server.url}/login`);
    } finally {
      await context.close();
      await server.stop();
    }
    expect(server.output()).toContain("`useSession` must be wrapped in a <SessionProvider />");
  });

  test("keeps people signed in after `all`", async () => {
    await repair(app, "all");
    const server = await serveApp(app, "dev");
    try {
      await warmUp(server.url);
      expectSurvival(app, await walk(browser, server));
    } finally {
      await server.stop();
    }
  });
});

/** A page's first request compiles it; a person waits for that, the journey should not. */
async function warmUp(url: string): Promise<void> {
  for (const path of ["/", "/login", "/dashboard", "/account", "/api/overdue", "/api/auth/session"]) {
    await fetch(url + path, { redirect: "manual" });
  }
}
