import type { JWT } from "next-auth/jwt";

export async function seal(token?: JWT): Promise<string> {
  return JSON.stringify(token ?? {});
}

export async function unseal(text?: string): Promise<JWT | null> {
  return text ? (JSON.parse(text) as JWT) : null;
}
