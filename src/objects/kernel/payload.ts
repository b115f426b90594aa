/**
 * Payload classes of the basic values: how a float, a tuple, an exception... is held in JavaScript.
 *
 * They stand here, below everything, because the kernel itself makes such values. What these types
 * can do is in objects/types/. Each constructor takes the class last, for instances of subclasses.
 */
import { type Text, WideText } from "../../bytecode/constants.ts";
import { allocations, noteAllocation } from "./allocations.ts";
import {
  BASE_EXCEPTION,
  BYTEARRAY,
  BYTES,
  CELL,
  COMPLEX,
  FLOAT,
  INT,
  LIST,
  METHOD,
  MODULE,
  SLICE,
  STR,
  TUPLE,
} from "./core-types.ts";
import type { PyDict } from "./dict.ts";
import { PyObject, type PyType, type Value } from "./object.ts";

export class PyFloat extends PyObject {
  constructor(
    readonly value: number,
    cls: PyType = FLOAT,
  ) {
    super(cls);
  }
}

export class PyComplex extends PyObject {
  constructor(
    readonly real: number,
    readonly imag: number,
    cls: PyType = COMPLEX,
  ) {
    super(cls);
  }
}

/** An instance of a subclass of int; a plain int is a number or bigint. */
export class PyInt extends PyObject {
  constructor(
    readonly value: number | bigint,
    cls: PyType = INT,
  ) {
    super(cls);
  }
}

/** A str that cannot be a JavaScript string: it holds astral or surrogate code points, or is of a subclass. */
export class PyStr extends PyObject {
  constructor(
    readonly text: Text,
    cls: PyType = STR,
  ) {
    super(cls);
  }
}

export class PyBytes extends PyObject {
  constructor(
    readonly bytes: Uint8Array,
    cls: PyType = BYTES,
  ) {
    super(cls);
  }
}

/** `buffer` may be longer than `length`: it grows by doubling. `exports` counts memoryviews that forbid resizing. */
export class PyByteArray extends PyObject {
  exports = 0;
  constructor(
    public buffer: Uint8Array,
    public length: number = buffer.length,
    cls: PyType = BYTEARRAY,
  ) {
    super(cls);
  }

  /** The bytes in use; a view, invalid after a resize. */
  get bytes(): Uint8Array {
    const { buffer, length } = this;
    return buffer.length === length ? buffer : buffer.subarray(0, length);
  }
}

export class PyTuple extends PyObject {
  constructor(
    readonly items: Value[],
    cls: PyType = TUPLE,
  ) {
    super(cls);
  }
}

/** Comparing or printing an item may change `items`: walk by index and read the length at each step. */
export class PyList extends PyObject {
  constructor(
    public items: Value[],
    cls: PyType = LIST,
  ) {
    super(cls);
    if (allocations.made !== null) noteAllocation(this);
  }
}

export class PySlice extends PyObject {
  constructor(
    readonly start: Value,
    readonly stop: Value,
    readonly step: Value,
  ) {
    super(SLICE);
  }
}

/** A variable shared by closures; undefined while unbound. */
export class PyCell extends PyObject {
  constructor(public value: Value | undefined) {
    super(CELL);
    if (allocations.made !== null) noteAllocation(this);
  }
}

/** A callable bound to its first argument. */
export class PyMethod extends PyObject {
  constructor(
    readonly func: Value,
    readonly self: Value,
  ) {
    super(METHOD);
  }
}

export class PyModule extends PyObject {
  declare dict: PyDict;
  constructor(dict: PyDict, cls: PyType = MODULE) {
    super(cls);
    this.dict = dict;
  }
}

/** One entry of a traceback lives in vm/; here only what an exception holds. */
export interface TracebackLike extends PyObject {
  readonly next: TracebackLike | null;
}

export class PyBaseException extends PyObject {
  traceback: TracebackLike | null = null;
  cause: PyBaseException | null = null;
  context: PyBaseException | null = null;
  suppressContext = false;
  /** Fields of the exception types that have their own (OSError.errno, StopIteration.value, ...), by Python name. */
  fields: Record<string, Value> | undefined = undefined;

  constructor(
    public args: PyTuple,
    cls: PyType = BASE_EXCEPTION,
  ) {
    super(cls);
    if (allocations.made !== null) noteAllocation(this);
  }
}

export const EMPTY_TUPLE = new PyTuple([]);
export const EMPTY_BYTES = new PyBytes(new Uint8Array(0));

/** A tuple of these items; the empty tuple is one object, as in CPython. */
export function tuple(items: Value[]): PyTuple {
  return items.length === 0 ? EMPTY_TUPLE : new PyTuple(items);
}

/** The str value with this text. */
export function strFromText(text: Text): Value {
  return typeof text === "string" ? text : new PyStr(text);
}

/** The str value of these code points, surrogates and astral ones included. */
export function strFromCodePoints(codePoints: ArrayLike<number>): Value {
  let narrow = true;
  for (let i = 0; i < codePoints.length; i++) {
    const c = codePoints[i];
    if (c >= 0xd800 && (c > 0xffff || c <= 0xdfff)) {
      narrow = false;
      break;
    }
  }
  if (!narrow) return new PyStr(new WideText(Uint32Array.from(codePoints)));
  let text = "";
  for (let i = 0; i < codePoints.length; i += 4096) {
    const end = Math.min(i + 4096, codePoints.length);
    text += String.fromCharCode(...Array.prototype.slice.call(codePoints, i, end));
  }
  return text;
}

/** The str value of any JavaScript string: pairs of surrogates become one code point, lone ones stay. */
export function strFromJs(text: string): Value {
  return /[\ud800-\udfff]/.test(text) ? strFromCodePoints(Array.from(text, (c) => c.codePointAt(0) as number)) : text;
}

/** The text of a str (of any subclass), or undefined if `value` is no str. */
export function textOf(value: Value): Text | undefined {
  if (typeof value === "string") return value;
  return value instanceof PyStr ? value.text : undefined;
}

/**
 * A str as a JavaScript string (valid UTF-16 where the str has no lone surrogates): for names,
 * messages and the host. Undefined if `value` is no str.
 */
export function jsString(value: Value): string | undefined {
  if (typeof value === "string") return value;
  if (!(value instanceof PyStr)) return undefined;
  if (typeof value.text === "string") return value.text;
  let text = "";
  for (const c of value.text.codePoints) text += String.fromCodePoint(c);
  return text;
}

/** The int value of an int or bool (of any subclass), or undefined. Never calls `__index__`. */
export function intOf(value: Value): number | bigint | undefined {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof PyInt ? value.value : undefined;
}

/** A Python int from a bigint of any size. */
export function intFromBigInt(value: bigint): number | bigint {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}
