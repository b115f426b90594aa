/**
 * Where UTF-8 is well-formed, for everyone who reads it: the codec, marshal, source files and file names.
 *
 * Follows Objects/stringlib/codecs.h (and Unicode's table 3-7). Trap: an error covers only the bytes that a correct
 * sequence could have begun with ("maximal subpart"), so F0 80 is an error of one byte.
 */

/** The bytes from `start` to `end` are not UTF-8, and why not, in CPython's words. */
export interface BrokenUtf8 {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

export const UNEXPECTED_END = "unexpected end of data";

/**
 * The length of the well-formed sequence at `at`, or minus the number of bytes of the broken one. With `surrogates` the
 * three bytes of a lone surrogate pass, as marshal writes them.
 */
export function sequenceLength(bytes: Uint8Array, at: number, surrogates = false): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return -1;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed && !surrogates ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let offset = 1; offset < length; offset++) {
    const byte = bytes[at + offset];
    const fits =
      byte !== undefined && byte >= (offset === 1 ? lowest : 0x80) && byte <= (offset === 1 ? highest : 0xbf);
    if (!fits) return -offset;
  }
  return length;
}

/** The broken sequence at `start`, for which `sequenceLength` gave minus `count`. */
export function brokenSequence(bytes: Uint8Array, start: number, count: number): BrokenUtf8 {
  const first = bytes[start] as number;
  const end = start + count;
  if (first < 0xc2 || first > 0xf4) return { start, end, reason: "invalid start byte" };
  return { start, end, reason: end >= bytes.length ? UNEXPECTED_END : "invalid continuation byte" };
}

/** The message of CPython's UnicodeDecodeError. */
export function brokenUtf8Message(bytes: Uint8Array, { start, end, reason }: BrokenUtf8): string {
  const what =
    end - start === 1
      ? `byte 0x${(bytes[start] as number).toString(16)} in position ${start}`
      : `bytes in position ${start}-${end - 1}`;
  return `'utf-8' codec can't decode ${what}: ${reason}`;
}
