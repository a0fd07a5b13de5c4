import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { expect, test } from "vitest";
import { buildOrThrow, createApp, removeApp, serveApp, type App } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { repair, transforms } from "./command.ts";
import { signIn } from "./journey.ts";
import { cache, repository } from "./places.ts";
import { look, openTab, refresh } from "./tab.ts";

/** Before and after, for the README. They land in docs/ only when asked: UPDATE_PICTURES=1. */
const folder = process.env["UPDATE_PICTURES"] ? join(repository, "docs", "pictures") : join(cache, "pictures");

test("a refresh, before and after, is worth a picture", async () => {
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  const app = await createApp(15);
  try {
    // What keeps the app from starting and people from signing in is out of the way.
    await repair(app, ...transforms.filter((name) => name !== "add-loading-branches"));
    const before = await picture(browser, app, join(folder, "phantom-before.png"));
    await repair(app, "add-loading-branches");
    const after = await picture(browser, app, join(folder, "phantom-after.png"));

    expect(before).toEqual(["/dashboard", "/login"]);
    expect(after).toEqual(["/dashboard", "/dashboard"]);
    for (const name of ["phantom-before.png", "phantom-after.png"]) {
      expect(statSync(join(folder, name)).size).toBeLessThan(150_000);
    }
  } finally {
    await browser.close();
    removeApp(app);
  }
});

/** Draws "My loans" and what F5 makes of it side by side; returns where the tab stood each time. */
async function picture(browser: Browser, app: App, file: string): Promise<[string, string]> {
  await buildOrThrow(app);
  const server = await serveApp(app);
  const context = await browser.newContext({ viewport: { width: 620, height: 400 } });
  try {
    const tab = await openTab(context);
    await signIn(tab, server.url);
    await tab.page.getByRole("link", { name: "My loans" }).click();
    const { path: first } = await look(tab);
    const shots = [await tab.page.screenshot()];
    const { path: second } = await refresh(tab);
    shots.push(await tab.page.screenshot());
    writeFileSync(file, await drawFrames(browser, [first, second], shots));
    return [first, second];
  } finally {
    await context.close();
    await server.stop();
  }
}

async function drawFrames(browser: Browser, paths: string[], shots: Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 520 } });
  const frame = (path: string, shot: Buffer): string => `<figure>
    <figcaption>toolshed.example<b>${path}</b></figcaption>
    <img src="data:image/png;base64,${shot.toString("base64")}">
  </figure>`;
  await page.setContent(`<style>
    body { display: inline-flex; align-items: center; gap: 20px; margin: 0; padding: 20px; background: #e9ece8;
      font: 15px system-ui, "DejaVu Sans", sans-serif; color: #1f2a24; }
    figure { margin: 0; overflow: hidden; background: #fff; border: 1px solid #c9d1c9; border-radius: 10px; }
    figcaption { margin: 8px 12px; padding: 5px 14px; background: #f0f2ef; border-radius: 14px; color: #66736b; }
    figcaption b { color: #1f2a24; }
    img { display: block; border-top: 1px solid #dde3dc; }
    kbd { padding: 6px 10px; background: #fff; border: 1px solid #9aa59d; border-bottom-width: 3px; border-radius: 6px; }
  </style>${frame(paths[0]!, shots[0]!)}<kbd>F5</kbd>${frame(paths[1]!, shots[1]!)}`);
  const drawn = await page.locator("body").screenshot();
  await page.close();
  return drawn;
}
