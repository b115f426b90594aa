/**
 * dist/cli.js: starts the bundle of the command line, dist/main.js, from V8's code cache, which halves the time it takes.
 *
 * V8 keeps the bytecode of the functions that a short run compiled; with it nothing is parsed that such a run needs. The
 * cache is made by the first run of each version of Node (the build makes one) and lies in dist/.code-cache. A cache
 * that cannot be read, used or written is no error.
 *
 * Trap: V8 tells a cache from that of another source by the length alone, so the build must throw the old ones away.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import v8 from "node:v8";
import vm from "node:vm";

interface Bundle {
  /** Runs the program; its exit status. */
  main(executable: string, interruptible: Interruptible): number;
}

/** Does the work; undefined if SIGINT cut it off, wherever it was: no `catch` and no `finally` in it has run. */
type Interruptible = (work: () => number) => number | undefined;

const WORK = Symbol.for("chaipy.work");

/** A program computes without a turn of the event loop, so only V8 itself can be asked to listen. */
const interruptible: Interruptible = (work) => {
  const place = globalThis as unknown as Record<symbol, unknown>;
  place[WORK] = work;
  try {
    const script = new vm.Script('globalThis[Symbol.for("chaipy.work")]()', { filename: "work" });
    return script.runInThisContext({ breakOnSigint: true }) as number;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_INTERRUPTED") return undefined;
    throw error;
  }
};

type Wrapper = (exports: object, require: NodeJS.Require, module: { exports: object }) => void;

function readOrUndefined(file: string): Buffer | undefined {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Flags change what V8 accepts, so each set of them has its own cache. */
function cacheName(): string {
  const flags = process.execArgv.filter((flag) => flag.startsWith("--")).join("");
  return `${process.versions.v8}-${process.arch}${flags}`.replace(/[^\w.=-]/g, "_").slice(0, 200);
}

function writeCache(file: string, script: vm.Script): void {
  const temporary = `${file}.${process.pid}`;
  try {
    const data = script.createCachedData();
    fs.mkdirSync(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    fs.writeFileSync(temporary, data);
    fs.renameSync(temporary, file);
  } catch {
    fs.rmSync(temporary, { force: true });
  }
}

function launch(executable: string): void {
  const folder = executable.slice(0, Math.max(executable.lastIndexOf("/"), executable.lastIndexOf("\\")));
  const filename = `${folder}/main.js`;
  const cacheFile = `${folder}/.code-cache/${cacheName()}`;
  // The bundle is pure ASCII: this is the encoding that costs least.
  const source = fs.readFileSync(filename, "latin1");
  const cachedData = readOrUndefined(cacheFile);
  const script = new vm.Script(`(function(exports,require,module){${source}\n})`, { filename, cachedData });
  // What the start makes lives on: let the young generation grow at once instead of copying it. V8 compares its flags
  // with those under which a cache was made, so they are as they were whenever it does.
  v8.setFlagsFromString("--semi-space-growth-factor=8");
  const module = { exports: {} };
  (script.runInThisContext() as Wrapper)(module.exports, createRequire(filename), module);
  const status = (module.exports as Bundle).main(executable, interruptible);
  v8.setFlagsFromString("--semi-space-growth-factor=2");
  if (cachedData === undefined || script.cachedDataRejected) writeCache(cacheFile, script);
  // Node's own way out tidies up the whole heap first.
  process.exit(status);
}

try {
  launch(__filename);
} catch (error) {
  // A mistake of ours. Node would show the line of the bundle, which is very long.
  fs.writeSync(2, `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
