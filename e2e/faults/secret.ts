import { expect } from "vitest";
import type { Fault } from "./fault.ts";

export const secretMissing: Fault = {
  name: "no secret",
  repairedBy: "add-auth-env",
  major: 16,
  expectSymptom({ log, signedIn: afterForm }) {
    expect(afterForm?.path).toBe("/api/auth/error");
    expect(afterForm?.problems.join()).toContain("There is a problem with the server configuration");
    expect(log).toContain("NO_SECRET");
  },
};
