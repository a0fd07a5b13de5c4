import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, openBrowser } from "../e2e/browser.ts";
import type { FileChange } from "../lib/changes/change-set.ts";
import { reviewFile } from "../lib/review/file-review.ts";
import { reportDocument } from "../lib/review/report/document.ts";
import type { RunReview } from "../lib/review/run-review.ts";
import { changeOf, wholeChange } from "./support/change.ts";
import { inTemporaryFolder } from "./support/fixture.ts";
import { command, unwrappedApp } from "./support/project.ts";

const HOSTILE_NAME = `app/<img src=x onerror="window.owned=1">&amp;.tsx`;
const HOSTILE_LINE = `const x = "</code></script><script>window.owned = 1</script><svg onload=window.owned=1>\u202e"; // <!-- \${owned}`;

const changes: FileChange[] = [
  changeOf(
    "app/page.tsx",
    `${"// line\n".replace("line", "first")}${Array.from({ length: 30 }, (_, i) => `const a${i} = ${i};\n`).join("")}`,
    [
      { transform: "alpha", reason: "alpha's <b>reason</b>", from: "a3 =", to: "b3 =" },
      { transform: "beta", reason: "beta's reason", from: "a25 =", to: "b25 =" },
    ],
  ),
  wholeChange(HOSTILE_NAME, undefined, `${HOSTILE_LINE}\n`, { transform: "alpha", reason: "created" }),
  wholeChange("lib/deep/down/gone.ts", "export {};\n", undefined, { transform: "beta", reason: "deleted" }),
  wholeChange(".env.local", "NEXTAUTH_URL=http://localhost\n", "NEXTAUTH_URL=http://localhost\nNEXTAUTH_SECRET=hush\n", {
    transform: "beta",
    reason: "env",
  }),
];

function review(files: readonly FileChange[]): RunReview {
  const finding = { path: "app/nav.tsx", line: 3, column: 5, help: "Move <it>." };
  return {
    root: "/home/me/<shop>",
    written: false,
    transforms: ["alpha", "beta"],
    files: files.map((change) => reviewFile(change)),
    findings: [
      { ...finding, rule: "syntax-error", severity: "error", message: "Unexpected token" },
      { ...finding, rule: "auth-js-v5", severity: "warning", transform: "beta", message: "left <script>window.owned=1</script>" },
      { ...finding, rule: "next-auth-missing", severity: "info", message: "for information" },
    ],
    right: ["app/fine.tsx"],
    configurations: [],
    refused: [{ transform: "alpha", paths: ["app/no.tsx"], reasons: ["not now"] }],
    summary: { scanned: 9, parsed: 4, created: 1, changed: 3, leftAlone: 1, failed: 1 },
  };
}

const documentation = (transform: string) => (transform === "alpha" ? "https://next-auth.js.org/alpha" : undefined);

test("the page asks no network, escapes what is the project's, and shows no value of an env file", () => {
  const page = reportDocument(review(changes), documentation);
  expect(page).not.toMatch(/<(?:link|img|iframe|script src|style src)|@import|url\(/);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toContain("<b>reason");
  expect(page).not.toContain("hush");
  expect(page).not.toContain("\u202e");
  expect(page).toContain("default-src 'none'");
});

test("--report writes the page beside a dry run and after a real one", async () => {
  await inTemporaryFolder(unwrappedApp, async (folder) => {
    const dry = await command(folder, ["wrap-root-layout", "--dry", "--report", "r.html"]);
    expect([dry.code, dry.stderr]).toEqual([0, expect.stringContaining("Report written to r.html.")]);
    expect(dry.stdout).toContain("+++ b/app/layout.tsx");
    const real = await command(folder, ["wrap-root-layout", "--report", "r.html"]);
    expect(real.code).toBe(0);
  });
});

const required = process.env["CI_REQUIRE_BROWSER"] !== undefined;
describe.skipIf(findChromium() === undefined && !required)("in a browser", () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => problems.push(message.text()));
    await inTemporaryFolder(new Map(), async (folder) => {
      writeFileSync(join(folder, "report.html"), reportDocument(review(changes), documentation));
      await page.goto(pathToFileURL(join(folder, "report.html")).href);
    });
  });
  afterAll(() => browser?.close());

  const visible = (selector: string) => page.locator(`${selector}:visible`).count();

  test("shows every file, its reasons, their documentation, and hostile text as text", async () => {
    expect(await page.locator(".file h2").allInnerTexts()).toEqual(changes.map(({ path }) => path));
    expect(await page.locator(".causes p").first().innerText()).toContain("alpha's <b>reason</b>");
    expect(await page.locator(".causes a.transform").first().getAttribute("href")).toBe("https://next-auth.js.org/alpha");
    expect(await page.locator(".file").nth(1).locator("ins code").innerText()).toBe(HOSTILE_LINE.replace("\u202e", "\\u202e"));
    expect(await page.locator(".finding").allInnerTexts()).toHaveLength(4);
    expect(await page.evaluate("window.owned")).toBeUndefined();
  });

  test("clicks through the file tree", async () => {
    await page.locator("nav a", { hasText: "gone.ts" }).click();
    expect(new URL(page.url()).hash).toBe("#file-3");
    await expect.poll(() => page.locator("#file-3 > header").evaluate((header) => header.getBoundingClientRect().top)).toBeLessThan(800);
    expect(await page.locator("nav summary", { hasText: "lib/deep/down/" }).count()).toBe(1);
  });

  test("switches between side by side and unified", async () => {
    const sides = async () => {
      const removed = (await page.locator("#file-1 del").first().boundingBox())!;
      const added = (await page.locator("#file-1 ins").first().boundingBox())!;
      return { beside: added.x > removed.x && added.y === removed.y, below: added.y > removed.y };
    };
    await page.getByRole("button", { name: "Side by side" }).click();
    expect(await sides()).toEqual({ beside: true, below: false });
    const context = await visible("#file-1 .same");
    await page.getByRole("button", { name: "Unified" }).click();
    expect(await sides()).toEqual({ beside: false, below: true });
    expect(await visible("#file-1 .same")).toBe(context / 2);
    await page.keyboard.press("v");
    expect(await sides()).toEqual({ beside: true, below: false });
  });

  test("filters by transform, hunk by hunk", async () => {
    expect(await visible(".hunk")).toBe(5);
    await page.getByLabel("alpha", { exact: true }).uncheck();
    expect(await visible("#file-1 .hunk")).toBe(1);
    expect(await visible(".file")).toBe(3);
    expect(await visible(".leaf")).toBe(3);
    await page.getByLabel("beta", { exact: true }).uncheck();
    expect(await visible(".file")).toBe(0);
    expect(await visible(".nothing")).toBe(1);
    await page.getByLabel("alpha", { exact: true }).check();
    await page.getByLabel("beta", { exact: true }).check();
    expect(await visible(".hunk")).toBe(5);
  });

  test("filters files by name", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("GONE");
    expect(await visible(".file")).toBe(1);
    await page.locator("#search").fill("");
    await page.keyboard.press("Escape");
    expect(await visible(".file")).toBe(4);
  });

  test("goes from file to file and from change to change by keys", async () => {
    await page.evaluate("scrollTo(0, 0)");
    const focused = () => page.evaluate<string>("document.activeElement.id || document.activeElement.closest('.file')?.id");
    await page.keyboard.press("j");
    const first = await focused();
    await page.keyboard.press("j");
    expect([first, await focused()]).toEqual(["file-1", "file-2"]);
    await page.keyboard.press("k");
    expect(await focused()).toBe("file-1");
    await page.keyboard.press("?");
    expect(await visible("dialog")).toBe(1);
    await page.keyboard.press("Escape");
    expect(await visible("dialog")).toBe(0);
  });

  test("has a light and a dark theme", async () => {
    const background = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    await page.emulateMedia({ colorScheme: "light" });
    const light = await background();
    await page.keyboard.press("t");
    expect(await background()).not.toBe(light);
    await page.keyboard.press("t");
    expect(await background()).toBe(light);
  });

  test("prints the changes without the tools", async () => {
    await page.emulateMedia({ media: "print" });
    expect([await visible("aside"), await visible(".tools"), await visible(".file")]).toEqual([0, 0, 4]);
    await page.emulateMedia({ media: "screen" });
  });

  test("stays smooth with thousands of lines", async () => {
    const files = Array.from({ length: 60 }, (_, i) =>
      wholeChange(
        `lib/f${i}.tsx`,
        undefined,
        Array.from({ length: 200 }, (__, n) => `export const value${n} = <p className="x">{${n}}</p>;`).join("\n"),
      ),
    );
    const big = await browser.newPage();
    await inTemporaryFolder(new Map(), async (folder) => {
      writeFileSync(join(folder, "big.html"), reportDocument(review(files), documentation));
      await big.goto(pathToFileURL(join(folder, "big.html")).href);
    });
    const took = await big.evaluate<number>(`(async () => {
      const start = performance.now();
      for (const key of "jjjvjnvtj") {
        dispatchEvent(new KeyboardEvent("keydown", { key }));
        await new Promise(requestAnimationFrame);
      }
      return (performance.now() - start) / 9;
    })()`);
    expect(took).toBeLessThan(500);
    await big.close();
  });

  test("asked for nothing but itself, and had nothing to complain about", () => {
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
    expect(problems).toEqual([]);
  });
});
