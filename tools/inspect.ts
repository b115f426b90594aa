/** `npm run inspect [-- PORT]`: builds the inspector and serves it to this machine. */
import { buildSite, SITE } from "./build/site.ts";
import { serveFolder } from "./serve/static.ts";

const DEFAULT_PORT = 8312;

await buildSite();
const { url } = await serveFolder(SITE, Number(process.argv[2] ?? DEFAULT_PORT));
console.log(`the inspector is at ${url} (Ctrl-C ends it)`);
