/**
 * Runs one module of the suite in a process and a working folder of its own.
 *
 * A test that kills its process or does not end costs that test alone: the module starts again without the tests that
 * are settled, a bounded number of times.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "../build/paths.ts";
import { addResult, type ModuleEvents, parseEvents, type TestResult, testId } from "./results.ts";

const SCRIPT = path.join(ROOT, "tests", "conformance", "run_module.py");
const MAXIMUM_STARTS = 8;

export interface Runner {
  /** The interpreter and its first arguments. */
  readonly command: readonly string[];
  readonly suite: string;
  /** Where compiled modules are kept, for tests that do not look at caches. */
  readonly pycache: string | undefined;
  /**
   * A test that takes longer is ended; so is a module, which then lacks the rest of its tests. Where the system tells,
   * these are seconds of the processor, so that other work on the machine changes no result.
   */
  readonly secondsPerTest: number;
  /** Tests that may take longer, by id; the module gets so much more. */
  readonly slowTests: ReadonlyMap<string, number>;
  readonly secondsPerModule: number;
  /** Results and output of each module go here. */
  readonly folder: string;
}

export interface ModuleResult {
  readonly module: string;
  readonly tests: ReadonlyMap<string, TestResult>;
  /** Why there are no tests, or not all: the module was skipped, did not import, or its process would not go on. */
  readonly trouble: string;
  readonly seconds: number;
}

interface Deadline {
  /** What the module may still use. */
  readonly left: Budget;
  /** What the process prints is appended to this file. */
  readonly log: string;
}

interface Exit {
  readonly how: "timeout" | "crash" | "normal";
  readonly detail: string;
}

/**
 * The suite is found as `test`, here and in the processes that tests start, through this folder on PYTHONPATH. It is
 * always the same, because compiled modules are kept by their path.
 */
function suitePath(runner: Runner): string {
  const folder = path.join(runner.folder, "path");
  const link = path.join(folder, "test");
  fs.mkdirSync(folder, { recursive: true });
  if (!fs.existsSync(link) || fs.readlinkSync(link) !== runner.suite) {
    fs.rmSync(link, { force: true });
    fs.symlinkSync(runner.suite, link);
  }
  return folder;
}

function prepareFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "conformance-"));
  fs.mkdirSync(path.join(folder, "work"));
  return folder;
}

/** The processes that lead a group, and the folders in use: what an interrupted run must not leave behind. */
const groups = new Set<number>();
const folders = new Set<string>();

function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // Nothing of the group is left.
  }
}

/** For the moment at which the runner itself is ended: groups of their own do not get its signal. */
export function endEverything(): void {
  for (const leader of groups) endGroup(leader);
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
}

interface Budget {
  seconds: number;
}

/** Since the process began, in seconds. */
interface Times {
  readonly busy: number;
  readonly elapsed: number;
}

const ZERO: Times = { busy: 0, elapsed: 0 };
/** Of a process that computes nothing, or waits for its children, this many times the limit is enough. */
const PATIENCE = 5;
const TICKS_PER_SECOND = 100;

function isWithin(from: Times, to: Times, limit: number): boolean {
  return to.busy - from.busy < limit && to.elapsed - from.elapsed < limit * PATIENCE;
}

/** How much a process has computed; where /proc does not tell, the time that has passed. */
class Clock {
  private readonly began = Date.now();
  private isTold = false;
  last: Times = ZERO;

  constructor(private readonly pid: number) {}

  read(): Times {
    const elapsed = (Date.now() - this.began) / 1000;
    const busy = this.busy();
    if (busy !== undefined) this.isTold = true;
    // A process that has just ended tells nothing more.
    this.last = { busy: busy ?? (this.isTold ? this.last.busy : elapsed), elapsed };
    return this.last;
  }

  private busy(): number | undefined {
    try {
      // Behind the name, which may contain anything: user and system time are the 12th and 13th field.
      const fields = fs.readFileSync(`/proc/${this.pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    } catch {
      return undefined;
    }
  }
}

function limitOf(runner: Runner, running: string | undefined): number {
  const own = running === undefined ? undefined : runner.slowTests.get(testId(running));
  return Math.max(own ?? 0, runner.secondsPerTest);
}

/** What the module may take: more where it has slow tests. */
function secondsOf(runner: Runner, module: string): number {
  let seconds = runner.secondsPerModule;
  for (const [id, own] of runner.slowTests) if (id.startsWith(`${module}.`)) seconds += own;
  return seconds;
}

/** One process over the module. It is late when it records nothing for as long as a test may take, or at the deadline. */
function start(runner: Runner, folder: string, lines: string, args: readonly string[], end: Deadline): Promise<Exit> {
  const [program, ...first] = runner.command;
  const output = fs.openSync(end.log, "a");
  const child = spawn(program as string, [...first, SCRIPT, ...args], {
    cwd: path.join(folder, "work"),
    env: {
      PATH: process.env.PATH ?? "",
      HOME: folder,
      LANG: "C.UTF-8",
      PYTHONPATH: suitePath(runner),
      ...(runner.pycache === undefined ? { PYTHONDONTWRITEBYTECODE: "1" } : { PYTHONPYCACHEPREFIX: runner.pycache }),
    },
    stdio: ["ignore", output, output],
    // A group of its own, so that what tests started ends with it.
    detached: true,
  });
  fs.closeSync(output);
  const leader = child.pid;
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    if (leader === undefined) return;
    groups.add(leader);
    const clock = new Clock(leader);
    let isLate = false;
    let recorded = fs.statSync(lines).mtimeMs;
    let testBegan = clock.read();
    let limit = runner.secondsPerTest;
    const timer = setInterval(() => {
      const now = clock.read();
      const last = fs.statSync(lines).mtimeMs;
      if (last !== recorded) {
        recorded = last;
        testBegan = now;
        limit = limitOf(runner, parseEvents(fs.readFileSync(lines, "utf8")).running);
      }
      if (isWithin(testBegan, now, limit) && isWithin(ZERO, now, end.left.seconds)) return;
      isLate = true;
      endGroup(leader);
    }, 250);
    child.on("exit", (code, signal) => {
      clearInterval(timer);
      end.left.seconds -= clock.last.busy;
      endGroup(leader);
      groups.delete(leader);
      const how = isLate ? "timeout" : code === 0 ? "normal" : "crash";
      resolve({ how, detail: isLate ? "took too long" : `exit status ${code ?? signal}` });
    });
  });
}

export async function runModule(runner: Runner, module: string): Promise<ModuleResult> {
  const folder = prepareFolder();
  folders.add(folder);
  const began = Date.now();
  try {
    const outcome = await runUntilSettled(runner, module, folder);
    const result = { module, ...outcome, seconds: (Date.now() - began) / 1000 };
    const tests = Object.fromEntries(result.tests);
    fs.writeFileSync(path.join(runner.folder, `${module}.json`), `${JSON.stringify({ ...result, tests }, null, 1)}\n`);
    return result;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    folders.delete(folder);
  }
}

async function runUntilSettled(
  runner: Runner,
  module: string,
  folder: string,
): Promise<{ tests: Map<string, TestResult>; trouble: string }> {
  const tests = new Map<string, TestResult>();
  const settled = path.join(folder, "settled.txt");
  const log = path.join(runner.folder, `${module}.log`);
  fs.rmSync(log, { force: true });
  fs.writeFileSync(settled, "");
  const all = secondsOf(runner, module);
  const left = { seconds: all };
  for (let starts = 0; starts < MAXIMUM_STARTS; starts += 1) {
    const lines = path.join(folder, `results-${starts}`);
    fs.writeFileSync(lines, "");
    const exit = await start(runner, folder, lines, [module, lines, settled], { left, log });
    const text = fs.readFileSync(lines, "utf8");
    const events = parseEvents(text);
    for (const [id, result] of events.tests) addResult(tests, id, result);
    const trouble = troubleOf(events, exit);
    if (trouble !== undefined) return { tests, trouble };
    if (left.seconds <= 0) return { tests, trouble: `out of time (${all} s)` };
    const kind = exit.how === "timeout" ? "timeout" : "crash";
    addResult(tests, testId(events.running as string), { outcome: kind, why: exit.detail, seconds: 0 });
    fs.appendFileSync(settled, settledIds(text));
  }
  return { tests, trouble: `${MAXIMUM_STARTS} tests ended the process` };
}

/** "" when the module is done, undefined when it should go on after a test that ended the process. */
function troubleOf(events: ModuleEvents, exit: Exit): string | undefined {
  if (events.end?.kind === "done") return "";
  if (events.end !== undefined) return `${events.end.kind}: ${events.end.why}`;
  if (events.running === undefined) return `${exit.how} outside of a test (${exit.detail})`;
  return undefined;
}

/** The ids that had begun, as the interpreter spells them. */
function settledIds(text: string): string {
  const ids = [...text.matchAll(/^\{"start": (".*")\}$/gm)].map((match) => JSON.parse(match[1] as string) as string);
  return ids.map((id) => `${id}\n`).join("");
}
