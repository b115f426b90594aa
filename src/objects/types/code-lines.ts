/** The lines of a code object as Python sees them: co_lines(), co_positions() and the old co_lnotab (CPython Objects/codeobject.c). */
import type { CodeBlob } from "../../bytecode/code.ts";
import { codeLines, codePositions } from "../../bytecode/linetable.ts";
import { NONE } from "../kernel/core-types.ts";
import type { Value } from "../kernel/object.ts";
import { PyBytes, tuple } from "../kernel/payload.ts";
import { ArrayIterator, LINE_ITERATOR, POSITIONS_ITERATOR } from "./code-iterator.ts";

/** What of a code object is needed here. */
interface Lined {
  readonly blob: CodeBlob;
  readonly firstlineno: number;
}

const optional = (number: number): Value => (number < 0 ? NONE : number);

/** The old line number table: pairs of byte and line increments. */
export function lnotab(self: Lined): Value {
  const bytes: number[] = [];
  let line = self.firstlineno;
  let offset = 0;
  for (const [start, , number] of codeLines(self.blob.co_linetable, self.firstlineno)) {
    if (number < 0 || number === line) continue;
    let delta = start - offset;
    let lines = number - line;
    for (; delta > 255; delta -= 255) bytes.push(255, 0);
    for (; lines < -128; lines += 128, delta = 0) bytes.push(delta, 128);
    for (; lines > 127; lines -= 127, delta = 0) bytes.push(delta, 127);
    bytes.push(delta, lines & 0xff);
    line = number;
    offset = start;
  }
  return new PyBytes(Uint8Array.from(bytes));
}

export function positions(self: Lined): Value {
  const items: Value[] = [];
  for (const p of codePositions(self.blob.co_linetable, self.firstlineno)) {
    items.push(tuple([optional(p.lineno), optional(p.end_lineno), optional(p.col_offset), optional(p.end_col_offset)]));
  }
  return new ArrayIterator(items, POSITIONS_ITERATOR);
}

export function lines(self: Lined): Value {
  const items: Value[] = [];
  for (const [start, end, line] of codeLines(self.blob.co_linetable, self.firstlineno)) {
    items.push(tuple([start, end, optional(line)]));
  }
  return new ArrayIterator(items, LINE_ITERATOR);
}
