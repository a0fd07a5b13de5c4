import { expect } from "vitest";
import { signedIn, signedOut } from "../expectations.ts";
import type { Fault } from "./fault.ts";

export const decisionsWhileLoading: Fault = {
  name: "decisions taken while the session is loading",
  repairedBy: "add-loading-branches",
  major: 15,
  expectSymptom({ signedIn: afterForm, loans, home }) {
    expect(afterForm?.path).toBe("/");
    // The phantom: the page is there, the session too, and the person is sent away.
    expect(loans?.paths).toEqual(["/dashboard", "/login"]);
    expect(loans?.who).toEqual([signedOut, signedIn]);
    // And the flash, in a branch of JSX and in an early return.
    expect(home?.who).toEqual([signedOut, signedIn]);
    expect(home?.reserve[0]).toContain("Sign in to reserve");
    expect(home?.reserve[1]).toContain("Put a tool aside");
  },
};
