/** The inspector's page runs programs: what they write, ask and sleep, how they are stopped, and the files that they leave. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenedSite, openProgram, openSite } from "./site.ts";

let site: OpenedSite;
let page: Page;

beforeAll(async () => {
  site = await openSite("imports jit");
  ({ page } = site);
});

afterAll(() => site?.close());

const log = (): Promise<string> => page.locator(".output pre").innerText();
const status = (text: string): Promise<void> => page.locator(".controls .hint", { hasText: text }).waitFor();

const pressRun = (): Promise<void> => page.getByRole("button", { name: "Run", exact: true }).click();

/** Begin a run. What the page says of the run before may still be shown when `press` is done: runs have numbers. */
async function begin(press: () => Promise<void>): Promise<void> {
  const before = Number(await page.locator(".controls .hint").getAttribute("data-run"));
  await press();
  await page.locator(`.controls .hint[data-run="${before + 1}"]`).waitFor();
}

async function start(text: string): Promise<void> {
  await openProgram(page, text);
  await begin(pressRun);
}

async function answer(line: string): Promise<void> {
  await page.getByLabel("Input for the program").fill(line);
  await page.keyboard.press("Enter");
}

describe("a program on the page", () => {
  it("writes, and ends with its status", async () => {
    await start("import sys\nprint('tea', 1 + 1)\nprint('cold', file=sys.stderr)\nsys.exit(3)\n");
    await status("ended with status 3");
    expect(await log()).toBe("tea 2\ncold\n");
    expect(await page.locator(".output .stderr").innerText()).toBe("cold\n");
  });

  it("shows a traceback with the library's lines", async () => {
    await start("import json\njson.loads('{')\n");
    await status("ended with status 1");
    expect(await log()).toContain("    obj, end = self.raw_decode(s, idx=_w(s, 0).end())\n");
  });

  it("asks for lines, also inside a sort key, and repeats nothing that was seen", async () => {
    const program = [
      "import random, time",
      "began = time.time(), random.random()",
      "print('begin', *began)",
      "print(sorted('ba', key=lambda c: input(c + '? ')))",
      "print(input(), began == began)",
      "try:",
      "    input('more? ')",
      "except EOFError:",
      "    print('end')",
    ];
    await start(program.join("\n"));
    for (const line of ["2", "1", "green"]) {
      await status("waits for a line of input");
      await answer(line);
    }
    await status("waits for a line of input");
    await page.getByRole("button", { name: "End of input" }).click();
    await status("ended with status 0");
    expect(await log()).toMatch(/^begin [\d.]+ [\d.]+\nb\? 2\na\? 1\n\['a', 'b'\]\ngreen\ngreen True\nmore\? end\n$/);
    expect((await log()).match(/begin/g)).toHaveLength(1);
  });

  it("sleeps without holding up the page, and shows what came before", async () => {
    await start("import time\nprint('before')\ntime.sleep(60)\n");
    await page.locator(".output pre", { hasText: "before" }).waitFor();
    await page.getByLabel("Theme").selectOption("dark");
    await page.locator(':root[data-theme="dark"]').waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await status("stopped");
  });

  it("is stopped in an endless loop, also one that writes; the next one runs", async () => {
    for (const body of ["pass", "print('x' * 100)"]) {
      await start(`while True:\n    ${body}\n`);
      await status("running");
      await page.getByRole("button", { name: "Stop" }).click();
      await status("stopped");
    }
    await start("print(6 * 7)\n");
    await status("ended with status 0");
    expect(await log()).toBe("42\n");
  });

  it("is run from the keyboard", async () => {
    await openProgram(page, "print('keys')\n");
    await page.locator(".cm-content").focus();
    await begin(() => page.keyboard.press("Control+Enter"));
    await status("ended with status 0");
    expect(await log()).toBe("keys\n");
  });
});

describe("the import story", () => {
  const cache = "__pycache__/tea.cpython-312.pyc";
  const story = (): Promise<string> => page.locator(".story").innerText();
  const names = (): Promise<string[]> => page.locator(".files .file").allInnerTexts();

  async function run(): Promise<void> {
    await begin(pressRun);
    await status("ended with status 0");
  }

  it("writes a cache, uses it, and finds it stale when the source's time differs", async () => {
    await page.getByRole("combobox", { name: "Program" }).selectOption("Import");
    await run();
    expect(await names()).toEqual([cache, "tea.py"]);
    expect(await story()).toMatch(/not used\s+no file[\s\S]*written\s+yes/);
    await run();
    expect(await story()).toMatch(/used\s+mtime and size are those of the source/);
    await page.waitForTimeout(1000);
    await page.getByLabel("Change the time of /home/user/tea.py").click();
    await run();
    expect(await story()).toMatch(/not used\s+mtime: \d+ in the file != \d+ of the source[\s\S]*written\s+yes/);
  });

  it("shows the cache as annotated bytes, which can be spoilt", async () => {
    await page.locator(".files .file", { hasText: cache }).click();
    expect(await page.locator(".open-file .pyc").innerText()).toContain("co_code");
    const field = page.locator(".open-file textarea");
    expect(await field.inputValue()).toMatch(/^cb 0d 0d 0a 00 00 00 00/);
    await field.fill((await field.inputValue()).replace("cb 0d", "a7 0d"));
    await page.getByRole("button", { name: "Save" }).click();
    await run();
    expect(await story()).toMatch(/not used\s+magic: a7 0d 0d 0a != cb 0d 0d 0a/);
  });

  it("follows an edited module and a deleted folder", async () => {
    await page.locator(".files .file", { hasText: "tea.py" }).click();
    await page.locator(".open-file textarea").fill("def brew(kind):\n    return kind * 2\n");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Delete __pycache__" }).click();
    // The page shows it when it has drawn itself again.
    await expect.poll(names).toEqual(["tea.py"]);
    await run();
    expect(await log()).toBe("chaichai /home/user/__pycache__/tea.cpython-312.pyc\n");
    expect(await names()).toEqual([cache, "tea.py"]);
    expect(site.errors()).toEqual([]);
  });

  it("shows the JavaScript that hot code became, linked to its source", async () => {
    const text =
      "def squares(n):\n    total = 0\n    for i in range(n):\n        total += i * i\n    return total\n\nfor _ in range(300):\n    squares(10)\nprint(squares(5000))\n";
    await start(text);
    await status("ended with status 0");
    const unit = page.locator(".jit .code", { hasText: "function py_squares(" });
    expect(await unit.locator(".guard").count()).toBeGreaterThan(2);
    expect(await unit.locator(".exits li", { hasText: "line 4" }).count()).toBeGreaterThan(0);
    await unit.locator(".javascript [data-at]", { hasText: "BINARY_OP 5 (*)" }).first().hover();
    await page.locator(".editor .place", { hasText: "i * i" }).waitFor();
  });

  it("gives the lessons of the tour, whose programs run here", async () => {
    await page
      .locator(".choice", { hasText: /^Lesson/ })
      .locator("select")
      .selectOption("Why the main script has no .pyc");
    const lesson = page.locator("article.lesson");
    expect(await lesson.locator("h2").innerText()).toBe("Why the main script has no .pyc");
    const command = lesson.locator(".command", { hasText: "$ python main.py" });
    await begin(() => command.getByRole("button", { name: "Run here" }).click());
    await status("ended with status 0");
    expect(await log()).toBe("tea\n");
    expect(await page.locator(".cm-line").first().innerText()).toBe("import tea");
    expect(await page.locator(".files").innerText()).toContain("tea.cpython-312.pyc");
    await lesson.getByRole("button", { name: "Close the lesson" }).click();
    expect(await lesson.count()).toBe(0);
    expect(site.errors()).toEqual([]);
  });
});
