/**
 * A real Chromium for tests: $CHROME_BIN, one that the system has, or the one inside the npm package @sparticuz/chromium.
 *
 * A machine on which none starts fails the test: a browser test that is skipped tells nothing.
 */
import fs from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

async function executable(): Promise<string> {
  const given = process.env.CHROME_BIN;
  if (given !== undefined && given !== "") return given;
  const installed = SYSTEM_BROWSERS.find((file) => fs.existsSync(file));
  if (installed !== undefined) return installed;
  // Without it the package leaves out the libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: ["--no-sandbox", "--disable-gpu"] });
}

/** A page whose own errors fail the test that awaits `errors()`. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; errors: () => string[] }> {
  const page = await browser.newPage();
  const seen: string[] = [];
  page.on("pageerror", (error) => seen.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") seen.push(message.text());
  });
  await page.goto(url);
  return { page, errors: () => seen };
}
