/**
 * The JSON scanner: `scanstring` and the callable under json.JSONDecoder (CPython Modules/_json.c).
 *
 * Containers are kept on a stack of our own, so that deep nesting ends in RecursionError and never in the host's
 * stack. Trap: positions are code points for Python and code units for us; a text with astral characters goes
 * through `Source`, which converts.
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { FLOAT, INT, NONE, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import {
  type PyBaseException,
  PyFloat,
  PyList,
  strFromCodePoints,
  strFromJs,
  textOf,
  tuple,
} from "../../objects/kernel/payload.ts";
import { PyError, recursionError, stopIteration, typeError, valueError } from "../../objects/kernel/raise.ts";
import { Signature } from "../../objects/kernel/signature.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { toSsizeArgument } from "../../objects/types/arguments.ts";
import { textLength, textToJs } from "../../objects/types/text.ts";

/** CPython's C recursion limit. */
export const MAX_DEPTH = 10000;

/** A text as UTF-16, with its positions. */
class Source {
  readonly text: string;
  private readonly wide: boolean;
  /** Where in `text` a lone high surrogate stands before a lone low one: together they are no character. */
  private readonly seams: ReadonlySet<number> | undefined;

  /** Are there lone surrogates, which must not be joined with each other nor with what an escape gives? */
  get hasLoneSurrogates(): boolean {
    return this.seams !== undefined;
  }

  constructor(readonly value: Value) {
    const text = textOf(value) as NonNullable<ReturnType<typeof textOf>>;
    this.text = textToJs(text);
    this.wide = textLength(text) !== this.text.length;
    this.seams = typeof text === "string" ? undefined : seamsOf(text.codePoints);
  }

  /** Code points of text[from:to]. */
  points(from: number, to: number): number[] {
    const points: number[] = [];
    for (let at = from; at < to; at += this.width(at)) {
      points.push(this.width(at) === 2 ? (this.text.codePointAt(at) as number) : this.text.charCodeAt(at));
    }
    return points;
  }

  /** The position in code units of a position in code points. */
  unitIndex(index: number): number {
    if (!this.wide) return index;
    let at = 0;
    for (let count = 0; count < index && at < this.text.length; count++) at += this.width(at);
    return at;
  }

  /** The reverse. */
  pointIndex(unitIndex: number): number {
    if (!this.wide) return unitIndex;
    let count = 0;
    for (let at = 0; at < unitIndex; at += this.width(at)) count++;
    return count;
  }

  private width(at: number): number {
    if (this.seams?.has(at) === true) return 1;
    return (this.text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  }

  /** The JSONDecodeError at a position in code units. */
  error(message: string, unitIndex: number): PyError {
    const type = getAttr(hooks.importModule("json.decoder"), "JSONDecodeError");
    return new PyError(call(type, message, this.value, this.pointIndex(unitIndex)) as PyBaseException);
  }

  /** There is no value at this position. */
  stop(unitIndex: number): PyError {
    return stopIteration(this.pointIndex(unitIndex));
  }
}

/** undefined if no surrogate is alone. */
function seamsOf(points: Uint32Array): ReadonlySet<number> | undefined {
  const seams = new Set<number>();
  let at = 0;
  let isLone = false;
  points.forEach((point, i) => {
    const next = points[i + 1];
    if (point >= 0xd800 && point <= 0xdfff) isLone = true;
    if (point >= 0xd800 && point <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) seams.add(at);
    at += point > 0xffff ? 2 : 1;
  });
  return isLone ? seams : undefined;
}

const QUOTE = 34;
const BACKSLASH = 92;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Where a string read by `readString` ended: behind its closing quote. */
let stringEnd = 0;

/** What a string was read into: UTF-16, or code points where its source has lone surrogates. */
class StringParts {
  private text = "";
  private readonly points: number[] | undefined;

  constructor(private readonly source: Source) {
    this.points = source.hasLoneSurrogates ? [] : undefined;
  }

  addRaw(from: number, to: number): void {
    if (this.points === undefined) this.text += this.source.text.slice(from, to);
    else this.points.push(...this.source.points(from, to));
  }

  add(escaped: string): void {
    if (this.points === undefined) this.text += escaped;
    else this.points.push(escaped.codePointAt(0) as number);
  }

  value(): Value {
    return this.points === undefined ? strFromJs(this.text) : strFromCodePoints(this.points);
  }
}

/** The string whose first character is at `start`, behind the opening quote. Sets `stringEnd`. */
function readString(source: Source, start: number, strict: boolean): Value {
  const { text } = source;
  let parts: StringParts | undefined;
  let from = start;
  let at = start;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      stringEnd = at + 1;
      if (parts === undefined && !source.hasLoneSurrogates) return strFromJs(text.slice(start, at));
      parts ??= new StringParts(source);
      parts.addRaw(from, at);
      return parts.value();
    }
    if (Number.isNaN(unit)) throw source.error("Unterminated string starting at", start - 1);
    if (unit < 32 && strict) throw source.error("Invalid control character at", at);
    if (unit !== BACKSLASH) {
      at++;
      continue;
    }
    parts ??= new StringParts(source);
    parts.addRaw(from, at);
    const letter = text[at + 1];
    if (letter === undefined) throw source.error("Unterminated string starting at", start - 1);
    const escaped = letter === "u" ? readUnicodeEscape(source, at) : ESCAPES[letter];
    if (escaped === undefined) throw source.error("Invalid \\escape", at);
    parts.add(escaped);
    at += letter === "u" ? 6 * escaped.length : 2;
    from = at;
  }
}

/** The code units of the "\uXXXX" at `at`: two where it is a high surrogate and the escape of a low one follows. */
function readUnicodeEscape(source: Source, at: number): string {
  const unit = readHex(source, at);
  if (unit >= 0xd800 && unit <= 0xdbff && source.text.startsWith("\\u", at + 6)) {
    const low = readHex(source, at + 6);
    if (low >= 0xdc00 && low <= 0xdfff) return String.fromCharCode(unit, low);
  }
  return String.fromCharCode(unit);
}

/** The code unit of the "\uXXXX" at `at`. */
function readHex(source: Source, at: number): number {
  const digits = source.text.slice(at + 2, at + 6);
  if (at + 6 >= source.text.length) throw source.error("Invalid \\uXXXX escape", at + 1);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw source.error("Invalid \\uXXXX escape", at + 1);
  return Number.parseInt(digits, 16);
}

/** `scanstring(string, end, strict=True)`. */
export function scanString(string: Value, end: Value, strict: Value): Value {
  const start = toSsizeArgument(end);
  const text = textOf(string);
  if (text === undefined) throw typeError(`first argument must be a string, not ${typeName(string)}`);
  if (start < 0 || start > textLength(text)) throw valueError("end is out of bounds");
  const source = new Source(string);
  const result = readString(source, source.unitIndex(start), isTrue(strict));
  return tuple([result, source.pointIndex(stringEnd)]);
}

class PyScanner extends PyObject {
  strict = true;
  objectHook: Value = NONE;
  objectPairsHook: Value = NONE;
  parseFloat: Value = NONE;
  parseInt: Value = NONE;
  parseConstant: Value = NONE;
}

/** A list or object that is being read. */
interface Container {
  readonly items: Value[] | undefined;
  readonly dict: PyDict | undefined;
  readonly pairs: Value[] | undefined;
  /** The key whose value comes next. */
  key: Value;
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
/** The bit that makes a letter a small one. */
const LOWER = 32;
const LETTER_E = 101;
/** Ints of so many digits are exact. */
const MOST_DIGITS = 15;

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const CONSTANTS: readonly (readonly [string, Value | undefined])[] = [
  ["null", NONE],
  ["true", true],
  ["false", false],
  ["NaN", undefined],
  ["Infinity", undefined],
  ["-Infinity", undefined],
];

/** One reading of one value. */
class Reader {
  private at: number;
  private readonly stack: Container[] = [];

  constructor(
    private readonly scanner: PyScanner,
    private readonly source: Source,
    start: number,
  ) {
    this.at = start;
  }

  get end(): number {
    return this.at;
  }

  private skipSpace(): void {
    const { text } = this.source;
    let { at } = this;
    for (let unit = text.charCodeAt(at); unit === 32 || unit === 10 || unit === 13 || unit === 9; ) {
      unit = text.charCodeAt(++at);
    }
    this.at = at;
  }

  /** Read a whole value. */
  read(): Value {
    let value = this.readStart();
    for (;;) {
      const container = this.stack.at(-1);
      if (container === undefined) return value as Value;
      if (value === undefined) value = this.readStart();
      else value = this.addTo(container, value) ? this.readStart() : this.close();
    }
  }

  /** Put a value into the container it belongs to; is there another to come? */
  private addTo(container: Container, value: Value): boolean {
    if (container.items !== undefined) container.items.push(value);
    else if (container.pairs !== undefined) container.pairs.push(tuple([container.key, value]));
    else container.dict?.set(container.key, value);
    this.skipSpace();
    const closing = container.items === undefined ? "}" : "]";
    const found = this.source.text[this.at];
    if (found === closing) {
      this.at++;
      return false;
    }
    if (found !== ",") throw this.source.error("Expecting ',' delimiter", this.at);
    this.at++;
    this.skipSpace();
    if (container.items === undefined) this.readKey(container);
    return true;
  }

  private readKey(container: Container): void {
    const { source } = this;
    if (source.text.charCodeAt(this.at) !== QUOTE) {
      throw source.error("Expecting property name enclosed in double quotes", this.at);
    }
    const key = readString(source, this.at + 1, this.scanner.strict);
    this.at = stringEnd;
    container.key = key;
    this.skipSpace();
    if (source.text[this.at] !== ":") throw source.error("Expecting ':' delimiter", this.at);
    this.at++;
    this.skipSpace();
  }

  /** The finished innermost container as a value. */
  private close(): Value {
    const { items, dict, pairs } = this.stack.pop() as Container;
    const { objectHook, objectPairsHook } = this.scanner;
    if (items !== undefined) return new PyList(items);
    if (pairs !== undefined) return call(objectPairsHook, new PyList(pairs));
    return objectHook === NONE ? (dict as PyDict) : call(objectHook, dict as PyDict);
  }

  /** A scalar or an empty container; undefined if a container was opened, whose first value comes next. */
  private readStart(): Value | undefined {
    const { source } = this;
    switch (source.text[this.at]) {
      case '"': {
        const text = readString(source, this.at + 1, this.scanner.strict);
        this.at = stringEnd;
        return text;
      }
      case "{":
      case "[":
        return this.open(source.text[this.at] === "[");
      default:
        return this.readScalar();
    }
  }

  private open(isList: boolean): Value | undefined {
    if (this.stack.length >= MAX_DEPTH) {
      const kind = isList ? "array" : "object";
      throw recursionError(`maximum recursion depth exceeded while decoding a JSON ${kind} from a unicode string`);
    }
    const container: Container = {
      items: isList ? [] : undefined,
      dict: isList ? undefined : new PyDict(),
      pairs: isList || this.scanner.objectPairsHook === NONE ? undefined : [],
      key: NONE,
    };
    this.stack.push(container);
    this.at++;
    this.skipSpace();
    if (this.source.text[this.at] === (isList ? "]" : "}")) {
      this.at++;
      return this.close();
    }
    if (!isList) this.readKey(container);
    return undefined;
  }

  /** An int of few digits that nothing follows which belongs to a number; undefined, with nothing read, for others. */
  private readShortInt(): number | undefined {
    const { text } = this.source;
    const start = text.charCodeAt(this.at) === MINUS ? this.at + 1 : this.at;
    let value = 0;
    let at = start;
    let unit = text.charCodeAt(at);
    for (; unit >= ZERO && unit <= NINE && at - start < MOST_DIGITS; unit = text.charCodeAt(++at)) {
      value = value * 10 + unit - ZERO;
    }
    const isLonger = (unit >= ZERO && unit <= NINE) || unit === POINT || (unit | LOWER) === LETTER_E;
    if (at === start || isLonger || (text.charCodeAt(start) === ZERO && at > start + 1)) return undefined;
    const isNegative = start > this.at;
    this.at = at;
    // No int is -0.
    return isNegative && value !== 0 ? -value : value;
  }

  private readScalar(): Value {
    const { source, at } = this;
    const { text } = source;
    const first = text.charCodeAt(at);
    if (first > 57 || (first === 45 && text.charCodeAt(at + 1) === 73)) {
      for (const [name, value] of CONSTANTS) {
        if (!text.startsWith(name, at)) continue;
        this.at = at + name.length;
        return value ?? call(this.scanner.parseConstant, name);
      }
    }
    if (this.scanner.parseInt === INT) {
      const int = this.readShortInt();
      if (int !== undefined) return int;
    }
    NUMBER.lastIndex = at;
    const found = NUMBER.exec(text);
    if (found === null) throw source.stop(at);
    const [digits, fraction, exponent] = found;
    this.at = at + digits.length;
    const { parseInt: makeInt, parseFloat: makeFloat } = this.scanner;
    if (fraction !== undefined || exponent !== undefined) {
      return makeFloat === FLOAT ? new PyFloat(Number(digits)) : call(makeFloat, digits);
    }
    // Adding zero makes the int of "-0".
    return makeInt === INT && digits.length < 16 ? Number(digits) + 0 : call(makeInt, digits);
  }
}

function scan(self: PyScanner, string: Value, index: Value): Value {
  const start = toSsizeArgument(index);
  const text = textOf(string);
  if (text === undefined) throw typeError(`first argument must be a string, not ${typeName(string)}`);
  if (start < 0) throw valueError("idx cannot be negative");
  if (start >= textLength(text)) throw stopIteration(start);
  const source = new Source(string);
  const reader = new Reader(self, source, source.unitIndex(start));
  const value = reader.read();
  return tuple([value, source.pointIndex(reader.end)]);
}

const MAKE_SIGNATURE = new Signature("~(context)", true);
const SCAN_SIGNATURE = new Signature("(string, idx)", true);

export const SCANNER: PyType = defineType<PyScanner>("_json.Scanner", {
  doc: "JSON scanner object",
  slots: {
    __new__: (cls, args, kwnames) => {
      const [context] = MAKE_SIGNATURE.bind("make_scanner", "make_scanner", args, kwnames) as Value[];
      const self = new PyScanner(cls);
      self.strict = isTrue(getAttr(context, "strict"));
      self.objectHook = getAttr(context, "object_hook");
      self.objectPairsHook = getAttr(context, "object_pairs_hook");
      self.parseFloat = getAttr(context, "parse_float");
      self.parseInt = getAttr(context, "parse_int");
      self.parseConstant = getAttr(context, "parse_constant");
      return self;
    },
    __call__: (self, args, kwnames) => {
      const [string, index] = SCAN_SIGNATURE.bind("scan_once", "scan_once", args, kwnames);
      return scan(self, string as Value, index as Value);
    },
  },
  members: {
    strict: [(self) => self.strict, undefined, "strict"],
    object_hook: [(self) => self.objectHook, undefined, "object_hook"],
    object_pairs_hook: [(self) => self.objectPairsHook],
    parse_float: [(self) => self.parseFloat, undefined, "parse_float"],
    parse_int: [(self) => self.parseInt, undefined, "parse_int"],
    parse_constant: [(self) => self.parseConstant, undefined, "parse_constant"],
  },
});
