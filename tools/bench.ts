/**
 * npm run bench: how fast we are beside the interpreters that this machine has. Ratios of one run count, not times.
 *
 *   npm run bench [-- name...]     the programs of bench/, all or those named; the tables go to node_modules/.cache/bench
 *   npm run bench -- startup       an empty program against bare Node
 *   npm run bench -- frozen        frozen programs against bare Node
 *   npm run bench -- cache         fifty generated modules, imported without and with their .pyc files
 *   npm run bench -- library       the compiler over the whole standard library
 *
 * Options: --rounds=N processes of each interpreter (5; startup and frozen 20), --repeat=N repetitions in a process (3),
 * --small for the programs' small sizes, --with=python3.12,... for others than those found, --with= for none.
 */
import fs from "node:fs";
import path from "node:path";
import { benchCache } from "./bench/cache.ts";
import { benchFrozen } from "./bench/frozen.ts";
import { OURS, otherInterpreters } from "./bench/interpreters.ts";
import { benchLibrary } from "./bench/library.ts";
import { benchPrograms, ratioTable } from "./bench/programs.ts";
import { benchStartup } from "./bench/startup.ts";
import { ROOT } from "./build/paths.ts";

const args = process.argv.slice(2);
const option = (name: string): string | undefined => args.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1];
const wanted = args.filter((arg) => !arg.startsWith("--"));
const named = option("with")?.split(",").filter(Boolean);
const rounds = (usual: number): number => Number(option("rounds") ?? usual);

async function programs(): Promise<void> {
  const others = otherInterpreters(named);
  const interpreters = [OURS, ...others];
  const results = await benchPrograms(interpreters, {
    wanted,
    isSmall: args.includes("--small"),
    rounds: rounds(5),
    repetitions: Number(option("repeat") ?? 3),
  });
  const folder = path.join(ROOT, "node_modules", ".cache", "bench");
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "results.json"), `${JSON.stringify(results, undefined, 2)}\n`);
  const reference = others.find(({ isNative }) => isNative) ?? others[0];
  if (reference === undefined) return;
  const table = ratioTable(results, interpreters, reference);
  fs.writeFileSync(path.join(folder, "results.md"), table);
  console.log(
    `\nRatios to ${reference.name}, medians of ${rounds(5)} (results.json and results.md in ${folder}):\n\n${table}`,
  );
}

switch (wanted[0]) {
  case "startup":
    await benchStartup(otherInterpreters(named), rounds(20));
    break;
  case "frozen":
    await benchFrozen(rounds(20));
    break;
  case "cache":
    await benchCache(otherInterpreters(named), rounds(5));
    break;
  case "library":
    benchLibrary(named?.[0] ?? "/usr/bin/python3.11");
    break;
  default:
    await programs();
}
