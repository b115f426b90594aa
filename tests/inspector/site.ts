/** The inspector's site in a folder of its own, served, in a real Chromium: each test file has one. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { encodeProgram } from "../../src/host/page.ts";
import { buildSite } from "../../tools/build/site.ts";
import { serveFolder } from "../../tools/serve/static.ts";
import { launchChromium, openPage } from "../support/chromium.ts";

export interface OpenedSite {
  /** Where its files are. */
  readonly folder: string;
  readonly page: Page;
  readonly errors: () => string[];
  close(): Promise<void>;
}

/** Builds and opens it with these panes open. */
export async function openSite(panes: string): Promise<OpenedSite> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-site-"));
  await buildSite(folder);
  const server = await serveFolder(folder);
  const browser = await launchChromium();
  const { page, errors } = await openPage(browser, server.url);
  await page.evaluate((ids) => localStorage.setItem("chaipy.panes", ids), panes);
  await page.reload();
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
    fs.rmSync(folder, { recursive: true });
  };
  return { folder, page, errors, close };
}

/** Follow a link to a program, and wait until the page has drawn it. */
export async function openProgram(page: Page, text: string): Promise<void> {
  await page.evaluate((code) => {
    location.hash = `#code=${code}`;
  }, encodeProgram(text));
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
}

/** Milliseconds that the page's thread has computed so far: what a busy machine does beside it does not count. */
export async function threadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
}
