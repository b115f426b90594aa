/**
 * Paths as hosts need them: bytes to text and back, and resolution against a working folder.
 *
 * A key is a path as one JavaScript string in which each byte that is not UTF-8 stands as U+DC80..U+DCFF, which is
 * CPython's surrogateescape. Keys are for maps inside a host and never leave it.
 */
import { sequenceLength } from "../util/codecs/utf8-sequence.ts";
import type { HostPath } from "./host.ts";

const strictDecoder = new TextDecoder("utf-8", {
  fatal: true,
  ignoreBOM: true,
});
const encoder = new TextEncoder();
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The name as a string when it is valid UTF-8, else the bytes themselves. */
export function pathFromBytes(bytes: Uint8Array): HostPath {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return bytes;
  }
}

export function pathToBytes(path: HostPath): Uint8Array {
  return typeof path === "string" ? encoder.encode(path) : path;
}

export function keyFromPath(path: HostPath): string {
  if (typeof path === "string") return path;
  const whole = pathFromBytes(path);
  if (typeof whole === "string") return whole;
  let key = "";
  let i = 0;
  while (i < whole.length) {
    const length = sequenceLength(whole, i);
    if (length < 0) {
      key += String.fromCharCode(0xdc00 + (whole[i] as number));
      i += 1;
    } else {
      key += strictDecoder.decode(whole.subarray(i, i + length));
      i += length;
    }
  }
  return key;
}

export function pathFromKey(key: string): HostPath {
  if (!LONE_SURROGATE.test(key)) return key;
  const bytes: number[] = [];
  for (const character of key) {
    const code = character.codePointAt(0) as number;
    if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
    else bytes.push(...encoder.encode(character));
  }
  return Uint8Array.from(bytes);
}
