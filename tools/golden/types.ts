/**
 * Comparison of our builtin types and native modules with those of the reference CPython (tests/golden/types/builtins.json).
 *
 * Both sides run describe.py, so what is compared is what a Python program sees.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../build/paths.ts";
import { runInterpreter } from "../oracle/interpreter.ts";

export const DESCRIBE = path.join(ROOT, "tools", "golden", "describe.py");
export const GOLDEN = path.join(ROOT, "tests", "golden", "types", "builtins.json");
/** `subject: difference # reason`, a line for each difference that stays. */
export const REASONS = path.join(ROOT, "tests", "golden", "types", "reasons.txt");

interface Attribute {
  readonly kind: string;
  readonly signature?: string | null;
  readonly doc?: string | null;
  readonly value?: string | number | boolean | null;
}

type Attributes = Readonly<Record<string, Attribute>>;

interface TypeDescription {
  readonly bases: readonly string[];
  readonly signature: string | null;
  readonly doc: string | null;
  readonly flags: readonly string[];
  readonly attributes: Attributes;
}

interface Description {
  readonly types: Readonly<Record<string, TypeDescription>>;
  readonly modules: Readonly<Record<string, { doc: string | null; attributes: Attributes } | null>>;
}

const show = (text: unknown): string => (text === undefined ? "nothing" : JSON.stringify(text));

function compareAttribute(name: string, golden: Attribute, ours: Attribute): string[] {
  if (ours.kind !== golden.kind) return [`${name} is a ${ours.kind}, not a ${golden.kind}`];
  const lines: string[] = [];
  for (const part of ["signature", "doc", "value"] as const) {
    if (ours[part] !== golden[part])
      lines.push(`${name} has the ${part} ${show(ours[part])}, not ${show(golden[part])}`);
  }
  return lines;
}

function compareAttributes(ours: Attributes, golden: Attributes): string[] {
  const lines: string[] = [];
  for (const [name, attribute] of Object.entries(golden)) {
    const mine = ours[name];
    if (mine === undefined) lines.push(`lacks ${name}`);
    else lines.push(...compareAttribute(name, attribute, mine));
  }
  for (const name of Object.keys(ours)) {
    if (golden[name] === undefined) lines.push(`has ${name}, which CPython has not`);
  }
  return lines;
}

function compareType(ours: TypeDescription, golden: TypeDescription): string[] {
  const lines: string[] = [];
  for (const part of ["bases", "flags", "signature", "doc"] as const) {
    const [mine, theirs] = [show(ours[part]), show(golden[part])];
    if (mine !== theirs) lines.push(`has the ${part} ${mine}, not ${theirs}`);
  }
  return [...lines, ...compareAttributes(ours.attributes, golden.attributes)];
}

/** All differences, as "type list: lacks append", in the reference's order. */
export async function compareWithReference(): Promise<string[]> {
  const golden = JSON.parse(fs.readFileSync(GOLDEN, "utf8")) as Description;
  const { stdout, stderr, code } = await runInterpreter([DESCRIBE], "");
  if (code !== 0) throw new Error(stderr);
  const ours = JSON.parse(stdout) as Description;
  const lines: string[] = [];
  for (const [name, theirs] of Object.entries(golden.types)) {
    const mine = ours.types[name];
    const differences = mine === undefined ? ["is missing"] : compareType(mine, theirs);
    lines.push(...differences.map((line) => `type ${name}: ${line}`));
  }
  for (const [name, theirs] of Object.entries(golden.modules)) {
    const mine = ours.modules[name] ?? null;
    if (theirs === null) continue;
    if (mine === null) lines.push(`module ${name}: is missing`);
    else {
      if (mine.doc !== theirs.doc) lines.push(`module ${name}: has the doc ${show(mine.doc)}, not ${show(theirs.doc)}`);
      lines.push(...compareAttributes(mine.attributes, theirs.attributes).map((line) => `module ${name}: ${line}`));
    }
  }
  return lines;
}

/** Difference -> why it stays. A pattern may end in "*". */
export function readReasons(): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const line of fs.readFileSync(REASONS, "utf8").split("\n")) {
    const hash = line.lastIndexOf(" # ");
    if (hash > 0 && !line.startsWith("#")) reasons.set(line.slice(0, hash), line.slice(hash + 3));
  }
  return reasons;
}

const matches = (pattern: string, line: string): boolean =>
  pattern.endsWith("*") ? line.startsWith(pattern.slice(0, -1)) : line === pattern;

/** The differences that no reason covers, and the reasons that cover none. */
export function settle(differences: readonly string[], reasons: ReadonlyMap<string, string>) {
  const patterns = [...reasons.keys()];
  return {
    open: differences.filter((line) => !patterns.some((pattern) => matches(pattern, line))),
    stale: patterns.filter((pattern) => !differences.some((line) => matches(pattern, line))),
  };
}
