import { rmSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import { readFile, writeFile, type App } from "../app.ts";

const route = "app/api/auth/[...nextauth]/route.ts";

/** Sign-in and two more entrances still in the Pages Router, everything else moved to `app/`. */
export function keepPagesRouter(app: App): void {
  const text = readFile(app, route)
    .replace("const handler = NextAuth({", "export default NextAuth({")
    .replace("\nexport { handler as GET, handler as POST };\n", "");
  rmSync(join(app.directory, "app/api/auth"), { recursive: true });
  writeFile(app, "pages/api/auth/[...nextauth].ts", text);

  writeFile(
    app,
    "pages/api/me.ts",
    `import type { NextApiRequest, NextApiResponse } from "next";
import { getServerSession } from "next-auth";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res);
  res.status(session ? 200 : 401).json({ id: session?.user?.id ?? null });
}
`,
  );
  writeFile(
    app,
    "pages/card.tsx",
    `import type { GetServerSideProps } from "next";
import { getServerSession } from "next-auth/next";

export const getServerSideProps: GetServerSideProps = async (context) => {
  const session = await getServerSession(context.req, context.res);
  return { props: { number: session?.user?.id ?? null } };
};

export default function CardPage({ number }: { number: string | null }) {
  return <p>Card of member {number}</p>;
}
`,
  );
}

/** Both entrances of the Pages Router get what the callbacks add. */
export async function expectPagesRouterToKnow(context: BrowserContext, url: string): Promise<void> {
  const me = await context.request.get(`${url}/api/me`);
  expect(await me.json()).toEqual({ id: "k-001" });
  const card = await context.request.get(`${url}/card`);
  expect(await card.text()).toMatch(/Card of member (<!-- -->)?k-001/);
}
