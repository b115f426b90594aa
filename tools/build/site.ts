/**
 * The inspector as static files: dist/site, which any file server can hand out.
 *
 * `inspector.js` is the page with the compiler; `runner.js`, the whole interpreter, and the library are loaded when a program
 * is run for the first time, and the terminal when the shell is opened.
 */
import fs from "node:fs";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";
import { type Lesson, parseLesson } from "../../src/apps/tour/lesson.ts";
import { BROWSER } from "./browser.ts";
import { DIST, ROOT } from "./paths.ts";

export const SITE = path.join(DIST, "site");

/** Writes the folder anew. */
export async function buildSite(site = SITE): Promise<void> {
  const source = path.join(ROOT, "src/apps/inspector");
  fs.rmSync(site, { recursive: true, force: true });
  const shared: BuildOptions = {
    absWorkingDir: ROOT,
    outdir: site,
    bundle: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    minify: true,
    legalComments: "linked",
    logLevel: "warning",
  };
  // What the page imports later, the terminal, is a file of its own beside it.
  const page = { inspector: path.join(source, "main.tsx") };
  await build({ ...shared, entryPoints: page, splitting: true, chunkNames: "[name]-[hash]" });
  const others = { runner: path.join(source, "runner/main.ts"), "chai-lab": path.join(source, "lab.ts") };
  await build({ ...shared, entryPoints: others });
  for (const name of ["library.zip", "sources.zip"]) fs.copyFileSync(path.join(BROWSER, name), path.join(site, name));
  fs.copyFileSync(path.join(ROOT, "node_modules/@xterm/xterm/css/xterm.css"), path.join(site, "xterm.css"));
  fs.writeFileSync(path.join(site, "lessons.json"), JSON.stringify(readLessons()));
  for (const name of ["index.html", "inspector.css"]) fs.copyFileSync(path.join(source, name), path.join(site, name));
}

/** The lessons of the tour, in their order. */
function readLessons(): Lesson[] {
  const folder = path.join(ROOT, "src/apps/tour/lessons");
  return fs
    .readdirSync(folder)
    .sort()
    .map((name) => parseLesson(name.replace(/\.md$/, ""), fs.readFileSync(path.join(folder, name), "utf8")));
}
