/**
 * node tools/run.mjs fuzz-types [--count N] [--seed S] [--native]: small programs over the builtin types, run by the
 * reference CPython 3.12.7 (or a native one) and by us, each side in one process; shows every difference.
 *
 * What differs for a reason is in fuzz/types-explained.txt: a regular expression over "program => theirs => ours", a tab,
 * the reason.
 */
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { ROOT } from "./build/paths.ts";
import { findNative } from "./conformance/suite.ts";
import { makeProgram } from "./fuzz/type-programs.ts";
import { Oracle } from "./oracle/client.ts";
import { CLI } from "./oracle/interpreter.ts";

const DRIVER = path.join(ROOT, "tools", "fuzz", "run_types.py");
const BATCH = 500;
const option = (name: string, otherwise: number): number => {
  const place = process.argv.indexOf(name);
  return place < 0 ? otherwise : Number(process.argv[place + 1]);
};
const count = option("--count", 5000);
const first = option("--seed", 1);

/** A side of the comparison: texts for programs; null for one that ends the reference itself. */
interface Side {
  run(programs: readonly string[]): Promise<(string | null)[]>;
  close(): Promise<void>;
}

/** A process that answers a line for a line. */
function lineSide(program: string, args: readonly string[]): Side {
  const child: ChildProcess = spawn(program, [...args, DRIVER], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, PYTHONHASHSEED: "0", PYTHONIOENCODING: "utf-8:surrogatepass" },
  });
  const lines = readline.createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  return {
    async run(programs) {
      child.stdin?.write(`${JSON.stringify(programs)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error("the process ended");
      return JSON.parse(value as string) as string[];
    },
    async close() {
      child.stdin?.end();
    },
  };
}

/** The reference's stack is its host's: a program that fills it ends it, and is found by halves. */
function oracleSide(): Side {
  let oracle = new Oracle();
  const source = fs.readFileSync(DRIVER, "utf8").replace(/\nif __name__ == .*$/s, "\n");
  const run: Side["run"] = async (programs) => {
    const text = JSON.stringify(JSON.stringify(programs));
    try {
      return JSON.parse(await oracle.runSource(`${source}\nrun_all(${text})`)) as string[];
    } catch {
      await oracle.close().catch(() => undefined);
      oracle = new Oracle();
    }
    if (programs.length === 1) return [null];
    const middle = programs.length >> 1;
    return [...(await run(programs.slice(0, middle))), ...(await run(programs.slice(middle)))];
  };
  return { run, close: () => oracle.close() };
}

const explained = fs
  .readFileSync(path.join(ROOT, "tools", "fuzz", "types-explained.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => ({ pattern: new RegExp(line.split("\t")[0] as string, "s"), seen: 0, reason: line.split("\t")[1] }));

const theirs: Side = process.argv.includes("--native") ? lineSide(findNative(), []) : oracleSide();
const ours = lineSide(process.execPath, [CLI]);
let differences = 0;
let unanswered = 0;
for (let seed = first; seed < first + count; seed += BATCH) {
  const programs = Array.from({ length: Math.min(BATCH, first + count - seed) }, (_, i) => makeProgram(seed + i));
  const [wanted, got] = await Promise.all([theirs.run(programs), ours.run(programs)]);
  for (const [i, program] of programs.entries()) {
    if (wanted[i] === null) {
      unanswered += 1;
      console.log(`--- seed ${seed + i}\n${program}ends the reference\n`);
      continue;
    }
    if (wanted[i] === got[i]) continue;
    const reason = explained.find(({ pattern }) => pattern.test(`${program} => ${wanted[i]} => ${got[i]}`));
    if (reason !== undefined) {
      reason.seen += 1;
      continue;
    }
    differences += 1;
    console.log(`--- seed ${seed + i}\n${program}CPython:\n${wanted[i]}\nChaipy:\n${got[i]}\n`);
  }
}
await theirs.close();
await ours.close();
for (const { reason, seen } of explained) if (seen > 0) console.log(`${seen} explained: ${reason}`);
if (unanswered > 0) console.log(`${unanswered} that end the reference`);
console.log(`${count} programs, ${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;
