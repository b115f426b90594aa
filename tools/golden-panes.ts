/**
 * node tools/run.mjs golden-panes: write tests/golden/panes/panes.json, what the reference CPython 3.12.7 makes of the
 * programs in golden/panes.ts. tests/inspector compares the page with it.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./build/paths.ts";
import { PANE_PROGRAMS, PANES_GOLDEN, PANES_SCRIPT } from "./golden/panes.ts";
import { Oracle } from "./oracle/client.ts";

const oracle = new Oracle();
const { stdout, stderr, code } = await oracle.runProgram(PANES_SCRIPT, [], JSON.stringify(PANE_PROGRAMS));
await oracle.close();
if (code !== 0) throw new Error(stderr);
fs.mkdirSync(path.dirname(PANES_GOLDEN), { recursive: true });
fs.writeFileSync(PANES_GOLDEN, stdout);
console.log(`${Object.keys(PANE_PROGRAMS).length} programs written to ${path.relative(ROOT, PANES_GOLDEN)}`);
