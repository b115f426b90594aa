/** The inspector's page in a real Chromium: what the panes show, how they are linked, how it looks on a phone and at night. */
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLES } from "../../src/apps/inspector/programs.ts";
import { compileStages } from "../../src/embed/stages/stages.ts";
import { HUNDRED_LINES, PANE_PROGRAMS, readReferencePanes } from "../../tools/golden/panes.ts";
import { expectedFlow, readPanes } from "./panes.ts";
import { type OpenedSite, openProgram, openSite, threadClock } from "./site.ts";

const ALL_PANES = "tokens tree scopes flow bytecode pyc";
const CLOSURE = SAMPLES.find(({ name }) => name === "Closure")?.text ?? "";

let site: OpenedSite;
let page: Page;

beforeAll(async () => {
  site = await openSite(ALL_PANES);
  ({ page } = site);
});

afterAll(() => site?.close());

/** The blocks, which CPython shows nobody, as our own stages have them. */
function flowOf(text: string): readonly string[] {
  return expectedFlow(compileStages(new TextEncoder().encode(text), { filename: "program.py" }));
}

describe("the panes show what CPython makes of the program", () => {
  it.each(Object.entries(readReferencePanes()))("%s", async (name, reference) => {
    const text = PANE_PROGRAMS[name] ?? "";
    await openProgram(page, text);
    expect(await page.evaluate(readPanes)).toEqual({ ...reference, flow: flowOf(text) });
    expect(site.errors()).toEqual([]);
  });

  it("all of them", () => {
    expect(Object.keys(readReferencePanes())).toEqual(Object.keys(PANE_PROGRAMS));
  });
});

describe("one place in all panes", () => {
  const related = (pane: string): Promise<string[]> =>
    page.locator(`#pane-${pane} .related`).evaluateAll((elements) => elements.map((each) => each.textContent ?? ""));

  it("is marked when a token is pointed at, and let go of behind", async () => {
    await openProgram(page, CLOSURE);
    await page.locator("#pane-tokens .token[title='NAME \"by\"']").last().hover();
    expect(await related("tree")).toEqual(["value: Name id='by' ctx=Load"]);
    expect(await related("bytecode")).toEqual([expect.stringMatching(/^\d+LOAD_FAST0by$/)]);
    expect(await page.locator(".cm-content .place").textContent()).toBe("by");
    expect((await related("pyc")).join("").trim()).toBe("7c 00");
    await page.locator("h1").hover();
    expect(await page.locator(".related").count()).toBe(0);
  });

  it("follows a click into the source", async () => {
    await openProgram(page, CLOSURE);
    await page.locator(".cm-line", { hasText: "count += by" }).click({ position: { x: 200, y: 8 } });
    expect(await page.locator("#pane-bytecode .related").count()).toBeGreaterThan(0);
    expect(await page.locator("#pane-tree .related").count()).toBeGreaterThan(0);
  });

  it("is reached with the keyboard alone", async () => {
    await openProgram(page, CLOSURE);
    await page.locator("nav .stage:not(.source)").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#pane-tokens").count()).toBe(0);
    await page.keyboard.press("Enter");
    expect(await page.locator("#pane-tokens").count()).toBe(1);
    await page.locator("#pane-tree summary").nth(1).focus();
    expect(await page.locator("#pane-bytecode .related").count()).toBeGreaterThan(0);
  });
});

describe("how it looks", () => {
  it("is dark and light as chosen", async () => {
    const background = async (theme: string): Promise<number[]> => {
      await page.getByLabel("Theme").selectOption(theme);
      await page.locator(`:root[data-theme="${theme}"]`).waitFor();
      const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      return (colour.match(/\d+/g) ?? []).map(Number);
    };
    expect(Math.max(...(await background("dark")))).toBeLessThan(80);
    expect(Math.min(...(await background("light")))).toBeGreaterThan(200);
  });

  it("fits a phone: nothing is wider than the screen", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openProgram(page, CLOSURE);
    const [wide, editor, panes] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector(".editor")?.getBoundingClientRect().width ?? 0,
      document.querySelector(".panes")?.getBoundingClientRect().width ?? 0,
    ]);
    expect(wide).toBeLessThanOrEqual(390);
    expect(editor).toBeGreaterThan(300);
    expect(panes).toBeGreaterThan(300);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("has a name for everything that can be used", async () => {
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll("button, select, input, section, [tabindex='0']")]
        .filter((element) => {
          const labels = (element as HTMLInputElement).labels?.length ?? 0;
          const isNamed = element.hasAttribute("aria-label") || labels > 0 || element.textContent?.trim() !== "";
          return !isNamed;
        })
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(nameless).toEqual([]);
  });
});

describe("the page before a program runs", () => {
  it("is small: nothing of the interpreter or the library is loaded", async () => {
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname.slice(1)),
    );
    const sizes = loaded.map((name) => gzipSync(fs.readFileSync(path.join(site.folder, name))).length);
    const [paint] = await page.evaluate(() =>
      performance.getEntriesByName("first-contentful-paint").map(({ startTime }) => startTime),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.info(
      `first paint after ${paint?.toFixed(0)} ms; ${(total / 1e3).toFixed(0)} kB (gzip): ${loaded.join(" ")}`,
    );
    expect(loaded).toContain("inspector.js");
    expect(total).toBeLessThan(1.5e6);
  });
});

describe("a program of a hundred lines", () => {
  /** Milliseconds from a key to the frame that shows what came of it, in the page's own time. */
  async function typeAndWait(key: string): Promise<number> {
    await page.evaluate(() => {
      addEventListener(
        "keydown",
        () => {
          const start = performance.now();
          requestAnimationFrame(() =>
            setTimeout(() => document.body.setAttribute("data-took", String(performance.now() - start))),
          );
        },
        { once: true, capture: true },
      );
      document.body.removeAttribute("data-took");
    });
    await page.keyboard.press(key);
    const took = await page.waitForFunction(() => document.body.getAttribute("data-took"));
    return Number(await took.jsonValue());
  }

  it("is shown anew after each key, with all panes open", async () => {
    const whole = PANE_PROGRAMS[HUNDRED_LINES] ?? "";
    const typed = "tea = 12";
    const text = whole.slice(0, -typed.length);
    await openProgram(page, text);
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+End");
    const times: number[] = [];
    const clock = await threadClock(page);
    const start = await clock();
    for (const key of typed) times.push(await typeAndWait(key));
    const computed = ((await clock()) - start) / typed.length;
    const seen = await page.evaluate(readPanes);
    expect(whole.endsWith(`\n${typed}`)).toBe(true);
    expect(seen).toEqual({ ...readReferencePanes()[HUNDRED_LINES], flow: flowOf(whole) });
    const sorted = times.toSorted((a, b) => a - b);
    console.info(
      `update of all panes, 100 lines: median ${sorted[4]?.toFixed(0)} ms, slowest ${sorted.at(-1)?.toFixed(0)} ms; the page computes ${computed.toFixed(0)} ms for each`,
    );
  });
});
