import { expect } from "vitest";
import { editFile, type App } from "../app.ts";
import type { Fault } from "./fault.ts";

export const providerMissing: Fault = {
  name: "no SessionProvider",
  repairedBy: "wrap-root-layout",
  major: 16,
  expectSymptom({ build, built }) {
    expect(built).toBe(false);
    expect(build).toMatch(/Cannot destructure property 'data' of '.*useSession.*' as it is undefined/);
  },
};

export const providerInServerLayout: Fault = {
  name: "SessionProvider in a layout that runs on the server",
  repairedBy: "wrap-root-layout",
  major: 14,
  plant: renderProviderInLayout,
  expectSymptom({ build, built }) {
    expect(built).toBe(false);
    expect(build).toContain("React Context is unavailable in Server Components");
  },
};

export const layoutMadeClient: Fault = {
  name: "a layout turned into a client component for SessionProvider",
  repairedBy: "wrap-root-layout",
  major: 15,
  plant(app) {
    renderProviderInLayout(app);
    editFile(app, "app/layout.tsx", (text) => `"use client";\n\n${text}`);
  },
  expectSymptom({ build, built }) {
    expect(built).toBe(false);
    expect(build).toMatch(/attempting to export "metadata" from a component marked with "use client"/);
  },
};

function renderProviderInLayout(app: App): void {
  editFile(app, "app/layout.tsx", (text) =>
    text
      .replace('import type { Metadata } from "next";\n', (line) => `${line}import { SessionProvider } from "next-auth/react";\n`)
      .replace("<body>\n", "<body>\n        <SessionProvider>\n")
      .replace("      </body>", "        </SessionProvider>\n      </body>"),
  );
}
