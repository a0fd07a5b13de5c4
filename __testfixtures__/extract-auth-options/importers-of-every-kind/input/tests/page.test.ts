import { vi } from "vitest";
import { authOptions, GET, type Handler } from "../app/api/auth/[...nextauth]/route";

vi.mock("../app/api/auth/[...nextauth]/route", () => ({ authOptions: { providers: [] } }));

export const tested: [unknown, Handler] = [authOptions, GET];
