/** Seeded mutations of sources in one spot: a token, a character or a line is deleted, doubled or swapped with the next. */
import { Random } from "../fuzz/random.ts";
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

const COMMENTS = ["int", "ignore", "ignore[x]", "ignored", "", " (int, *str) -> List[int]  # more"];

/** Some lines of a file with type comments strewn over them, and the feature version to parse it with. */
export interface TreeExample extends Example {
  readonly featureVersion: number;
}

/** Pieces of library files with type comments, most of them changed in one spot. */
export function treeExamples(files: readonly Example[], count: number, seed: number): TreeExample[] {
  const random = new Random(seed);
  const found: TreeExample[] = [];
  while (found.length < count) {
    const file = random.pick(files);
    const piece = pieceOf(Buffer.from(file.source).toString("utf8"), random);
    const mutated = random.below(3) === 0 ? { name: "as it is", text: piece } : mutate(piece, random);
    if (mutated === undefined) continue;
    const featureVersion = random.below(2) === 0 ? -1 : random.below(14);
    const name = `${file.name}: ${mutated.name}, feature version ${featureVersion}`;
    found.push({ name, source: Buffer.from(mutated.text), featureVersion });
  }
  return found;
}

/** Up to sixty lines that begin at the left margin, with type comments behind some or on lines of their own. */
function pieceOf(text: string, random: Random): string {
  const lines = text.split("\n");
  let first = random.below(lines.length);
  while (first > 0 && !/^\w/.test(lines[first] as string)) first--;
  const piece = lines.slice(first, first + 1 + random.below(60)).map((line) => {
    const comment = `# type: ${random.pick(COMMENTS)}`;
    const spelled = random.below(3) === 0 ? comment.replaceAll(" ", random.pick(["", "\t", "  "])) : comment;
    const indentation = /^\s*/.exec(line)?.[0] ?? "";
    const mayTake = /^\s*(async )?(def|for|with) .*:$|^\s*[\w.]+ = [^[({]+$/.test(line);
    if (random.below(mayTake ? 3 : 200) === 0) return `${line}  ${spelled}`;
    const below = /^\s*(async )?def .*:$/.test(line) && random.below(2) === 0;
    return below || random.below(500) === 0 ? `${line}\n${indentation}    ${spelled}` : line;
  });
  return `${piece.join("\n")}\n`;
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
