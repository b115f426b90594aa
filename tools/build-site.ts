/** `npm run build:site`: the inspector as static files in dist/site. */
import path from "node:path";
import { ROOT } from "./build/paths.ts";
import { buildSite, SITE } from "./build/site.ts";

await buildSite();
console.log(`written to ${path.relative(ROOT, SITE)}: any file server can hand it out`);
