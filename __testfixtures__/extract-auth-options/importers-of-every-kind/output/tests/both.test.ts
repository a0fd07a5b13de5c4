import { vi } from "vitest";
import { POST } from "@/app/api/auth/[...nextauth]/route";
import { authOptions } from "@/lib/auth";

vi.mock("@/app/api/auth/[...nextauth]/route");
vi.mock("@/lib/auth");

export async function check() {
  const { GET } = await import("@/app/api/auth/[...nextauth]/route");
  const { authOptions: options } = await import("@/lib/auth");
  return [GET, POST, options, authOptions];
}
