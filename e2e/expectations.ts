import { expect } from "vitest";
import type { App } from "./app.ts";
import type { Journey } from "./journey.ts";
import * as markup from "./markup.ts";
import type { View } from "./tab.ts";

export const signedIn = "Demo Keeper | Sign out";
export const signedOut = "Sign in";
const loading = "Loading…";
const offer = "Members can put a tool aside for three days. | Sign in to reserve";

/** Everything a person may expect of an app whose session persists. */
export function expectSurvival(app: App, journey: Journey): void {
  const at = (path: string): string => (app.basePath + path).replace(/(.)\/$/, "$1");

  for (const [step, view] of Object.entries(journey) as [keyof Journey, View][]) {
    expect(view.problems, `errors in the console at step "${step}"`).toEqual([]);
  }

  expectPage(journey.signedIn, at("/"), markup.homeSignedIn);
  expectPage(journey.loans, at("/dashboard"), markup.loans);

  // The heart of it: F5, a slow answer about the session, and nobody is sent anywhere.
  const reloads: [View, string, string][] = [
    [journey.refreshed, at("/dashboard"), markup.loans],
    [journey.accountRefreshed, at("/account"), markup.account],
    [journey.home, at("/"), markup.homeSignedIn],
    [journey.secondTab, at("/dashboard"), markup.loans],
  ];
  for (const [view, path, page] of reloads) {
    expectPage(view, path, page);
    expect(view.paths, "where the tab went while loading").toEqual([path]);
    expect(view.who, "what the navigation bar said").toEqual([loading, signedIn]);
    expect(view.reserve.join(), "what the reserve box said").not.toContain(offer);
  }
  expectPage(journey.account, at("/account"), markup.account);

  expectPage(journey.signedOut, at("/"), markup.homeSignedOut);
  expect(journey.signedOut.who).toEqual([loading, signedOut]);
  expect(journey.signedOut.reserve).toEqual([offer]);

  expectPage(journey.leftBehind, at("/login"), markup.login);
  expectPage(journey.turnedAway, at("/login"), markup.login);
}

function expectPage(view: View, path: string, page: string): void {
  expect(view.path.split("?", 1)[0]).toBe(path);
  expect(view.markup).toBe(page);
}
