/** Where things are. Tools run from a bundle elsewhere, so the root is found by walking up to package.json. */
import fs from "node:fs";
import path from "node:path";

function findRoot(): string {
  let folder = path.dirname(process.argv[1] ?? process.cwd());
  while (!fs.existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("package.json not found above the tool");
    folder = parent;
  }
  return folder;
}

export const ROOT = findRoot();
export const DIST = path.join(ROOT, "dist");
export const STDLIB = path.join(DIST, "lib", "python3.12");
export const STDLIB_ARCHIVE = path.join(ROOT, "node_modules", "pyodide", "python_stdlib.zip");

/** Every file under `folder`, as sorted paths relative to it. */
export function listFiles(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
