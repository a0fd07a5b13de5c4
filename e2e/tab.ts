import type { BrowserContext, Page, Request } from "playwright-core";

/** What a tab shows, and how it came to show it. */
export interface View {
  /** Path and query. */
  path: string;
  /** Every path the tab was at since the last look, client-side pushes included. */
  paths: string[];
  /** What the navigation bar said about the user, in the order it said it. */
  who: string[];
  /** What the reserve box of the shelf said, likewise. */
  reserve: string[];
  /** The page as assistive technology reads it: navigation bar, then content. */
  markup: string;
  /** Errors of the console and of scripts since the last look, and what could not be done, such as a link that isn't there. */
  problems: string[];
}

export interface Tab {
  page: Page;
  paths: string[];
  problems: string[];
  pending: Set<Request>;
  /** How often it went somewhere since the last look. */
  navigations: number;
}

// No step of a journey needs more; a redirect loop in the browser makes up to a hundred a second.
const navigationLimit = 20;

// Runs before the page's own scripts: what is shown for 20 ms is a flash all the same.
const watcher = `(() => {
  const seen = (window.seenByTest = { ".who": [], ".reserve": [] });
  const look = () => {
    for (const [selector, said] of Object.entries(seen)) {
      const place = document.querySelector(selector);
      if (!place || place.children.length === 0) continue;
      const text = [...place.children].map((child) => child.textContent.trim()).join(" | ");
      if (said.at(-1) !== text) said.push(text);
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
})()`;

// React leaves its mark on an element when it takes it over from the server's HTML.
const state = `(() => {
  const bar = document.querySelector(".navbar");
  const alive = bar !== null && Object.keys(bar).some((key) => key.startsWith("__react"));
  const text = document.body?.innerText ?? "";
  return [alive && !text.includes("Loading…"), text];
})()`;

/** Opens a tab that keeps a record of where it goes and what goes wrong. */
export async function openTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const tab: Tab = { page, paths: [], problems: [], pending: new Set(), navigations: 0 };
  await page.addInitScript(watcher);
  page.on("console", (message) => {
    if (message.type() === "error") tab.problems.push(message.text());
  });
  page.on("pageerror", (error) => tab.problems.push(error.message));
  page.on("request", (request) => {
    // What the page before still waited for is of no interest to the next one.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) tab.pending.clear();
    // Nobody waits for the answer to a beacon, and Chromium does not always tell of its end.
    if (request.resourceType() !== "ping") tab.pending.add(request);
  });
  page.on("requestfinished", (request) => tab.pending.delete(request));
  page.on("requestfailed", (request) => tab.pending.delete(request));
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) return;
    // Next.js replaces the history entry of a loaded page by one that looks the same.
    if (tab.paths.at(-1) !== pathOf(frame.url())) tab.paths.push(pathOf(frame.url()));
    if (++tab.navigations > navigationLimit) {
      tab.problems.push(`more than ${navigationLimit} navigations: a loop`);
      void page.close();
    }
  });
  return tab;
}

/** Waits for what the tab is made to do; that it could not be done is an observation like any other. */
export async function attempt(tab: Tab, action: Promise<unknown>): Promise<void> {
  await action.catch((error: Error) => tab.problems.push(inOneLine(error)));
}

/** Goes to an address. */
export async function visit(tab: Tab, url: string): Promise<View> {
  await attempt(tab, tab.page.goto(url));
  return look(tab);
}

/** A hard refresh, as F5 makes it. */
export async function refresh(tab: Tab): Promise<View> {
  await attempt(tab, tab.page.reload());
  return look(tab);
}

/** Waits until the tab has come to rest and tells what it shows; starts the record anew. */
export async function look(tab: Tab): Promise<View> {
  await settle(tab);
  tab.navigations = 0;
  const view: View = {
    path: pathOf(tab.page.url()),
    paths: tab.paths.splice(0),
    who: [],
    reserve: [],
    markup: "",
    problems: [],
  };
  if (!tab.page.isClosed()) {
    const seen = await tab.page.evaluate<Record<string, string[]> | undefined>("window.seenByTest");
    view.who = seen?.[".who"] ?? [];
    view.reserve = seen?.[".reserve"] ?? [];
    const parts = await tab.page.locator("header.navbar, main.page").all();
    const snapshots = await Promise.all(parts.map((part) => part.ariaSnapshot()));
    view.markup = withoutAddresses(snapshots.join("\n"));
  }
  view.problems = tab.problems.splice(0);
  return view;
}

/** Makes the answer about the session take its time, as it does on a train. */
export async function delaySession(tab: Tab, milliseconds: number): Promise<void> {
  await tab.page.route("**/api/auth/session*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    // The page may be gone by now, and the request with it.
    await route.continue().catch(() => undefined);
  });
}

/**
 * Waits until nothing is under way and nothing has changed for a moment: a short one once the
 * page is alive and knows the session, a long one before, since a busy machine may just be slow.
 */
async function settle({ page, pending }: Tab): Promise<void> {
  const deadline = Date.now() + 30_000;
  let last = "";
  let since = Date.now();
  while (Date.now() < deadline && !page.isClosed()) {
    const [ready, text] = await page.evaluate<[boolean, string]>(state).catch((): [boolean, string] => [false, ""]);
    const now = `${page.url()} ${text}`;
    if (now !== last || pending.size > 0) since = Date.now();
    else if (Date.now() - since > (ready ? 600 : 6_000)) return;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Where a link leads depends on the base path and is proven by following it. */
function withoutAddresses(snapshot: string): string {
  return snapshot.replace(/:\n *- \/url: .*/g, "");
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** What failed, and what was waited for in vain. */
function inOneLine({ message }: Error): string {
  const [what] = message.split("\n", 1);
  const [wish] = /waiting for .*/.exec(message) ?? [];
  return wish ? `${what} ${wish}` : what!;
}
