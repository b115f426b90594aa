/** Where things are. Tools run from bundles elsewhere, so the root is found by walking up to the project's package.json. */
import fs from "node:fs";
import path from "node:path";

function isRoot(folder: string): boolean {
  const manifest = path.join(folder, "package.json");
  return fs.existsSync(manifest) && JSON.parse(fs.readFileSync(manifest, "utf8")).name === "chaipy";
}

function findRoot(): string {
  let folder = import.meta.dirname;
  while (!isRoot(folder)) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("the project's package.json was not found");
    folder = parent;
  }
  return folder;
}

export const ROOT = findRoot();
export const DIST = path.join(ROOT, "dist");
export const STDLIB = path.join(DIST, "lib", "python3.12");
export const STDLIB_ARCHIVE = path.join(ROOT, "node_modules", "pyodide", "python_stdlib.zip");
export const SQLITE_LIBRARY = path.join(ROOT, "node_modules", "@sqlite.org", "sqlite-wasm", "dist", "sqlite3.wasm");

/** Every file under `folder`, as sorted paths relative to it. */
export function listFiles(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
