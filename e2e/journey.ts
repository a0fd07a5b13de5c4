import type { Browser } from "playwright-core";
import type { Server } from "./app.ts";
import { attempt, delaySession, look, openTab, refresh, visit, type Tab, type View } from "./tab.ts";

/** An account of the example, as its README gives them. */
export const keeper = { email: "keeper@example.com", password: "count-the-drills" };

/** Long enough that every decision taken while loading is seen, even on a slow machine. */
const slow = 1_500;

/** What a person sees who signs in, presses F5, looks around and signs out. */
export interface Journey {
  signedIn: View;
  loans: View;
  refreshed: View;
  account: View;
  accountRefreshed: View;
  home: View;
  secondTab: View;
  /** The second tab, after it signed out. */
  signedOut: View;
  /** The first tab, which was on a members' page meanwhile. */
  leftBehind: View;
  /** A members' page, asked for once more. */
  turnedAway: View;
}

/** Walks the whole way through a served app in a fresh browser profile. */
export async function walk(browser: Browser, { url }: Server): Promise<Journey> {
  const context = await browser.newContext();
  try {
    const first = await openTab(context);
    const signedIn = await signIn(first, url);
    const loans = await follow(first, "My loans", "/dashboard");

    await delaySession(first, slow);
    const refreshed = await refresh(first);
    const account = await follow(first, "Account", "/account");
    const accountRefreshed = await refresh(first);
    const home = await visit(first, url);
    await follow(first, "My loans", "/dashboard");

    const second = await openTab(context);
    await delaySession(second, slow);
    const secondTab = await visit(second, `${url}/dashboard`);
    await attempt(second, second.page.getByRole("button", { name: "Sign out" }).click());
    const signedOut = await look(second);
    // The browser tells the first tab in its own time.
    await first.page.waitForURL("**/login").catch(() => undefined);
    const leftBehind = await look(first);
    const turnedAway = await visit(first, `${url}/account`);
    return {
      signedIn,
      loans,
      refreshed,
      account,
      accountRefreshed,
      home,
      secondTab,
      signedOut,
      leftBehind,
      turnedAway,
    };
  } finally {
    await context.close();
  }
}

/** Fills in the form and sends it, whatever becomes of that. */
export async function signIn(tab: Tab, url: string, account = keeper): Promise<View> {
  await visit(tab, `${url}/login`);
  await attempt(tab, tab.page.getByLabel("Email").fill(account.email));
  await attempt(tab, tab.page.getByLabel("Password").fill(account.password));
  await attempt(tab, tab.page.getByRole("button", { name: "Sign in" }).click());
  return look(tab);
}

/** Follows a link of the navigation bar, as a person would: without loading the page anew. */
async function follow(tab: Tab, name: string, path: string): Promise<View> {
  await attempt(tab, tab.page.getByRole("navigation").getByRole("link", { name }).click());
  await tab.page.waitForURL(`**${path}`).catch(() => undefined);
  return look(tab);
}
