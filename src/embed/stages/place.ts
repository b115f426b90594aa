/**
 * Places in a source, one notation for all stages: lines from 1, columns from 0 as offsets in UTF-8 bytes, as in the tree.
 *
 * Trap: tokens come with columns in code points, and an editor counts UTF-16 units: `SourceLines` translates.
 */
import { utf8Length } from "../../syntax/source.ts";

export interface Place {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** The place of a node or instruction; null where CPython has none. */
export function placeOf(at: Place): Place | null {
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  return lineno < 1 ? null : { lineno, col_offset, end_lineno, end_col_offset };
}

export class SourceLines {
  readonly #lines: readonly string[];

  constructor(text: string) {
    this.#lines = text.split(/\r\n|\r|\n/);
  }

  /** From code points to bytes. */
  byteColumn(lineno: number, codePoints: number): number {
    let bytes = 0;
    let left = codePoints;
    for (const character of this.#lines[lineno - 1] ?? "") {
      if (left-- <= 0) return bytes;
      bytes += bytesOf(character);
    }
    return bytes + Math.max(left, 0);
  }

  /** From bytes to UTF-16 units, as JavaScript counts them. */
  unitColumn(lineno: number, byteColumn: number): number {
    let units = 0;
    let left = byteColumn;
    for (const character of this.#lines[lineno - 1] ?? "") {
      if (left <= 0) return units;
      left -= bytesOf(character);
      units += character.length;
    }
    return units;
  }
}

/** A pair of surrogates is two units of a character of four bytes. */
function bytesOf(character: string): number {
  return utf8Length(character.charCodeAt(0)) + (character.length > 1 ? 1 : 0);
}
