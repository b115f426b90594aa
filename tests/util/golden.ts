/** Reading the golden data that tools/gen-util-golden.py wrote with CPython 3.12. */
import { readFileSync } from "node:fs";
import { type PyInt, toInt } from "../../src/util/int.ts";
import { Problem } from "../../src/util/problem.ts";

export function readGolden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./golden/${name}.json`, import.meta.url), "utf8")) as T;
}

/** What a golden cell would say of this computation: its text, or "!Type: message". */
export function attempt(compute: () => string): string {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Problem) return `!${error.kind}: ${error.message}`;
    throw error;
  }
}

export function readInt(text: string): PyInt {
  return toInt(BigInt(text));
}

/** repr of a float, read back. */
export function readFloat(text: string): number {
  return text === "nan" ? Number.NaN : text === "inf" ? Infinity : text === "-inf" ? -Infinity : Number(text);
}

/** The cases of a list whose answer differs from the golden one, as readable lines. */
export function differences<T>(
  cases: readonly T[],
  answer: (one: T) => unknown,
  expected: (one: T) => unknown,
): string[] {
  const lines: string[] = [];
  for (const one of cases) {
    const [got, want] = [answer(one), expected(one)];
    if (JSON.stringify(got) !== JSON.stringify(want))
      lines.push(`${JSON.stringify(one)} -> ${JSON.stringify(got)}, not ${JSON.stringify(want)}`);
  }
  return lines;
}
