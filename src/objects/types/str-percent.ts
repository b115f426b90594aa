/**
 * The `%` operator of str, bytes and bytearray (CPython Objects/unicodeobject.c: PyUnicode_Format;
 * Objects/bytesobject.c: _PyBytes_FormatEx).
 *
 * One walk over the format serves both: a Flavour says what differs. Bytes take part as texts of code points below
 * 256. Trap: any object with `__getitem__` counts as a mapping, so `"" % [1]` is no error, and `"%s" % [1]` takes
 * the whole list.
 */
import type { Text } from "../../bytecode/constants.ts";
import { formatFloatCode } from "../../util/float-text.ts";
import { absolute } from "../../util/int.ts";
import { intToText, magnitudeText } from "../../util/int-text.ts";
import { memo } from "../../util/memo.ts";
import { typeName, typeOf } from "../kernel/core-types.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { getItem } from "../kernel/iterate.ts";
import { isNumber, toIndex } from "../kernel/number.ts";
import type { Value } from "../kernel/object.ts";
import { intOf, PyTuple } from "../kernel/payload.ts";
import { raising } from "../kernel/problem.ts";
import { memoryError, overflowError, suppress, typeError, valueError } from "../kernel/raise.ts";
import { toInt } from "./int-construct.ts";
import { limits } from "./int-limits.ts";
import { codePointAt, joinTexts, MAX_TEXT_LENGTH, sliceText, textLength } from "./text.ts";

/** What str and bytes do differently. */
export interface Flavour {
  /** "string" or "bytes", as the message about too many arguments says it. */
  readonly name: string;
  /** Conversions that take any object: "s", "r", "a", and "b" for bytes. */
  readonly objectCodes: string;
  /** What `%(key)s` looks up. */
  key(text: Text): Value;
  /** The text of an object for one of `objectCodes`. */
  object(value: Value, code: string): Text;
  /** The text of an argument of `%c`. */
  character(value: Value): Text;
  /** The complaint about a precision that no C int holds. */
  readonly precisionTooBig: string;
  /** The double of an argument of `%f` and its kin. */
  float(value: Value): number;
}

interface Specification {
  leftAligned: boolean;
  sign: "" | "+" | " ";
  alternate: boolean;
  zeros: boolean;
  width: number;
  precision: number;
}

const PERCENT = 37;
const LARGEST = 9223372036854775807n;
const LARGEST_INT = 2n ** 31n - 1n;

class Formatter {
  private position = 0;
  private readonly length: number;
  /** The arguments left: a tuple's items, or the one value. */
  private items: Value[];
  private used = 0;
  private readonly mapping: Value | undefined;
  private specification!: Specification;

  constructor(
    private readonly format: Text,
    argument: Value,
    private readonly flavour: Flavour,
    isMapping: boolean,
  ) {
    this.length = textLength(format);
    this.items = argument instanceof PyTuple ? argument.items : [argument];
    this.mapping = isMapping ? argument : undefined;
  }

  run(): Text {
    const parts: Text[] = [];
    while (this.position < this.length) {
      const start = this.position;
      this.position = this.nextPercent(start);
      if (this.position > start) parts.push(sliceText(this.format, start, this.position));
      if (this.position === this.length) break;
      this.position++;
      parts.push(this.convert());
    }
    if (this.used < this.items.length && this.mapping === undefined) {
      throw typeError(`not all arguments converted during ${this.flavour.name} formatting`);
    }
    return joinTexts(parts, "");
  }

  private nextPercent(from: number): number {
    const { format } = this;
    if (typeof format === "string") {
      const at = format.indexOf("%", from);
      return at < 0 ? this.length : at;
    }
    const at = format.codePoints.indexOf(PERCENT, from);
    return at < 0 ? this.length : at;
  }

  /** The next character of the format, which must have one. */
  private take(): string {
    if (this.position >= this.length) throw valueError("incomplete format");
    return String.fromCodePoint(codePointAt(this.format, this.position++));
  }

  private nextArgument(): Value {
    if (this.used >= this.items.length) throw typeError("not enough arguments for format string");
    return this.items[this.used++];
  }

  /** One specification, from behind its "%". */
  private convert(): Text {
    let code = this.take();
    if (code === "%") return "%";
    if (code === "(") {
      this.lookUp();
      code = this.take();
    }
    this.specification = {
      leftAligned: false,
      sign: "",
      alternate: false,
      zeros: false,
      width: -1,
      precision: -1,
    };
    code = this.takeFlags(code);
    code = this.takeWidth(code);
    if (code === ".") code = this.takePrecision();
    if (code === "h" || code === "l" || code === "L") code = this.take();
    return this.output(code);
  }

  private lookUp(): void {
    if (this.mapping === undefined) throw typeError("format requires a mapping");
    const start = this.position;
    for (let depth = 1; depth > 0; this.position++) {
      if (this.position >= this.length) throw valueError("incomplete format key");
      const unit = codePointAt(this.format, this.position);
      if (unit === 40) depth++;
      else if (unit === 41) depth--;
    }
    const key = this.flavour.key(sliceText(this.format, start, this.position - 1));
    this.items = [getItem(this.mapping, key)];
    this.used = 0;
  }

  private takeFlags(first: string): string {
    const specification = this.specification;
    let code = first;
    for (; ; code = this.take()) {
      if (code === "-") specification.leftAligned = true;
      else if (code === "+") specification.sign = "+";
      else if (code === " ") specification.sign ||= " ";
      else if (code === "#") specification.alternate = true;
      else if (code === "0") specification.zeros = true;
      else return code;
    }
  }

  private takeWidth(first: string): string {
    if (first === "*") {
      const width = this.starArgument(LARGEST, "ssize_t");
      if (width < 0) this.specification.leftAligned = true;
      this.specification.width = Math.abs(width);
      return this.take();
    }
    const [width, code] = this.takeNumber(first, LARGEST, "width too big");
    this.specification.width = width;
    return code;
  }

  private takePrecision(): string {
    const first = this.take();
    if (first === "*") {
      const precision = this.starArgument(LARGEST_INT, "int");
      this.specification.precision = Math.max(0, precision);
      return this.take();
    }
    const [precision, code] = this.takeNumber(first, LARGEST_INT, this.flavour.precisionTooBig);
    this.specification.precision = Math.max(0, precision);
    return code;
  }

  private starArgument(largest: bigint, type: string): number {
    const value = intOf(this.nextArgument());
    if (value === undefined) throw typeError("* wants int");
    if (value > largest || value < -largest - 1n) throw overflowError(`Python int too large to convert to C ${type}`);
    return Number(value);
  }

  /** The number of ASCII digits that begins with `first` (-1 if there is none), and the character behind it. */
  private takeNumber(first: string, largest: bigint, tooBig: string): [number: number, next: string] {
    let code = first;
    let digits = "";
    for (; code >= "0" && code <= "9" && code.length === 1; code = this.take()) digits += code;
    if (digits === "") return [-1, code];
    if (BigInt(digits) > largest) throw valueError(tooBig);
    return [Number(digits), code];
  }

  private output(code: string): Text {
    const value = this.nextArgument();
    if (!"diuoxXeEfFgGc".includes(code) && !this.flavour.objectCodes.includes(code)) throw this.unsupported(code);
    const { precision } = this.specification;
    if (this.flavour.objectCodes.includes(code)) {
      const text = this.flavour.object(value, code);
      return this.pad(precision >= 0 && precision < textLength(text) ? sliceText(text, 0, precision) : text);
    }
    if (code === "c") return this.pad(this.flavour.character(value));
    if ("eEfFgG".includes(code)) return this.outputFloat(this.flavour.float(value), code);
    // Bytes have forgotten the "i" when they complain.
    return this.outputInt(value, code === "i" && this.flavour.name === "bytes" ? "d" : code);
  }

  private unsupported(code: string): unknown {
    const unit = code.codePointAt(0) as number;
    const shown = unit > 31 && unit < 128 ? code : "?";
    const place = this.position - 1;
    return valueError(`unsupported format character '${shown}' (0x${unit.toString(16)}) at index ${place}`);
  }

  private outputInt(value: Value, code: string): string {
    const int = intArgument(value, code);
    const base = code === "o" ? 8 : code === "x" || code === "X" ? 16 : 10;
    const size = absolute(int);
    let digits = base === 10 ? raising(() => intToText(size, limits.maxStrDigits)) : magnitudeText(size, base);
    const { precision, alternate } = this.specification;
    if (precision > MAX_TEXT_LENGTH) throw memoryError();
    digits = digits.padStart(precision, "0");
    const prefix = alternate && base !== 10 ? `0${code}` : "";
    return this.padNumber(int < 0, prefix, code === "X" ? digits.toUpperCase() : digits);
  }

  private outputFloat(value: number, code: string): string {
    const { precision, alternate } = this.specification;
    if (precision > 0x7fffffff) throw valueError("precision too big");
    if (precision > MAX_TEXT_LENGTH) throw memoryError();
    const text = formatFloatCode(value, code, precision < 0 ? 6 : precision, { alternate });
    return this.padNumber(text.startsWith("-"), "", text.replace(/^-/, ""));
  }

  private padNumber(negative: boolean, prefix: string, digits: string): string {
    const { zeros, leftAligned, width } = this.specification;
    const sign = negative ? "-" : this.specification.sign;
    const missing = width - sign.length - prefix.length - digits.length;
    if (missing > MAX_TEXT_LENGTH) throw memoryError();
    const filling = missing > 0 ? (zeros && !leftAligned ? "0" : " ").repeat(missing) : "";
    if (leftAligned) return sign + prefix + digits + filling;
    return zeros ? sign + prefix + filling + digits : filling + sign + prefix + digits;
  }

  private pad(text: Text): Text {
    const missing = this.specification.width - textLength(text);
    if (missing <= 0) return text;
    if (missing > MAX_TEXT_LENGTH) throw memoryError();
    const filling = " ".repeat(missing);
    return joinTexts(this.specification.leftAligned ? [text, filling] : [filling, text], "");
  }
}

function intArgument(value: Value, code: string): number | bigint {
  const plain = intOf(value);
  if (plain !== undefined) return plain;
  const integral = code === "o" || code === "x" || code === "X";
  const result = isNumber(value)
    ? suppress(EXCEPTIONS.TypeError, () => (integral ? toIndex(value) : toInt(value)))
    : undefined;
  if (result !== undefined) return result;
  const wanted = integral ? "an integer" : "a real number";
  throw typeError(`%${code} format: ${wanted} is required, not ${typeName(value)}`);
}

/** Does `value` serve as the mapping of `%(key)s`? The caller excludes its own kind of text. */
export function isFormatMapping(value: Value): boolean {
  return typeOf(value).slots.__getitem__ !== undefined && !(value instanceof PyTuple);
}

/** A format whose only specifications are `%s` and `%d`: their letters, and the literal before each and at the end. */
interface PlainFormat {
  codes: string[];
  literals: string[];
}

/** Few formats are used often; null marks one that is not plain. */
const plainFormat = memo(256, readPlainFormat);

function readPlainFormat(format: string): PlainFormat | null {
  const codes: string[] = [];
  const literals: string[] = [];
  let literal = "";
  let start = 0;
  for (let at = format.indexOf("%"); at >= 0; at = format.indexOf("%", start)) {
    const code = format[at + 1];
    literal += format.slice(start, at);
    start = at + 2;
    if (code === "%") literal += code;
    else if (code === "s" || code === "d") {
      literals.push(literal);
      codes.push(code);
      literal = "";
    } else return null;
  }
  literals.push(literal + format.slice(start));
  return { codes, literals };
}

/** Undefined if the arguments are not as many, or a `%d` is not for an int: nothing has happened yet. */
function fillPlainFormat(
  { codes, literals }: PlainFormat,
  items: readonly Value[],
  flavour: Flavour,
): Text | undefined {
  if (items.length !== codes.length) return undefined;
  for (let i = 0; i < codes.length; i++) if (codes[i] === "d" && typeof items[i] !== "number") return undefined;
  const parts: Text[] = [];
  for (let i = 0; i < codes.length; i++) {
    const item = items[i] as Value;
    parts.push(literals[i] as string);
    parts.push(typeof item === "number" ? String(item) : flavour.object(item, "s"));
  }
  parts.push(literals[codes.length] as string);
  return joinTexts(parts, "");
}

/** `format % argument`. */
export function percentFormat(format: Text, argument: Value, flavour: Flavour, isMapping: boolean): Text {
  if (typeof format === "string" && flavour.name === "string" && !isMapping) {
    const plain = plainFormat(format);
    const items = argument instanceof PyTuple ? argument.items : [argument];
    const text = plain === null ? undefined : fillPlainFormat(plain, items, flavour);
    if (text !== undefined) return text;
  }
  return new Formatter(format, argument, flavour, isMapping).run();
}

/** The code of a character given as an int, at most `limit`. */
export function characterCode(value: Value, limit: number, message: string, outOfRange: string): number {
  const code = suppress(EXCEPTIONS.TypeError, () => toIndex(value));
  if (code === undefined) throw typeError(message);
  if (code < 0 || code > limit) throw overflowError(outOfRange);
  return Number(code);
}
