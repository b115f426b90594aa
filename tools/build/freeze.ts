/** dist/freeze: the scripts that `chaipy freeze` puts into executables and pages. */
import path from "node:path";
import { type BuildOptions, build } from "esbuild";
import { nodeModules } from "./node-modules.ts";
import { DIST, ROOT } from "./paths.ts";

const SHARED: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "inline",
  logLevel: "warning",
};

export async function bundleFreeze(): Promise<void> {
  const outdir = path.join(DIST, "freeze");
  const executable = { ...SHARED, outdir, entryPoints: { executable: "src/host/snapshot.ts" }, target: "node20" };
  await build({ ...executable, platform: "node", format: "cjs", plugins: [nodeModules()] });
  const page = { ...SHARED, outdir, entryPoints: ["src/apps/freeze/page.ts"], target: "es2022", minify: true };
  await build({ ...page, platform: "browser", format: "iife" });
}
