/**
 * node tools/run.mjs whats-left [type...]: what our builtin types lack or have otherwise than CPython 3.12.7.
 *
 * Compares each type with tests/golden/types/builtins.json (see golden-types.ts): missing and surplus attributes,
 * their kinds, text signatures and docs. Without arguments, all types; with names, these alone.
 */
import "../src/objects/bootstrap.ts";
import { compareAllTypes } from "./golden/types.ts";

const wanted = process.argv.slice(2);
let total = 0;
for (const [name, lines] of compareAllTypes()) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  total += lines.length;
  for (const line of lines) console.log(`${name}: ${line}`);
}
console.log(`${total} differences`);
