/**
 * dist/browser: chaipy.js for pages and workers, with the library in two archives beside it.
 *
 * `library.zip` has what a program runs on (the frozen modules, the .pyc files, data) and names the sources; `sources.zip`
 * has these, which only tracebacks and `inspect` want, and SQLite, which only `sqlite3` wants.
 */
import fs from "node:fs";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";
import { FROZEN_MEMBER, SOURCES_MEMBER } from "../../src/host/browser.ts";
import { writeZip } from "../../src/util/binary/zip.ts";
import { DIST, listFiles, ROOT, STDLIB } from "./paths.ts";

export const BROWSER = path.join(DIST, "browser");

const SHARED: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: "browser",
  target: "es2022",
  format: "esm",
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
};

/** Bundle the library for pages, and lay its types beside it. */
export async function bundleBrowser(): Promise<void> {
  await build({ ...SHARED, entryPoints: ["src/embed/browser.ts"], outfile: path.join(BROWSER, "chaipy.js") });
  fs.copyFileSync(path.join(ROOT, "src/embed/api.ts"), path.join(BROWSER, "api.d.ts"));
  const declare = (options: string, result: string): string =>
    `import type { ${options}, Python } from "./api";
export type * from "./api";
/** Make an interpreter ready. */
export declare function createPython(options?: ${options}): ${result};
`;
  fs.writeFileSync(path.join(BROWSER, "chaipy.d.ts"), declare("BrowserOptions", "Promise<Python>"));
  fs.writeFileSync(path.join(BROWSER, "node.d.ts"), declare("PythonOptions", "Python"));
}

/** Write the two archives; needs the library and the frozen modules as they were built. */
export function writeBrowserLibrary(): void {
  const read = (name: string): Uint8Array => fs.readFileSync(path.join(STDLIB, name));
  const names = listFiles(STDLIB);
  const isForLater = (name: string): boolean => name.endsWith(".py") || name.endsWith(".wasm");
  const sources = names.filter(isForLater);
  const others = names.filter((name) => !isForLater(name));
  const list = sources.map((name) => `${name}\t${fs.statSync(path.join(STDLIB, name)).size}\n`).join("");
  const members: [string, Uint8Array][] = [
    [FROZEN_MEMBER, fs.readFileSync(path.join(DIST, "frozen.bin"))],
    [SOURCES_MEMBER, Buffer.from(list)],
    ...others.map((name): [string, Uint8Array] => [name, read(name)]),
  ];
  fs.mkdirSync(BROWSER, { recursive: true });
  fs.writeFileSync(path.join(BROWSER, "library.zip"), writeZip(members, { compress: true }));
  const sourceMembers = sources.map((name): [string, Uint8Array] => [name, read(name)]);
  fs.writeFileSync(path.join(BROWSER, "sources.zip"), writeZip(sourceMembers, { compress: true }));
}
