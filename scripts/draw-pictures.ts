import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main } from "../lib/cli/main.ts";
import type { Terminal } from "../lib/cli/terminal.ts";
import { paletteFor } from "../lib/review/palette.ts";
import { openBrowser } from "../e2e/browser.ts";
import { converse } from "../__tests__/support/pseudo-terminal.ts";
import { terminalSvg } from "./terminal-svg.ts";

/**
 * Draws the README's pictures from real runs over a copy of the example app: the terminal as SVG, the report as PNG
 * (which needs Chromium; see e2e/browser.ts). The interactive run needs a pseudo-terminal, so draw on Linux.
 */
const ROOT = join(import.meta.dirname, "..");
const PICTURES = join(ROOT, "docs/pictures");

/** Runs a command as on a terminal with all colors, and gives all that was on it. */
async function screenOf(cwd: string, args: readonly string[]): Promise<string> {
  let screen = "";
  const say = (text: string) => void (screen += text);
  const palette = paletteFor(24);
  const terminal: Terminal = {
    cwd,
    env: {},
    screen: { columns: 104, rows: 1000 },
    watched: false,
    keyboard: undefined,
    palette,
    messages: palette,
    out: say,
    err: say,
  };
  await main(args, terminal);
  return `${palette.dim("$")} ${palette.bold(`npx next-auth-codemod ${args.join(" ")}`)}\n${screen}`;
}

async function photograph(page: string, file: string, colorScheme: "light" | "dark"): Promise<void> {
  const browser = await openBrowser();
  const tab = await browser.newPage({ viewport: { width: 1400, height: 860 }, colorScheme });
  await tab.goto(pathToFileURL(page).href);
  await tab.evaluate('document.querySelector(".root").textContent = "~/toolshed"'); // no path of this machine
  await tab.screenshot({ path: join(PICTURES, file) });
  await browser.close();
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), "pictures-")));
try {
  const app = join(folder, "toolshed");
  const copy = () =>
    cpSync(join(ROOT, "examples/phantom-session"), app, { recursive: true, filter: (path) => !path.includes("node_modules") });
  mkdirSync(PICTURES, { recursive: true });
  copy();
  const draw = async (name: string, args: readonly string[], rows?: number) =>
    writeFileSync(join(PICTURES, `${name}.svg`), terminalSvg(await screenOf(app, args), "toolshed", rows));
  await draw("doctor", ["doctor"], 46);
  await draw("dry-run", ["wrap-root-layout", "--dry"]);
  const ask = "Take this change?";
  const answers = [
    [ask, "w"],
    ["https://", "y"],
    [ask, "n"],
    [ask, "q"],
  ] as [string, string][];
  const { raw } = await converse(app, ["add-loading-branches", "--interactive"], answers, { env: { COLORTERM: "truecolor" }, rows: 200 });
  const prompt = "$ npx next-auth-codemod add-loading-branches --interactive\n";
  writeFileSync(join(PICTURES, "interactive.svg"), terminalSvg(prompt + raw.replaceAll("\r", ""), "toolshed"));
  rmSync(app, { recursive: true });
  copy();
  const report = join(folder, "report.html");
  await screenOf(app, ["all", "--dry", "--report", report]);
  await photograph(report, "report-light.png", "light");
  await photograph(report, "report-dark.png", "dark");
  await draw("run", ["all"]);
  await draw("undo", ["undo"]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
