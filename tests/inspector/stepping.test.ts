/** Stepping on the inspector's page: VM and heap of a recorded run, in both directions, with breakpoints and a slider. */
import fs from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenedSite, openProgram, openSite, threadClock } from "./site.ts";

let site: OpenedSite;
let page: Page;

beforeAll(async () => {
  site = await openSite("bytecode machine heap");
  ({ page } = site);
});

afterAll(() => site?.close());

const PROGRAM = `def add(items, item):
    items.append(item)
    return len(items)


bag = []
for word in ("tea", "chai"):
    count = add(bag, word)
print(count, bag)
`;

async function record(text: string): Promise<void> {
  await openProgram(page, text);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await page.getByRole("button", { name: "Forward ›" }).waitFor();
  await at(0);
  await page.locator(".frame.current").waitFor();
}

const slider = () => page.getByLabel("Instruction of the run");
const at = (step: number): Promise<void> =>
  page.locator(".stepper [role=status]", { hasText: new RegExp(`^${step} of `) }).waitFor();
const position = async (): Promise<number> => Number(await slider().inputValue());
/** Marks come behind the state that they belong to. */
const marked = (name: string, text: RegExp): Promise<void> =>
  page.locator(`#pane-bytecode tr.${name}`, { hasText: text }).waitFor();
const machine = (): Promise<string> => page.locator("#pane-machine .content").innerText();

/** Press a button, and wait for the state that it leads to. */
async function press(name: string): Promise<number> {
  const before = await position();
  await page.getByRole("button", { name, exact: true }).click();
  await page.waitForFunction(
    (old) => document.querySelector<HTMLInputElement>(".stepper input[type=range]")?.value !== String(old),
    before,
  );
  return position();
}

describe("a recorded run", () => {
  it("is stepped through by lines, and back to its first state", async () => {
    await record(PROGRAM);
    const first = await machine();
    const seen: string[] = [];
    for (let i = 0; i < 7; i++) {
      await press("Forward ›");
      seen.push(await page.locator(".frame.current h3").innerText());
    }
    expect(seen.map((text) => text.replace(/, next at \d+$/, "").replace(/\s+/g, " "))).toEqual([
      "<module> line 1",
      "<module> line 6",
      "<module> line 7",
      "<module> line 8",
      "add line 2",
      "add line 3",
      "<module> line 7",
    ]);
    expect(await machine()).toMatch(/bag\s+list of 1 #\d+[\s\S]*count\s+1/);
    for (let i = 0; i < 8; i++) if ((await position()) > 0) await press("‹ Back");
    await at(0);
    expect(await machine()).toBe(first);
  });

  it("shows frames, value stack, heap, counts and marks", async () => {
    await page.getByLabel("Step by").selectOption("call");
    await press("Forward ›");
    await page.getByLabel("Step by").selectOption("instruction");
    for (let i = 0; i < 3; i++) await press("Forward ›");
    expect(await page.locator(".frame h3 b").allInnerTexts()).toEqual(["add", "<module>"]);
    expect(await page.locator(".frame.current .stack li").allInnerTexts()).toEqual([
      "<method 'append' of 'list' objects>",
      expect.stringMatching(/^list of 0 #\d+$/),
    ]);
    await marked("next", /LOAD_FAST\s*1\s*item/);
    await marked("executed", /LOAD_ATTR/);
    await page.locator(".cm-content .next", { hasText: /^item$/ }).waitFor();
    const heads = await page.locator("svg.heap .head").allTextContents();
    expect(heads.slice(0, 2)).toEqual(["<module>", "add"]);
    expect(heads).toContain("list of 0");
    // bag, items, and the value stack.
    const note = page.locator("svg.heap g.list", { hasText: "list of 0" }).locator(".note");
    expect(await note.textContent()).toMatch(/^#\d+ · 3 refs$/);
    expect(await page.locator("svg.heap .arrow").count()).toBeGreaterThan(2);
  });

  it("stops at breakpoints and at changes of a variable", async () => {
    await press("To the start");
    await page.locator(".cm-line", { hasText: "return len" }).click();
    await page.keyboard.press("F9");
    await page.getByLabel("Step by").selectOption("breakpoint");
    for (const words of ["list of 1", "list of 2"]) {
      await press("Forward ›");
      expect(await machine()).toContain(words);
    }
    await press("To the end");
    await page.getByLabel("Step by").selectOption("variable");
    await page.getByLabel("Variable", { exact: false }).last().selectOption("count");
    await press("‹ Back");
    expect(await machine()).toMatch(/count\s+2/);
    await marked("executed", /STORE_NAME\s*\d+\s*count/);
    await press("‹ Back");
    expect(await machine()).toMatch(/count\s+1/);
  });

  it("is saved as a picture and in Python Tutor's format", async () => {
    const saved = async (name: string): Promise<string> => {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name }).click();
      return fs.readFileSync((await (await download).path()) ?? "", "utf8");
    };
    expect(await saved("Save as SVG")).toMatch(/^<svg[\s\S]*xmlns="http:\/\/www.w3.org\/2000\/svg"[\s\S]*<\/svg>$/);
    await page.locator(".stepper summary").click();
    const { code, trace } = JSON.parse(await saved("Python Tutor's format"));
    expect(code).toBe(PROGRAM);
    expect(trace.at(-1)).toMatchObject({ event: "return", func_name: "<module>", stdout: "2 ['tea', 'chai']\n" });
  });

  it("is shared by an address, and embedded in another page", async () => {
    await record(PROGRAM);
    await page.getByLabel("Step by").selectOption("line");
    for (let i = 0; i < 3; i++) await press("Forward ›");
    await page.getByRole("button", { name: "Put into the address" }).click();
    const shown = await machine();
    const address = page.url();
    const other = await (page.context().browser() as Browser).newPage();
    await other.goto(address);
    await other.locator(".frame.current").waitFor();
    expect(await other.locator("#pane-machine .content").innerText()).toBe(shown);
    const body = `<chai-lab panes="machine" step="4">
      x = [1]
      y = x
    </chai-lab><script type="module" src="chai-lab.js"></script>`;
    await other.route("**/lesson.html", (route) => route.fulfill({ contentType: "text/html", body }));
    await other.goto(new URL("lesson.html", address).href);
    const lab = other.frameLocator("chai-lab iframe");
    expect(await lab.locator(".frame.current").innerText()).toMatch(/x\s+list of 1 #\d+/);
    expect(await lab.locator(".cm-line").allTextContents()).toEqual(["x = [1]", "y = x", ""]);
    expect(await lab.locator(".pane").count()).toBe(1);
    await other.close();
  });

  it("of 200,000 instructions stays quick", async () => {
    await record("i = 0\nitems = []\nwhile True:\n    i += 1\n    items.append(i)\n    if i % 9 == 0: items = []\n");
    await page.locator(".stepper [role=status]", { hasText: "then stopped" }).waitFor();
    const clock = await threadClock(page);
    const start = await clock();
    const times = await page.evaluate(async () => {
      const status = document.querySelector(".stepper [role=status]");
      const took: number[] = [];
      const waitForChange = (): Promise<void> =>
        new Promise((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve();
          });
          if (status !== null) observer.observe(status, { childList: true, characterData: true, subtree: true });
        });
      const range = document.querySelector<HTMLInputElement>(".stepper input[type=range]");
      if (range === null) return took;
      // As somebody does who steps: what was shown before is on the screen.
      const frame = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
        });
      const go = async (step: number): Promise<void> => {
        await frame();
        const start = performance.now();
        range.value = String(step);
        range.dispatchEvent(new Event("input", { bubbles: true }));
        await waitForChange();
        took.push(performance.now() - start);
      };
      for (const step of [200_000, 0, 100_000]) await go(step);
      for (let i = 1; i <= 10; i++) await go(100_000 + i);
      for (let i = 9; i >= 0; i--) await go(100_000 + i);
      return took;
    });
    const computed = ((await clock()) - start) / times.length;
    const steps = times.slice(3).toSorted((a, b) => a - b);
    expect(steps).toHaveLength(20);
    console.info(
      `200,000 instructions: the ends ${times.slice(0, 2).map((time) => time.toFixed(0))} ms, a step ${steps[10]?.toFixed(1)} ms; the page computes ${computed.toFixed(1)} ms for each`,
    );
    expect(site.errors()).toEqual([]);
  });
});
