/**
 * `node tools/run.mjs screenshots [name ...]`: pictures of the inspector's panes for docs/, taken in a real Chromium.
 *
 * Look at each of them before it is committed.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { encodeProgram } from "../src/host/page.ts";
import { launchChromium } from "../tests/support/chromium.ts";
import { ROOT } from "./build/paths.ts";
import { buildSite } from "./build/site.ts";
import { serveFolder } from "./serve/static.ts";

const TARGET = path.join(ROOT, "docs", "inspector");
/** Names of those to be taken; all, if there are none. */
const wanted = process.argv.slice(2);

interface Shot {
  readonly name: string;
  readonly panes: string;
  readonly program: string;
  readonly theme?: "dark";
  readonly size?: readonly [number, number];
  prepare?(page: Page): Promise<void>;
}

async function ended(page: Page, text: string): Promise<void> {
  await page.locator(".controls .hint", { hasText: text }).waitFor();
}

async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await ended(page, "ended");
}

/** Record the run, and go forward by so many lines. */
async function step(page: Page, lines: number): Promise<void> {
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await ended(page, "ended");
  await page.locator(".frame.current").waitFor();
  for (let i = 0; i < lines; i++) {
    await page.getByRole("button", { name: "Forward ›" }).click();
    await page.waitForTimeout(150);
  }
}

const HOT = `def norm(x, y):
    return (x * x + y * y) ** 0.5


total = 0.0
for i in range(5000):
    total += norm(i, 0.5)
print(total)
`;

/** Run what becomes hot. */
async function hot(page: Page): Promise<void> {
  await page.evaluate((code) => {
    location.hash = `#code=${code}`;
  }, encodeProgram(HOT));
  await page.waitForTimeout(300);
  await run(page);
}

/** A few statements in the shell, with the page's program among them. */
async function shell(page: Page): Promise<void> {
  const { keyboard } = page;
  await page.getByRole("button", { name: "Shell", exact: true }).click();
  const rows = page.locator(".shell .xterm-rows");
  await rows.getByText(">>>").waitFor();
  for (const line of ["from program import *", "def tea(n):", "return n * 'chai '", "", "tea(3)", "[].pop()"]) {
    await keyboard.type(line);
    await keyboard.press("Enter");
    await page.waitForTimeout(500);
  }
  await rows.getByText("IndexError").waitFor();
}

const SHOTS: readonly Shot[] = [
  {
    name: "pipeline",
    panes: "tokens tree bytecode",
    program: "Closure",
    prepare: (page) => page.locator("#pane-bytecode .opcode", { hasText: "STORE_DEREF" }).last().hover(),
  },
  { name: "symbols-and-flow", panes: "scopes flow", program: "Exceptions" },
  { name: "pyc", panes: "bytecode pyc", program: "Constants fold" },
  {
    name: "imports",
    panes: "imports",
    program: "Import",
    prepare: async (page) => {
      await run(page);
      await page.locator(".files .file").first().click();
    },
  },
  { name: "stepping", panes: "machine heap", program: "Closure", prepare: (page) => step(page, 8) },
  { name: "heap-dark", panes: "machine heap", program: "Generator", theme: "dark", prepare: (page) => step(page, 9) },
  { name: "jit", panes: "bytecode jit", program: "Closure", prepare: hot },
  { name: "shell", panes: "machine", program: "Closure", prepare: shell },
  {
    name: "phone",
    panes: "tokens",
    program: "Comprehension",
    size: [390, 844],
  },
];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-shots-"));
await buildSite(folder);
const server = await serveFolder(folder);
const browser = await launchChromium();
fs.mkdirSync(TARGET, { recursive: true });
for (const { name, panes, program, theme = "light", size: [width, height] = [1280, 760], prepare } of SHOTS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(server.url);
  await page.evaluate(
    (choices) => {
      for (const [key, value] of choices) localStorage.setItem(`chaipy.${key}`, value as string);
    },
    [
      ["panes", panes],
      ["theme", theme],
    ],
  );
  await page.reload();
  await page.getByRole("combobox", { name: "Program" }).selectOption(program);
  await prepare?.(page);
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(TARGET, `${name}.png`) });
  await page.close();
}
await browser.close();
await server.close();
fs.rmSync(folder, { recursive: true });
console.log(`written to ${path.relative(ROOT, TARGET)}`);
