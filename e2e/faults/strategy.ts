import { expect } from "vitest";
import { editFile, writeFile, type App } from "../app.ts";
import { signedOut } from "../expectations.ts";
import type { Fault } from "./fault.ts";

const adapter = `import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";

const users = new Map<string, AdapterUser>();
const sessions = new Map<string, AdapterSession>();

/** Keeps everything in memory, until there is a database. */
export const memoryAdapter: Adapter = {
  createUser: async (user: Omit<AdapterUser, "id">) => {
    const created = { ...user, id: String(users.size + 1) } as AdapterUser;
    users.set(created.id, created);
    return created;
  },
  getUser: async (id) => users.get(id) ?? null,
  getUserByEmail: async (email) => [...users.values()].find((user) => user.email === email) ?? null,
  getUserByAccount: async () => null,
  updateUser: async (user) => Object.assign(users.get(user.id)!, user),
  linkAccount: async () => undefined,
  createSession: async (session) => {
    sessions.set(session.sessionToken, session);
    return session;
  },
  getSessionAndUser: async (token) => {
    const session = sessions.get(token);
    const user = session && users.get(session.userId);
    return session && user ? { session, user } : null;
  },
  updateSession: async (session) => Object.assign(sessions.get(session.sessionToken)!, session),
  deleteSession: async (token) => {
    sessions.delete(token);
  },
};
`;

export const adapterWithoutStrategy: Fault = {
  name: "credentials and an adapter, and no word about the strategy",
  repairedBy: "use-jwt-strategy",
  major: 15,
  plant: addAdapter,
  expectSymptom({ log, signedIn: afterForm, loans }) {
    // The form is satisfied, and the next request has forgotten everything without a word.
    expect(afterForm?.path).toBe("/");
    expect(afterForm?.who.at(-1)).toBe(signedOut);
    expect(loans?.path).toBe("/login");
    expect(log).not.toContain("[next-auth][error]");
  },
};

/** An adapter in the options, and no word about the strategy: sessions belong into a database now. */
export function addAdapter(app: App): void {
  writeFile(app, "lib/memory-adapter.ts", adapter);
  editFile(app, "app/api/auth/[...nextauth]/route.ts", (text) =>
    text
      .replace('providers/credentials";\n', (line) => `${line}import { memoryAdapter } from "@/lib/memory-adapter";\n`)
      .replace('  session: { strategy: "jwt", maxAge', "  adapter: memoryAdapter,\n  session: { maxAge"),
  );
}
