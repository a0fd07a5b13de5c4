import { vi } from "vitest";
import { authOptions, POST } from "@/app/api/auth/[...nextauth]/route";

vi.mock("@/app/api/auth/[...nextauth]/route");

export async function check() {
  const { GET, authOptions: options } = await import("@/app/api/auth/[...nextauth]/route");
  return [GET, POST, options, authOptions];
}
