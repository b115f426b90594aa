/**
 * `co_exceptiontable`: which handler covers which instructions (CPython: Objects/exception_handling_notes.txt).
 *
 * Trap: offsets are stored in code units and given here in bytes. `depth` is the stack depth to cut down to
 * before lasti (if wanted) and the exception are pushed.
 */

export interface ExceptionEntry {
  /** Byte offsets into `co_code`; `end` is the first one not covered. */
  readonly start: number;
  readonly end: number;
  readonly target: number;
  readonly depth: number;
  /** Whether the offset of the instruction that raised is pushed below the exception. */
  readonly lasti: boolean;
}

const FIRST_BYTE = 0x80;
const MORE = 0x40;

export function encodeExceptionTable(entries: Iterable<ExceptionEntry>): Uint8Array {
  const bytes: number[] = [];
  for (const entry of entries) {
    pushNumber(bytes, entry.start / 2, FIRST_BYTE);
    pushNumber(bytes, (entry.end - entry.start) / 2, 0);
    pushNumber(bytes, entry.target / 2, 0);
    pushNumber(bytes, (entry.depth << 1) | (entry.lasti ? 1 : 0), 0);
  }
  return Uint8Array.from(bytes);
}

/** Six bits a byte, high ones first. */
function pushNumber(bytes: number[], value: number, firstByte: number): void {
  let mark = firstByte;
  for (let shift = 24; shift > 0; shift -= 6) {
    if (value >= 1 << shift) {
      bytes.push(((value >> shift) & 0x3f) | MORE | mark);
      mark = 0;
    }
  }
  bytes.push((value & 0x3f) | mark);
}

/** All entries in order. A damaged table ends where its bytes end. */
export function decodeExceptionTable(table: Uint8Array): ExceptionEntry[] {
  const entries: ExceptionEntry[] = [];
  let at = 0;
  const number = (): number => {
    let byte = table[at++] ?? 0;
    let value = byte & 0x3f;
    while ((byte & MORE) !== 0) {
      byte = table[at++] ?? 0;
      value = (value << 6) | (byte & 0x3f);
    }
    return value;
  };
  while (at < table.length) {
    const start = number() * 2;
    const end = start + number() * 2;
    const target = number() * 2;
    const depthAndLasti = number();
    entries.push({ start, end, target, depth: depthAndLasti >> 1, lasti: (depthAndLasti & 1) !== 0 });
  }
  return entries;
}
