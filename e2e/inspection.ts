import type { Browser } from "playwright-core";
import { buildApp, serveApp, type App } from "./app.ts";
import { signIn } from "./journey.ts";
import { delaySession, openTab, visit, type View } from "./tab.ts";

/** What a short look at an app finds, however broken it is. */
export interface Inspection {
  build: string;
  /** False when `next build` failed; then there is nothing more to see. */
  built: boolean;
  /** What the server wrote. */
  log: string;
  favicon: string;
  signedIn?: View;
  loans?: View;
  account?: View;
  home?: View;
}

/** Builds and serves an app, signs in and loads each page once, with a slow answer about the session. */
export async function inspect(browser: Browser, app: App): Promise<Inspection> {
  const { code, output } = await buildApp(app);
  const found: Inspection = { build: output, built: code === 0, log: "", favicon: "" };
  if (!found.built) return found;

  const server = await serveApp(app);
  const context = await browser.newContext();
  try {
    const favicon = await fetch(`${server.url}/favicon.ico`);
    found.favicon = favicon.headers.get("content-type") ?? "";
    const tab = await openTab(context);
    found.signedIn = await signIn(tab, server.url);
    await delaySession(tab, 1_500);
    found.loans = await visit(tab, `${server.url}/dashboard`);
    found.account = await visit(tab, `${server.url}/account`);
    found.home = await visit(tab, server.url);
  } finally {
    await context.close();
    await server.stop();
  }
  found.log = server.output();
  return found;
}
