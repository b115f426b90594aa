/** Seeded mutations of sources in one spot: a token, a character or a line is deleted, doubled or swapped with the next. */
import { Random } from "../fuzz/compiler.ts";
import type { Example } from "./sides.ts";

const TOKEN =
  /[A-Za-z_]\w*|\d[\w.]*|'[^'\n]*'|"[^"\n]*"|\*\*=|\/\/=|>>=|<<=|[-+*/%&|^=!<>:]=|->|\*\*|\/\/|<<|>>|[^\s\w]/g;
const LINE = /[^\n]*\n|[^\n]+$/g;
const UNITS = ["token", "character", "line"] as const;
const CHANGES = ["delete", "double", "swap"] as const;

type Span = readonly [start: number, end: number];

function spansOf(text: string, unit: (typeof UNITS)[number], random: Random): readonly [Span, Span] | undefined {
  if (unit === "character") {
    const at = random.below(text.length - 1);
    return [
      [at, at + 1],
      [at + 1, at + 2],
    ];
  }
  const spans = Array.from(text.matchAll(unit === "token" ? TOKEN : LINE), ({ 0: found, index }): Span => {
    return [index, index + found.length];
  });
  if (spans.length < 2) return undefined;
  const at = random.below(spans.length - 1);
  return [spans[at] as Span, spans[at + 1] as Span];
}

function mutate(text: string, random: Random): { name: string; text: string } | undefined {
  const unit = random.pick(UNITS);
  const change = random.pick(CHANGES);
  const spans = text.length < 2 ? undefined : spansOf(text, unit, random);
  if (spans === undefined) return undefined;
  const [[start, end], [nextStart, nextEnd]] = spans;
  const piece = text.slice(start, end);
  const name = `${change} ${unit} at ${start}`;
  if (change === "delete") return { name, text: text.slice(0, start) + text.slice(end) };
  if (change === "double") {
    const space = unit === "token" ? " " : "";
    return { name, text: text.slice(0, end) + space + piece + text.slice(end) };
  }
  const between = text.slice(end, nextStart);
  const next = text.slice(nextStart, nextEnd);
  return { name, text: text.slice(0, start) + next + between + piece + text.slice(nextEnd) };
}

export function mutations(files: readonly Example[], count: number, seed: number): Example[] {
  const random = new Random(seed);
  const found: Example[] = [];
  while (found.length < count) {
    const file = random.pick(files);
    const original = Buffer.from(file.source).toString("utf8");
    const mutated = mutate(original, random);
    if (mutated === undefined || mutated.text === original) continue;
    found.push({ name: `${file.name}: ${mutated.name}`, source: Buffer.from(mutated.text) });
  }
  return found;
}
