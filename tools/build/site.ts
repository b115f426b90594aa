/**
 * The inspector as static files: dist/site, which any file server can hand out.
 *
 * `inspector.js` is the page with the compiler; `runner.js`, the whole interpreter, and the library are loaded when a program
 * is run for the first time.
 */
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { type Lesson, parseLesson } from "../../src/apps/tour/lesson.ts";
import { BROWSER } from "./browser.ts";
import { DIST, ROOT } from "./paths.ts";

export const SITE = path.join(DIST, "site");

/** Writes the folder anew. */
export async function buildSite(site = SITE): Promise<void> {
  const source = path.join(ROOT, "src/apps/inspector");
  fs.rmSync(site, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      inspector: path.join(source, "main.tsx"),
      runner: path.join(source, "runner/main.ts"),
      "chai-lab": path.join(source, "lab.ts"),
    },
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
  });
  for (const name of ["library.zip", "sources.zip"]) fs.copyFileSync(path.join(BROWSER, name), path.join(site, name));
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
