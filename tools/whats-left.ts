/**
 * node tools/run.mjs whats-left [text...]: what our builtin types and native modules lack or have otherwise than
 * CPython 3.12.7: missing and surplus attributes, kinds, flags, text signatures, docs.
 *
 * With arguments, only lines that begin with one of them ("type list", "module math"). What stays for a reason is in
 * tests/golden/types/reasons.txt; `--all` shows these too.
 */
import { compareWithReference, readReasons, settle } from "./golden/types.ts";

const wanted = process.argv.slice(2).filter((arg) => arg !== "--all");
const differences = await compareWithReference();
const { open, stale } = settle(differences, process.argv.includes("--all") ? new Map() : readReasons());
const shown = open.filter((line) => wanted.length === 0 || wanted.some((start) => line.startsWith(start)));
for (const line of shown) console.log(line);
for (const pattern of stale) console.log(`a reason without a difference: ${pattern}`);
console.log(`${shown.length} differences`);
process.exitCode = shown.length + stale.length === 0 ? 0 : 1;
