/** The shell on the page: keys into xterm.js, and what its screen shows; statements run while keys still come. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenedSite, openProgram, openSite } from "./site.ts";

let site: OpenedSite;
let page: Page;

beforeAll(async () => {
  site = await openSite("tokens");
  ({ page } = site);
  // Wide enough that no line of the shell is broken in two.
  await page.setViewportSize({ width: 2200, height: 900 });
});

afterAll(() => site?.close());

/** The lines of the screen that are not empty. */
const screen = (): Promise<string[]> =>
  page
    .locator(".shell .xterm-rows > div")
    .evaluateAll((rows) =>
      rows.map((row) => (row.textContent ?? "").replaceAll("\u00a0", " ").trimEnd()).filter((row) => row !== ""),
    );

/** Wait until the last lines are these. */
async function ends(...lines: string[]): Promise<void> {
  await expect.poll(async () => (await screen()).slice(-lines.length), { timeout: 20_000 }).toEqual(lines);
}

const type = (text: string): Promise<void> => page.keyboard.type(text);
const press = (key: string): Promise<void> => page.keyboard.press(key);

async function enter(text: string): Promise<void> {
  await type(text);
  await press("Enter");
}

describe("the shell on the page", () => {
  it("begins with the page's files, and runs statements", async () => {
    await openProgram(page, "cups = 3\n");
    await page.getByRole("button", { name: "Shell", exact: true }).click();
    await ends('Type "help", "copyright", "credits" or "license" for more information.', ">>>");
    await enter("from program import cups; cups * 2");
    await ends("6", ">>>");
    await enter("1 / 0");
    await ends("ZeroDivisionError: division by zero", ">>>");
  });

  it("edits blocks, goes back in history, and completes", async () => {
    await enter("def tea(n):");
    await enter("return n + 1");
    await press("Enter");
    await ends(">>>");
    await press("ArrowUp");
    await press("End");
    await press("Backspace");
    await type("2");
    await press("Enter");
    await press("Enter");
    await enter("te");
    await ends("NameError: name 'te' is not defined. Did you mean: 'tea'?", ">>>");
    await type("te");
    await press("Tab");
    await enter("40)");
    await ends("42", ">>>");
  });

  it("takes a line for input(), and one for sys.stdin", async () => {
    await enter("name = input('who? ')");
    await ends("who?");
    await type("chaii");
    await press("Backspace");
    await press("Enter");
    await enter("import sys; print(name, sys.stdin.readline().split())");
    await type("a bx");
    await press("Backspace");
    await enter(" c");
    await ends("a b c", "chai ['a', 'b', 'c']", ">>>");
  });

  it("is interrupted while it computes and while it sleeps", async () => {
    await enter("while True: pass");
    await press("Enter");
    await page.waitForTimeout(300);
    await press("Control+c");
    await ends("KeyboardInterrupt", ">>>");
    await enter("import time; time.sleep(1000)");
    await page.waitForTimeout(300);
    await press("Control+c");
    await ends("KeyboardInterrupt", ">>>");
    await type("gone");
    await press("Control+c");
    await ends("KeyboardInterrupt", ">>>");
  });

  it("runs threads and asyncio beside the prompt", async () => {
    await enter("import threading; got = []");
    await enter("threading.Timer(0.05, got.append, ['late']).start()");
    await page.waitForTimeout(400);
    await enter("got");
    await ends("['late']", ">>>");
    await enter("import asyncio; asyncio.run(asyncio.sleep(0.01, 'slept'))");
    await ends("'slept'", ">>>");
  });

  it("pages help, and takes a password unseen", async () => {
    await enter("help(len)");
    await ends(
      "Help on built-in function len in module builtins:",
      "len(obj, /)",
      "    Return the number of items in a container.",
      ">>>",
    );
    await enter("import getpass; getpass.getpass()");
    await ends("Password:");
    await enter("sugar");
    await ends("Password:", "'sugar'", ">>>");
  });

  it("says that a builtin cannot wait for keys", async () => {
    await enter("sorted('ba', key=lambda _: input())");
    await ends("OSError: [Errno 35] Resource deadlock avoided", ">>>");
  });

  it("takes a paste as it is", async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "for i in range(2):\n    print(i)\n\n    print(-i)\n");
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    });
    await press("Enter");
    await ends("0", "0", "1", "-1", ">>>");
  });

  it("ends, and begins again", async () => {
    await enter("exit");
    await ends("[the shell has ended with status 0]");
    await page.getByRole("button", { name: "Begin again" }).click();
    await ends('Type "help", "copyright", "credits" or "license" for more information.', ">>>");
    expect(site.errors()).toEqual([]);
  });
});
