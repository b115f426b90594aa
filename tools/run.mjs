/**
 * node tools/run.mjs <tool> [arguments]: bundle tools/<tool>.ts with esbuild and run it.
 *
 * Plain JavaScript, because it is what makes TypeScript run. Packages stay outside the bundle.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [tool, ...rest] = process.argv.slice(2);
if (tool === undefined) {
  console.error("usage: node tools/run.mjs <tool> [arguments]");
  process.exit(2);
}
const folder = path.join(root, "node_modules", ".cache", "chaipy-tools");
mkdirSync(folder, { recursive: true });
const outfile = path.join(folder, `${tool.replaceAll("/", "-")}-${process.pid}.mjs`);
await build({
  entryPoints: [path.join(root, "tools", `${tool}.ts`)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
});
const { rmSync } = await import("node:fs");
process.on("exit", () => rmSync(outfile, { force: true }));
process.argv = [process.argv[0], path.join(root, "tools", `${tool}.ts`), ...rest];
await import(pathToFileURL(outfile).href);
