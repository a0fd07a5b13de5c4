import { vi } from "vitest";
import { GET, type Handler } from "../app/api/auth/[...nextauth]/route";
import { authOptions } from "../lib/auth";

vi.mock("../lib/auth", () => ({ authOptions: { providers: [] } }));

export const tested: [unknown, Handler] = [authOptions, GET];
