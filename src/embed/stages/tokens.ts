/** The tokens of a source as `python -m tokenize` shows them (CPython: Python/Python-tokenize.c, Lib/token.py). */
import type { Text } from "../../bytecode/constants.ts";
import { stringOfCodePoints } from "../../bytecode/surrogatepass.ts";
import { iterateTokens } from "../../syntax/token-iterator.ts";
import * as tokenNumbers from "../../syntax/tokens.ts";
import type { Place, SourceLines } from "./place.ts";

export interface TokenReport {
  /** The name in `token.tok_name`; operators are all OP. */
  readonly type: string;
  readonly string: string;
  /** `(line, column)` as in the module `tokenize`: columns in code points. */
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
  readonly place: Place;
}

const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(tokenNumbers).flatMap(([name, value]) => (typeof value === "number" ? [[value, name]] : [])),
);

/** Adds to `into`, so that what was read before an error remains. Throws a SyntaxProblem. */
export function reportTokens(source: Text, lines: SourceLines, into: TokenReport[]): void {
  for (const { type, string, start, end } of iterateTokens(source, { extraTokens: true })) {
    into.push({
      type: NAMES.get(type) ?? String(type),
      string: typeof string === "string" ? string : stringOfCodePoints(string.codePoints),
      start,
      end,
      place: {
        lineno: start[0],
        col_offset: lines.byteColumn(...start),
        end_lineno: end[0],
        end_col_offset: lines.byteColumn(...end),
      },
    });
  }
}
