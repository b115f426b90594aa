/**
 * The standard library: CPython 3.12.7's .py files out of the pyodide package, with our own lib/ laid over them,
 * and SQLite as a WebAssembly module, which _sqlite3 loads.
 *
 * Every file gets the modification time that npm gives to packed files, so that the timestamp .pyc files made here
 * still match after the package was published and installed.
 */
import fs from "node:fs";
import path from "node:path";
import { listFiles, ROOT, SQLITE_LIBRARY, STDLIB, STDLIB_ARCHIVE } from "./paths.ts";
import { readZip } from "./zip.ts";

/** 1985-10-26 08:15 UTC: npm pack's time for all files. */
export const PACKED_TIME = 499162500;

/** What the archive has that is pyodide's and not CPython's. */
const FOREIGN = [/^pyodide\//, /^_pyodide\//, /^webbrowser\.py$/, /^_sysconfigdata__emscripten/];

export function extractStdlib(): void {
  fs.rmSync(STDLIB, { recursive: true, force: true });
  for (const [name, content] of readZip(fs.readFileSync(STDLIB_ARCHIVE))) {
    if (!FOREIGN.some((pattern) => pattern.test(name))) place(name, content);
  }
  const own = path.join(ROOT, "lib");
  for (const name of listFiles(own)) {
    if (name.includes("__pycache__")) continue;
    place(name === "LICENSE-PSF.txt" ? "LICENSE.txt" : name, fs.readFileSync(path.join(own, name)));
  }
  place("lib-dynload/sqlite3.wasm", fs.readFileSync(SQLITE_LIBRARY));
}

function place(name: string, content: Buffer): void {
  const file = path.join(STDLIB, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  fs.utimesSync(file, PACKED_TIME, PACKED_TIME);
}
