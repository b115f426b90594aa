/**
 * Formats as layouts, and values to bytes and back by a layout (CPython Modules/_struct.c: prepare_s, s_pack_internal,
 * s_unpack_internal).
 */
import { typeName } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyBytes, type PyTuple, textOf, tuple } from "../../objects/kernel/payload.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { newBytes } from "../../objects/types/bytes-construct.ts";
import { runCodec, toEncode } from "../../objects/types/codec-errors.ts";
import { strictEncode } from "../../util/codecs/errors.ts";
import { encodeAscii } from "../../util/codecs/single-byte.ts";
import { bytesArgument, type FormatCode, NATIVE_CODES, STANDARD_CODES, structError } from "./formats.ts";

interface Field {
  readonly code: FormatCode;
  readonly offset: number;
  /** How many items; for "s" and "p" how many bytes the one item has. */
  readonly repeat: number;
}

export interface Layout {
  readonly format: string;
  readonly size: number;
  /** How many values are packed; -1 for a Struct that was never initialised. */
  readonly count: number;
  readonly little: boolean;
  readonly fields: readonly Field[];
}

export const NO_LAYOUT: Layout = { format: "", size: -1, count: -1, little: true, fields: [] };

const ORDERS = "@=<>!";

/** The layout of a format; struct.error if it is none. */
function parseFormat(format: string): Layout {
  const order = format !== "" && ORDERS.includes(format[0]) ? format[0] : "";
  const codes = order === "" || order === "@" ? NATIVE_CODES : STANDARD_CODES;
  const fields: Field[] = [];
  let size = 0;
  let count = 0;
  let at = order.length;
  while (at < format.length) {
    if (/[ \t-\r]/.test(format[at])) {
      at++;
      continue;
    }
    const digits = /\d*/y;
    digits.lastIndex = at;
    const number = (digits.exec(format) as RegExpExecArray)[0];
    at += number.length;
    if (number !== "" && at >= format.length) throw structError("repeat count given without format specifier");
    const repeat = number === "" ? 1 : Number(number);
    const code = codes.get(format[at++]);
    if (code === undefined) throw structError("bad char in struct format");
    const { letter } = code;
    const offset = Math.ceil(size / code.alignment) * code.alignment;
    size = offset + repeat * code.size;
    if (size > Number.MAX_SAFE_INTEGER) throw structError("total struct size too long");
    if (letter === "x") continue;
    const isBytes = letter === "s" || letter === "p";
    count += isBytes ? 1 : repeat;
    if (isBytes || repeat > 0) fields.push({ code, offset, repeat });
  }
  return { format, size, count, little: order !== ">" && order !== "!", fields };
}

const CACHE_SIZE = 100;
const cache = new Map<string, Layout>();

export function clearCache(): void {
  cache.clear();
}

/** The layout of a format given as str or bytes. */
export function layoutOf(format: Value): Layout {
  const text = textOf(format);
  if (text === undefined && !(format instanceof PyBytes)) {
    throw typeError(`Struct() argument 1 must be a str or bytes object, not ${typeName(format)}`);
  }
  const bytes =
    text === undefined
      ? (format as PyBytes).bytes
      : typeof text === "string" && cache.has(text)
        ? undefined
        : runCodec(() => encodeAscii(toEncode(text), strictEncode));
  const key = bytes === undefined ? (text as string) : String.fromCharCode(...bytes);
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (key.includes("\0")) throw structError("embedded null character");
  const layout = parseFormat(key);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, layout);
  return layout;
}

/** The bytes of `values` from `first` on. */
export function packed(layout: Layout, values: readonly Value[], first: number): Uint8Array {
  const { size } = layout;
  if (size > SCRATCH.length || isPacking) {
    const target = newBytes(size);
    packValues(layout, values, first, target);
    return target;
  }
  // Packing a value may run Python code that packs others.
  isPacking = true;
  try {
    writeValues(layout, values, first, SCRATCH, SCRATCH_VIEW);
    return SCRATCH.slice(0, size);
  } finally {
    isPacking = false;
  }
}

const SCRATCH = new Uint8Array(256);
const SCRATCH_VIEW = new DataView(SCRATCH.buffer);
let isPacking = false;

/** Write `values` from `first` on to the beginning of `target`. */
export function packValues(layout: Layout, values: readonly Value[], first: number, target: Uint8Array): void {
  writeValues(layout, values, first, target, new DataView(target.buffer, target.byteOffset, target.byteLength));
}

function writeValues(
  layout: Layout,
  values: readonly Value[],
  first: number,
  target: Uint8Array,
  view: DataView,
): void {
  target.fill(0, 0, layout.size);
  let next = first;
  for (const { code, offset, repeat } of layout.fields) {
    const { letter, size } = code;
    if (letter === "s" || letter === "p")
      packBytes(target, offset, repeat, bytesArgument(values[next++], letter), letter);
    else {
      for (let i = 0; i < repeat; i++) code.pack(view, offset + i * size, values[next++], layout.little);
    }
  }
}

function packBytes(target: Uint8Array, offset: number, room: number, bytes: Uint8Array, letter: "s" | "p"): void {
  if (room === 0) return;
  if (letter === "s") {
    target.set(bytes.subarray(0, room), offset);
    return;
  }
  const count = Math.min(bytes.length, room - 1);
  target.set(bytes.subarray(0, count), offset + 1);
  target[offset] = Math.min(count, 255);
}

/** Of what was unpacked last: one buffer is often unpacked bit by bit. */
let lastView: DataView = new DataView(new ArrayBuffer(0));

/** The values in `source`, which is at least as long as the layout, from `start` on. */
export function unpackValues(layout: Layout, source: Uint8Array, start: number): PyTuple {
  const { buffer } = source;
  if (lastView.buffer !== buffer) lastView = new DataView(buffer);
  const view = lastView;
  const base = source.byteOffset + start;
  const values: Value[] = [];
  for (const { code, offset, repeat } of layout.fields) {
    const { letter, size } = code;
    if (letter === "s") {
      values.push(new PyBytes(source.slice(start + offset, start + offset + repeat)));
    } else if (letter === "p") {
      const count = Math.min(source[start + offset], repeat - 1);
      values.push(new PyBytes(source.slice(start + offset + 1, start + offset + 1 + count)));
    } else {
      for (let i = 0; i < repeat; i++) values.push(code.unpack(view, base + offset + i * size, layout.little));
    }
  }
  return tuple(values);
}
