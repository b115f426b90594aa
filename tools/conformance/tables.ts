/**
 * The committed tables of tests/conformance: the modules of each area, what native CPython 3.12 makes of each test (the
 * yardstick), and the tests known to fail here, each with its reason.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../build/paths.ts";
import type { TestResult } from "./results.ts";

const FOLDER = path.join(ROOT, "tests", "conformance");

/** Area -> the names in its part of areas.txt; a trailing ".*" is a package's every module. */
export function parseAreas(text: string): Map<string, string[]> {
  const areas = new Map<string, string[]>();
  let names: string[] = [];
  for (const line of text.split("\n")) {
    const heading = /^\[(.+)\]$/.exec(line);
    if (heading !== null) {
      names = [];
      areas.set(heading[1] as string, names);
    } else if (!line.startsWith("#")) {
      names.push(...line.split(/\s+/).filter((name) => name !== "" && !names.includes(name)));
    }
  }
  return areas;
}

export const readAreas = (): Map<string, string[]> =>
  parseAreas(fs.readFileSync(path.join(FOLDER, "areas.txt"), "utf8"));

/** Per module: the tests that native CPython passes, and those that it does not. */
export interface Yardstick {
  readonly passes: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

/**
 * A heading `[module]`, then a line for each class: its name (the module's own left out, "." for none), a colon, the tests.
 * A test that native CPython skips or fails has "-" before it.
 */
export function parseYardsticks(text: string): Map<string, Yardstick> {
  const yardsticks = new Map<string, Yardstick>();
  let module = "";
  let passes = new Set<string>();
  let others = new Set<string>();
  for (const line of text.split("\n")) {
    const heading = /^\[(.+)\]$/.exec(line);
    if (heading !== null) {
      module = heading[1] as string;
      passes = new Set();
      others = new Set();
      yardsticks.set(module, { passes, others });
      continue;
    }
    const colon = line.indexOf(": ");
    if (colon < 0 || line.startsWith("#")) continue;
    const holder = expandHolder(module, line.slice(0, colon));
    for (const word of line.slice(colon + 2).split("\t")) {
      if (word.startsWith("-")) others.add(holder + word.slice(1));
      else passes.add(holder + word);
    }
  }
  return yardsticks;
}

const expandHolder = (module: string, text: string): string => {
  if (text === ".") return "";
  return text.startsWith("~") ? `${module}${text.slice(1)}.` : `${text}.`;
};

/** Split at the last dot that is not inside parentheses: "setUpClass (test_x.C)" has no holder. */
function splitId(id: string): [string, string] {
  const dot = id.includes("(") ? -1 : id.lastIndexOf(".");
  return dot < 0 ? ["", id] : [id.slice(0, dot), id.slice(dot + 1)];
}

export function formatYardstick(module: string, tests: ReadonlyMap<string, TestResult>): string {
  const holders = new Map<string, string[]>();
  for (const id of [...tests.keys()].sort()) {
    const [holder, name] = splitId(id);
    const inModule = holder === module || holder.startsWith(`${module}.`);
    const short = holder === "" ? "." : inModule ? `~${holder.slice(module.length)}` : holder;
    const mark = (tests.get(id) as TestResult).outcome === "ok" ? "" : "-";
    holders.set(short, [...(holders.get(short) ?? []), mark + name]);
  }
  return [`[${module}]`, ...[...holders].map(([holder, names]) => `${holder}: ${names.join("\t")}`)].join("\n");
}

const yardstickFile = (area: string): string => path.join(FOLDER, "native", `${area}.txt`);

export function readYardsticks(area: string): Map<string, Yardstick> {
  const file = yardstickFile(area);
  return fs.existsSync(file) ? parseYardsticks(fs.readFileSync(file, "utf8")) : new Map();
}

/** Replace the parts of the given modules and keep the others. */
export function writeYardsticks(area: string, results: ReadonlyMap<string, ReadonlyMap<string, TestResult>>): void {
  const file = yardstickFile(area);
  const old = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  const parts = new Map<string, string>();
  for (const part of old.split(/^(?=\[)/m)) {
    const name = /^\[(.+)\]/.exec(part)?.[1];
    if (name !== undefined) parts.set(name, part.trimEnd());
  }
  for (const [module, tests] of results) parts.set(module, formatYardstick(module, tests));
  const head = "# Written by `npm run conformance -- --record`: what native CPython 3.12 makes of each test.\n\n";
  const body = [...parts.keys()].sort().map((name) => parts.get(name));
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${head}${body.join("\n\n")}\n`);
}

/** Test id -> why it fails here. `id: reason` a line; an id may end in "*" when every test under it fails. */
export function parseKnownFailures(text: string): Map<string, string> {
  const known = new Map<string, string>();
  for (const line of text.split("\n")) {
    const colon = line.indexOf(": ");
    if (line.startsWith("#") || line.trim() === "") continue;
    if (colon < 0) throw new Error(`a known failure without a reason: ${line}`);
    known.set(line.slice(0, colon), line.slice(colon + 2));
  }
  return known;
}

export function readKnownFailures(area: string): Map<string, string> {
  const file = path.join(FOLDER, "known-failures", `${area}.txt`);
  return fs.existsSync(file) ? parseKnownFailures(fs.readFileSync(file, "utf8")) : new Map();
}

/** Test id -> the seconds that it may take. `id: seconds reason` a line. */
export function parseSlowTests(text: string): Map<string, number> {
  return new Map(
    [...parseKnownFailures(text)].map(([id, rest]) => {
      const seconds = /^(\d+) \S/.exec(rest)?.[1];
      if (seconds === undefined) throw new Error(`a slow test without seconds and a reason: ${id}: ${rest}`);
      return [id, Number(seconds)];
    }),
  );
}

export const readSlowTests = (): Map<string, number> =>
  parseSlowTests(fs.readFileSync(path.join(FOLDER, "slow.txt"), "utf8"));

export function knownReason(known: ReadonlyMap<string, string>, id: string): string | undefined {
  const exact = known.get(id);
  if (exact !== undefined) return exact;
  for (const [pattern, reason] of known) {
    if (pattern.endsWith("*") && id.startsWith(pattern.slice(0, -1))) return reason;
  }
  return undefined;
}
