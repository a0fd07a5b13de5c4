import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { buildOrThrow, createApp, removeApp, serveApp, type App } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { repair, transforms } from "./command.ts";
import { expectSurvival } from "./expectations.ts";
import { faults } from "./faults/index.ts";
import { inspect } from "./inspection.ts";
import { walk } from "./journey.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser?.close());

const rows = faults.map((fault) => [fault.name, fault.major, fault] as const);

describe.each(rows)("%s (Next.js %i)", (_name, _major, fault) => {
  let app: App;
  beforeAll(async () => {
    app = await createApp(fault.major, ...(fault.plant ? [fault.plant] : []));
    // Faults hide each other: only with all others repaired is the symptom this one's own.
    await repair(app, ...transforms.filter((name) => name !== fault.repairedBy));
  });
  afterAll(() => app && removeApp(app));

  test("shows", async () => {
    fault.expectSymptom(await inspect(browser, app));
  });

  test(`is gone after ${fault.repairedBy}`, async () => {
    await repair(app, fault.repairedBy);
    await buildOrThrow(app);
    const server = await serveApp(app);
    const journey = await walk(browser, server).finally(() => server.stop());
    expectSurvival(app, journey);
  });
});
