/**
 * The scripts of dist/ and V8's code caches of them, and how V8 is told what the process is doing.
 *
 * V8 keeps the bytecode of the functions that a short run compiled; with it nothing is parsed that such a run needs. The
 * cache is made by the first run of each version of Node (the build makes one) and lies in dist/.code-cache. A cache
 * that cannot be read, used or written is no error.
 *
 * Trap: V8 tells a cache from that of another source by the length alone, so the build must throw the old ones away.
 */
import fs from "node:fs";
import v8 from "node:v8";
import vm from "node:vm";
import { interruptible } from "./interruptible.ts";
import type { Wrapper } from "./linker.ts";

export const runProgram: typeof interruptible = (work) => {
  isStarting = false;
  useFlags();
  return interruptible(work);
};

/** Is the program still to come? */
let isStarting = true;

/**
 * A start is over before optimised code pays for itself: the optimising compiler waits for the program. (Trap: V8 cannot
 * be given it back by `--max-opt`.)
 */
function useFlags(): void {
  v8.setFlagsFromString(isStarting ? "--no-opt" : "--opt");
  v8.setFlagsFromString(isRunningOnce ? LATER : USUAL);
}

/** Is a module being imported? */
let isRunningOnce = false;

/**
 * How much bytecode a function runs before V8 thinks of optimising it. What modules do when they are imported is over
 * before optimised code pays for itself: with the usual figure V8 has more work with them than they have.
 */
const USUAL = "--interrupt-budget=67584";
const LATER = "--interrupt-budget=540672";

export function runsOnce(isSo: boolean): void {
  isRunningOnce = isSo;
  v8.setFlagsFromString(isSo ? LATER : USUAL);
}

/** V8 takes a code cache only under the flags it was made under, so whatever has to do with caches has the same. */
function withCacheFlags<Result>(work: () => Result): Result {
  v8.setFlagsFromString("--opt");
  v8.setFlagsFromString(USUAL);
  const result = work();
  useFlags();
  return result;
}

/** V8's flags change what it accepts, so each set of them has its own cache. */
function cacheFolder(folder: string): string {
  const flags = process.execArgv.filter((flag) => flag.startsWith("--") && flag !== "--snapshot-blob").join("");
  const name = `${process.versions.v8}-${process.arch}${flags}`.replace(/[^\w.=-]/g, "_").slice(0, 200);
  return `${folder}/.code-cache/${name}`;
}

/** The scripts of dist/, each one function, and V8's code cache of each. */
export class Scripts {
  readonly #folder: string;
  readonly #caches: string;
  readonly #uncached: { readonly name: string; readonly script: vm.Script }[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    this.#caches = cacheFolder(folder);
  }

  compile(name: string, parameters: string): Wrapper {
    const filename = `${this.#folder}/${name}.js`;
    // Scripts are pure ASCII: this is the encoding that costs least.
    const source = fs.readFileSync(filename, "latin1");
    const cachedData = readOrUndefined(`${this.#caches}/${name}`);
    const text = `(function(${parameters}){${source}\n})`;
    const script = withCacheFlags(() => new vm.Script(text, { filename, cachedData }));
    if (cachedData === undefined || script.cachedDataRejected) this.#uncached.push({ name, script });
    return script.runInThisContext() as Wrapper;
  }

  /** At the end, when the functions that ran have been compiled. */
  writeCaches(): void {
    for (const { name, script } of this.#uncached) {
      writeCache(
        `${this.#caches}/${name}`,
        withCacheFlags(() => script.createCachedData()),
      );
    }
  }
}

function readOrUndefined(file: string): Buffer | undefined {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

function writeCache(file: string, data: Buffer): void {
  const temporary = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    fs.writeFileSync(temporary, data);
    fs.renameSync(temporary, file);
  } catch {
    fs.rmSync(temporary, { force: true });
  }
}
