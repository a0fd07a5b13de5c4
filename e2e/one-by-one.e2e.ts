import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { buildOrThrow, createApp, removeApp, serveApp, type App } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { repair } from "./command.ts";
import { expectSurvival } from "./expectations.ts";
import type { Fault } from "./faults/fault.ts";
import { decisionsWhileLoading } from "./faults/loading.ts";
import { middlewareCatchesEverything } from "./faults/middleware.ts";
import { sessionWithoutOptions } from "./faults/options.ts";
import { providerMissing } from "./faults/provider.ts";
import { secretMissing } from "./faults/secret.ts";
import { inspect } from "./inspection.ts";
import { walk } from "./journey.ts";

/** The faults of the example as its README lists them: each hides those below it. */
const onTheWay: Fault[] = [providerMissing, middlewareCatchesEverything, secretMissing, decisionsWhileLoading];

let browser: Browser;
let app: App;
beforeAll(async () => {
  browser = await openBrowser();
  app = await createApp(15);
});
afterAll(async () => {
  await browser?.close();
  if (app) removeApp(app);
});

// One after the other: each test starts from what the one before has repaired, and from nothing else.
test.each(onTheWay.map((fault) => [fault.name, fault] as const))("%s shows, and goes alone", async (_name, fault) => {
  fault.expectSymptom(await inspect(browser, app));
  await repair(app, fault.repairedBy);
});

test(`${sessionWithoutOptions.name} shows last, and needs options to give`, async () => {
  await repair(app, "inject-auth-options");
  sessionWithoutOptions.expectSymptom(await inspect(browser, app));
  await repair(app, "extract-auth-options", "inject-auth-options");
});

test("nothing is left to see", async () => {
  await buildOrThrow(app);
  const server = await serveApp(app);
  const journey = await walk(browser, server).finally(() => server.stop());
  expectSurvival(app, journey);
});
