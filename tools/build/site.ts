/** The inspector as static files: dist/site, which any file server can hand out. */
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { DIST, ROOT } from "./paths.ts";

export const SITE = path.join(DIST, "site");

/** Writes dist/site anew. */
export async function buildSite(): Promise<void> {
  const source = path.join(ROOT, "src/apps/inspector");
  fs.rmSync(SITE, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: { inspector: path.join(source, "main.tsx") },
    outdir: SITE,
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
  for (const name of ["index.html", "inspector.css"]) fs.copyFileSync(path.join(source, name), path.join(SITE, name));
}
