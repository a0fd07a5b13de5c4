import { expect, test } from "vitest";
import { buildOrThrow, createApp, removeApp, serveApp } from "./app.ts";
import { findChromium, openBrowser } from "./browser.ts";
import { repair } from "./command.ts";
import { expectSurvival, signedIn } from "./expectations.ts";
import { walk } from "./journey.ts";

/** What the whole matrix proves, once and on one version: for every `npm test`. */
const chromium = findChromium();
const required = process.env["CI_REQUIRE_BROWSER"] === "1";

if (!chromium && !required) {
  console.warn("Skipped: no Chromium found, so no browser has seen the repaired app. Install it or set CHROMIUM_PATH.");
}

test.skipIf(!chromium && !required)("the session survives a refresh in a real browser", { timeout: 900_000 }, async () => {
  const browser = await openBrowser();
  const app = await createApp(15);
  try {
    await repair(app, "all");
    await buildOrThrow(app);
    const server = await serveApp(app);
    const journey = await walk(browser, server).finally(() => server.stop());
    expectSurvival(app, journey);
    expect(journey.refreshed.who.at(-1)).toBe(signedIn);
  } finally {
    await browser.close();
    removeApp(app);
  }
});
