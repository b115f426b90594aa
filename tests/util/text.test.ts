/** Helpers of str and bytes against CPython 3.12. */
import { expect, test } from "vitest";
import { encodeUtf8 } from "../../src/util/codecs/utf8.ts";
import { reprBytes, reprCodePoints, reprString } from "../../src/util/text/repr.ts";
import {
  countSequence,
  expandTabs,
  findLastSequence,
  findSequence,
  type Span,
  splitBySequence,
  splitBySpace,
  splitLastBySequence,
  splitLastBySpace,
  splitLines,
} from "../../src/util/text/search.ts";
import { differences, readGolden } from "./golden.ts";

interface Golden {
  reprs: [number[], string, string, string][];
  searches: [string, string, number, number, number, ...unknown[]][];
  lines: [string, string[], string[]][];
}

const golden = readGolden<Golden>("texts");
const points = (text: string) => Array.from(text, (character) => character.codePointAt(0) as number);

test("repr and ascii", () => {
  const units = (text: string) =>
    Array.from({ length: text.length }, (_, index) => {
      const unit = text.charCodeAt(index);
      return (unit & 255).toString(16).padStart(2, "0") + (unit >> 8).toString(16).padStart(2, "0");
    }).join("");
  const question = () => ({ replacement: "?", resume: 0 });
  const answer = ([text]: Golden["reprs"][number]) => {
    const bytes = encodeUtf8(text, (error) => ({
      ...question(),
      replacement: "?".repeat(error.end - error.start),
      resume: error.end,
    }));
    return [units(reprCodePoints(text)), reprCodePoints(text, true), reprBytes(bytes)];
  };
  expect(differences(golden.reprs, answer, (one) => one.slice(1))).toEqual([]);
  expect([reprString("it's"), reprString("plain"), reprString("\u20ac\u0378")]).toEqual([
    `"it's"`,
    "'plain'",
    "'\u20ac\\u0378'",
  ]);
});

test("find, count and split", () => {
  const answer = ([text, needle, start, end, limit]: Golden["searches"][number]) => {
    const [t, n] = [points(text), points(needle)];
    const cut = (spans: Span[]) => spans.map(([from, to]) => text.slice(from, to));
    return [
      findSequence(t, n, start, end),
      findLastSequence(t, n, start, end),
      countSequence(t, n, start, end),
      needle === "" ? 0 : cut(splitBySequence(t, n, limit)),
      needle === "" ? 0 : cut(splitLastBySequence(t, n, limit)),
      cut(splitBySpace(t, limit)),
      cut(splitLastBySpace(t, limit)),
      String.fromCharCode(...expandTabs(t, limit + 2)),
    ];
  };
  expect(differences(golden.searches, answer, (one) => one.slice(5))).toEqual([]);
});

test("splitlines", () => {
  const answer = ([text]: Golden["lines"][number]) =>
    [false, true].map((keep) => splitLines(points(text), keep).map(([from, to]) => text.slice(from, to)));
  expect(differences(golden.lines, answer, (one) => one.slice(1))).toEqual([]);
});
