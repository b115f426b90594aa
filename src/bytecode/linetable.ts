/**
 * `co_linetable`: which source range each code unit came from (PEP 626 and 657; CPython: Python/assemble.c,
 * Objects/codeobject.c, Objects/locations.md).
 *
 * Trap: an entry covers at most eight code units, caches and EXTENDED_ARG included, and only entries with a
 * line move the line on which the next delta builds.
 */

/** Lines from 1, columns from 0 as UTF-8 byte offsets, -1 for "none". */
export interface Position {
  readonly lineno: number;
  readonly end_lineno: number;
  readonly col_offset: number;
  readonly end_col_offset: number;
}

/** A run of code units with one position; offsets are in bytes of `co_code`. */
export interface PositionRange extends Position {
  readonly start: number;
  readonly end: number;
}

const MAX_UNITS = 8;
const SHORT_COLUMNS = 80;
const SHORT_WIDTH = 16;
const ONE_LINE_COLUMNS = 128;
const CODE_ONE_LINE = 10;
const CODE_NO_COLUMNS = 13;
const CODE_LONG = 14;
const CODE_NONE = 15;

export class LineTableWriter {
  readonly #bytes: number[] = [];
  #line: number;

  constructor(firstlineno: number) {
    this.#line = firstlineno;
  }

  /** Appends `units` code units that share one position. */
  add(position: Position, units: number): void {
    for (let rest = units; rest > 0; rest -= MAX_UNITS) {
      this.#entry(position, Math.min(rest, MAX_UNITS));
    }
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #entry(position: Position, units: number): void {
    const { lineno, end_lineno, col_offset, end_col_offset } = position;
    if (lineno < 0) {
      this.#first(CODE_NONE, units);
      return;
    }
    const delta = lineno - this.#line;
    this.#line = lineno;
    if (col_offset < 0 || end_col_offset < 0) {
      if (end_lineno === lineno || end_lineno === -1) {
        this.#first(CODE_NO_COLUMNS, units);
        this.#signed(delta);
        return;
      }
    } else if (end_lineno === lineno) {
      const width = end_col_offset - col_offset;
      if (delta === 0 && col_offset < SHORT_COLUMNS && width >= 0 && width < SHORT_WIDTH) {
        this.#first(col_offset >> 3, units);
        this.#bytes.push(((col_offset & 7) << 4) | width);
        return;
      }
      if (delta >= 0 && delta < 3 && col_offset < ONE_LINE_COLUMNS && end_col_offset < ONE_LINE_COLUMNS) {
        this.#first(CODE_ONE_LINE + delta, units);
        this.#bytes.push(col_offset, end_col_offset);
        return;
      }
    }
    this.#first(CODE_LONG, units);
    this.#signed(delta);
    this.#unsigned(end_lineno - lineno);
    this.#unsigned(col_offset + 1);
    this.#unsigned(end_col_offset + 1);
  }

  #first(code: number, units: number): void {
    this.#bytes.push(0x80 | (code << 3) | (units - 1));
  }

  #unsigned(value: number): void {
    let rest = value;
    while (rest >= 64) {
      this.#bytes.push(0x40 | (rest & 0x3f));
      rest >>>= 6;
    }
    this.#bytes.push(rest);
  }

  #signed(value: number): void {
    this.#unsigned(value < 0 ? (-value << 1) | 1 : value << 1);
  }
}

/** The same entries with lines only. */
export function removeColumns(table: Uint8Array, firstlineno: number): Uint8Array {
  const writer = new LineTableWriter(firstlineno);
  for (const { start, end, lineno } of decodeLineTable(table, firstlineno)) {
    writer.add({ lineno, end_lineno: lineno, col_offset: -1, end_col_offset: -1 }, (end - start) / 2);
  }
  return writer.finish();
}

/** The raw entries of a line table, in order. A damaged table ends where its bytes end. */
export function* decodeLineTable(table: Uint8Array, firstlineno: number): Generator<PositionRange> {
  let line = firstlineno;
  let start = 0;
  let at = 0;
  const unsigned = (): number => {
    let byte = table[at++] ?? 0;
    let value = byte & 0x3f;
    for (let shift = 6; (byte & 0x40) !== 0; shift += 6) {
      byte = table[at++] ?? 0;
      value |= (byte & 0x3f) << shift;
    }
    return value;
  };
  const signed = (): number => {
    const value = unsigned();
    return (value & 1) !== 0 ? -(value >>> 1) : value >>> 1;
  };
  while (at < table.length) {
    const first = table[at++]!;
    const code = (first >> 3) & 15;
    const end = start + ((first & 7) + 1) * 2;
    let end_lineno = -1;
    let col_offset = -1;
    let end_col_offset = -1;
    if (code === CODE_NONE) {
      yield { start, end, lineno: -1, end_lineno, col_offset, end_col_offset };
      start = end;
      continue;
    }
    if (code === CODE_NO_COLUMNS) {
      line += signed();
      end_lineno = line;
    } else if (code === CODE_LONG) {
      line += signed();
      end_lineno = line + unsigned();
      col_offset = unsigned() - 1;
      end_col_offset = unsigned() - 1;
    } else if (code >= CODE_ONE_LINE) {
      line += code - CODE_ONE_LINE;
      end_lineno = line;
      col_offset = table[at++] ?? 0;
      end_col_offset = table[at++] ?? 0;
    } else {
      const second = table[at++] ?? 0;
      end_lineno = line;
      col_offset = (code << 3) | (second >> 4);
      end_col_offset = col_offset + (second & 15);
    }
    yield { start, end, lineno: line, end_lineno, col_offset, end_col_offset };
    start = end;
  }
}

/** `code.co_positions()`: one position for each code unit. */
export function* codePositions(table: Uint8Array, firstlineno: number): Generator<Position> {
  for (const range of decodeLineTable(table, firstlineno)) {
    for (let offset = range.start; offset < range.end; offset += 2) {
      yield range;
    }
  }
}

/** `code.co_lines()`: [start, end, line or -1], entries of one line joined. */
export function* codeLines(table: Uint8Array, firstlineno: number): Generator<[number, number, number]> {
  let current: [number, number, number] | undefined;
  for (const { start, end, lineno } of decodeLineTable(table, firstlineno)) {
    if (current !== undefined && current[2] === lineno) {
      current[1] = end;
      continue;
    }
    if (current !== undefined) {
      yield current;
    }
    current = [start, end, lineno];
  }
  if (current !== undefined) {
    yield current;
  }
}

/** `PyCode_Addr2Line`: the line of the instruction at a byte offset, or -1. */
export function lineAt(table: Uint8Array, firstlineno: number, offset: number): number {
  for (const { end, lineno } of decodeLineTable(table, firstlineno)) {
    if (offset < end) {
      return lineno;
    }
  }
  return -1;
}
