/**
 * The format mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
 *
 * Follows Python/formatter_unicode.c. Specifications are JavaScript strings, an astral fill character as its
 * surrogate pair. Trap: zero padding with '=' alignment takes part in the grouping ("0,001"), any other padding does
 * not; and an empty specification means str(value), which is the caller's affair for subclasses.
 */
import { isNegative } from "./float-bits.ts";
import { formatFloatCode } from "./float-text.ts";
import { absolute, intToFloat, type PyInt } from "./int.ts";
import { intToText, magnitudeText } from "./int-text.ts";
import { FormatProblem, memoryProblem, overflowProblem } from "./problem.ts";
import { decimalValue } from "./unicode/properties.ts";

export interface FormatSpec {
  fill: string;
  align: "<" | ">" | "=" | "^";
  sign: "" | "+" | "-" | " ";
  /** 'z': a negative zero loses its sign. */
  noNegativeZero: boolean;
  alternate: boolean;
  /** -1 when absent. */
  width: number;
  /** "_" in groups of four for b, o, x and X. */
  separator: "" | "," | "_";
  /** -1 when absent. */
  precision: number;
  /** "" when absent and the kind of value has no default. */
  type: string;
}

const LARGEST_SIZE = 9223372036854775807n;
const LARGEST_TEXT = 2 ** 29 - 100;

function problem(message: string): FormatProblem {
  return new FormatProblem("ValueError", message);
}

function isAlign(character: string | undefined): character is FormatSpec["align"] {
  return character === "<" || character === ">" || character === "=" || character === "^";
}

/** Walks over the characters of a specification. */
class Reader {
  position = 0;

  constructor(readonly characters: readonly string[]) {}

  get next(): string | undefined {
    return this.characters[this.position];
  }

  accept(character: string): boolean {
    if (this.next !== character) return false;
    this.position++;
    return true;
  }

  /** Decimal digits of any script, -1 if there is none. */
  number(): number {
    let value = 0n;
    const start = this.position;
    while (this.next !== undefined) {
      const digit = decimalValue(this.next.codePointAt(0) as number);
      if (digit < 0) break;
      value = value * 10n + BigInt(digit);
      if (value > LARGEST_SIZE) throw problem("Too many decimal digits in format string");
      this.position++;
    }
    return this.position === start ? -1 : Number(value);
  }
}

export function parseFormatSpec(
  text: string,
  defaultType: string,
  defaultAlign: "<" | ">",
  typeName: string,
): FormatSpec {
  const reader = new Reader(Array.from(text));
  const spec: FormatSpec = {
    fill: " ",
    align: defaultAlign,
    sign: "",
    noNegativeZero: false,
    alternate: false,
    width: -1,
    separator: "",
    precision: -1,
    type: defaultType,
  };
  parsePadding(reader, spec, defaultAlign);
  spec.width = reader.number();
  parseSeparator(reader, spec);
  if (reader.accept(".")) {
    spec.precision = reader.number();
    if (spec.precision < 0) throw problem("Format specifier missing precision");
  }
  const left = reader.characters.length - reader.position;
  if (left > 1) throw problem(`Invalid format specifier '${text}' for object of type '${typeName}'`);
  if (left === 1) spec.type = reader.next as string;
  checkSeparator(spec);
  return spec;
}

function parsePadding(reader: Reader, spec: FormatSpec, defaultAlign: string): void {
  const [first, second] = reader.characters;
  let aligned = true;
  let filled = false;
  if (isAlign(second)) {
    spec.fill = first as string;
    spec.align = second;
    reader.position = 2;
    filled = true;
  } else if (isAlign(first)) {
    spec.align = first;
    reader.position = 1;
  } else {
    aligned = false;
  }
  for (const sign of ["+", "-", " "] as const) {
    if (spec.sign === "" && reader.accept(sign)) spec.sign = sign;
  }
  spec.noNegativeZero = reader.accept("z");
  spec.alternate = reader.accept("#");
  if (!filled && reader.accept("0")) {
    spec.fill = "0";
    if (!aligned && defaultAlign === ">") spec.align = "=";
  }
}

function parseSeparator(reader: Reader, spec: FormatSpec): void {
  if (reader.accept(",")) spec.separator = ",";
  if (reader.next === "_") {
    if (spec.separator !== "") throw problem("Cannot specify both ',' and '_'.");
    reader.position++;
    spec.separator = "_";
  }
  if (reader.next === "," && spec.separator === "_") throw problem("Cannot specify both ',' and '_'.");
}

function checkSeparator(spec: FormatSpec): void {
  if (spec.separator === "" || spec.type === "" || "defgEG%F".includes(spec.type)) return;
  if (spec.separator === "_" && "boxX".includes(spec.type)) return;
  throw problem(`Cannot specify '${spec.separator}' with '${showCode(spec.type)}'.`);
}

function showCode(type: string): string {
  const codePoint = type.codePointAt(0) as number;
  return codePoint > 32 && codePoint < 128 ? type : `\\x${codePoint.toString(16)}`;
}

function unknownCode(spec: FormatSpec, typeName: string): FormatProblem {
  return problem(`Unknown format code '${showCode(spec.type)}' for object of type '${typeName}'`);
}

function pad(character: string, count: number): string {
  if (count <= 0) return "";
  if (count > LARGEST_TEXT) throw memoryProblem();
  return character.repeat(count);
}

/** How much of a str to keep, and the padding around it: enough for any representation of the text. */
export interface TextLayout {
  keep: number;
  left: string;
  right: string;
}

/** format(text, spec) for a str of `length` code points. */
export function layoutText(length: number, specText: string, typeName = "str"): TextLayout {
  const spec = parseFormatSpec(specText, "s", "<", typeName);
  if (spec.type !== "s") throw unknownCode(spec, typeName);
  if (spec.sign !== "") {
    throw problem(`${spec.sign === " " ? "Space" : "Sign"} not allowed in string format specifier`);
  }
  if (spec.noNegativeZero) throw problem("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) throw problem("Alternate form (#) not allowed in string format specifier");
  if (spec.align === "=") throw problem("'=' alignment not allowed in string format specifier");
  const keep = spec.precision >= 0 && spec.precision < length ? spec.precision : length;
  const [left, right] = splitPadding(spec, keep);
  return { keep, left: pad(spec.fill, left), right: pad(spec.fill, right) };
}

function splitPadding(spec: FormatSpec, length: number): [left: number, right: number] {
  const total = Math.max(0, spec.width - length);
  if (spec.align === ">") return [total, 0];
  if (spec.align === "^") return [Math.floor(total / 2), total - Math.floor(total / 2)];
  return [0, total];
}

/** The same for a text without surrogate code units. */
export function formatText(text: string, specText: string): string {
  const layout = layoutText(text.length, specText);
  return layout.left + (layout.keep < text.length ? text.slice(0, layout.keep) : text) + layout.right;
}

interface NumberParts {
  negative: boolean;
  prefix: string;
  /** The digits that may be grouped. */
  digits: string;
  /** Whatever follows them. */
  rest: string;
}

function signText(spec: FormatSpec, negative: boolean): string {
  return negative ? "-" : spec.sign === "+" || spec.sign === " " ? spec.sign : "";
}

function layoutNumber(spec: FormatSpec, parts: NumberParts): string {
  const sign = signText(spec, parts.negative);
  const head = sign + parts.prefix;
  const zeros = spec.fill === "0" && spec.align === "=";
  const least = zeros ? spec.width - head.length - parts.rest.length : 0;
  if (least > LARGEST_TEXT) throw memoryProblem();
  const digits = parts.digits === "" ? "" : groupDigits(parts.digits, spec, least);
  const length = head.length + digits.length + parts.rest.length;
  if (spec.align === "=") return head + pad(spec.fill, spec.width - length) + digits + parts.rest;
  const [left, right] = splitPadding(spec, length);
  return pad(spec.fill, left) + head + digits + parts.rest + pad(spec.fill, right);
}

/** Groups from the right, with zeros in front until the whole is as wide as asked. */
function groupDigits(digits: string, spec: FormatSpec, least: number): string {
  if (spec.separator === "") return digits.padStart(least, "0");
  const size = "boxX".includes(spec.type) && spec.type !== "" ? 4 : 3;
  const groups: string[] = [];
  let end = digits.length;
  let width = least;
  while (true) {
    const length = Math.min(size, Math.max(end, width, 1));
    const start = Math.max(0, end - length);
    groups.push(digits.slice(start, end).padStart(length, "0"));
    end = start;
    width -= length;
    if (end <= 0 && width <= 0) break;
    width -= 1;
  }
  return groups.reverse().join(spec.separator);
}

/** format(value, spec) for an int; maxDigits is sys.get_int_max_str_digits(). */
export function formatInt(value: PyInt, specText: string, maxDigits: number, typeName = "int"): string {
  if (specText === "") return intToText(value, maxDigits);
  const spec = parseFormatSpec(specText, "d", ">", typeName);
  if (spec.type !== "" && "bcdoxXn".includes(spec.type)) return formatIntegral(value, spec, maxDigits);
  if (spec.type !== "" && "eEfFgG%".includes(spec.type)) return formatReal(intToFloat(value), spec);
  throw unknownCode(spec, typeName);
}

function formatIntegral(value: PyInt, spec: FormatSpec, maxDigits: number): string {
  if (spec.precision !== -1) throw problem("Precision not allowed in integer format specifier");
  if (spec.noNegativeZero) throw problem("Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type === "c") return formatCharacter(value, spec);
  const base = spec.type === "b" ? 2 : spec.type === "o" ? 8 : spec.type === "x" || spec.type === "X" ? 16 : 10;
  let digits = base === 10 ? intToText(absolute(value), maxDigits) : magnitudeText(value, base);
  let prefix = spec.alternate && base !== 10 ? `0${spec.type}` : "";
  if (spec.type === "X") {
    digits = digits.toUpperCase();
    prefix = prefix.toUpperCase();
  }
  return layoutNumber(spec, { negative: value < 0, prefix, digits, rest: "" });
}

function formatCharacter(value: PyInt, spec: FormatSpec): string {
  if (spec.sign !== "") throw problem("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw problem("Alternate form (#) not allowed with integer format specifier 'c'");
  if (value > 9223372036854775807n || value < -9223372036854775808n) {
    throw overflowProblem("Python int too large to convert to C long");
  }
  if (value < 0 || value > 0x10ffff) throw overflowProblem("%c arg not in range(0x110000)");
  const character = String.fromCodePoint(Number(value));
  const spare = pad(spec.fill, spec.width - 1);
  if (spec.align === "<") return character + spare;
  if (spec.align !== "^") return spare + character;
  const [left, right] = splitPadding(spec, 1);
  return pad(spec.fill, left) + character + pad(spec.fill, right);
}

/** A float's type is the character NUL unless one is given, so a given NUL is no type either. */
function parseRealSpec(specText: string, typeName: string): FormatSpec {
  const spec = parseFormatSpec(specText, "", ">", typeName);
  if (spec.type === "\0") spec.type = "";
  return spec;
}

/** format(value, spec) for a float. */
export function formatFloat(value: number, specText: string, typeName = "float"): string {
  const spec = parseRealSpec(specText, typeName);
  if (spec.type !== "" && !"eEfFgGn%".includes(spec.type)) throw unknownCode(spec, typeName);
  return formatReal(value, spec);
}

function checkPrecision(spec: FormatSpec): void {
  if (spec.precision > 2147483647) throw problem("precision too big");
  if (spec.precision > LARGEST_TEXT) throw memoryProblem();
}

function formatReal(value: number, spec: FormatSpec): string {
  checkPrecision(spec);
  const percent = spec.type === "%";
  const addDotZero = spec.type === "";
  const text = realText(percent ? value * 100 : value, spec, addDotZero) + (percent ? "%" : "");
  return layoutNumber(spec, splitReal(text, spec));
}

/** The bare text of a float under a specification. */
function realText(value: number, spec: FormatSpec, addDotZero: boolean): string {
  const layout = { alternate: spec.alternate, addDotZero };
  if (spec.type === "") {
    return spec.precision < 0
      ? formatFloatCode(value, "r", 0, layout)
      : formatFloatCode(value, "g", spec.precision, layout);
  }
  const code = spec.type === "n" ? "g" : spec.type === "%" ? "f" : spec.type;
  return formatFloatCode(value, code, spec.precision < 0 ? 6 : spec.precision, layout);
}

function splitReal(text: string, spec: FormatSpec): NumberParts {
  const negative = text.startsWith("-");
  const body = negative ? text.slice(1) : text;
  const digits = (/^[0-9]*/.exec(body) as RegExpExecArray)[0];
  const zero = negative && spec.noNegativeZero && /^[0.]*(?:[e%]|$)/i.test(body);
  return { negative: negative && !zero, prefix: "", digits, rest: body.slice(digits.length) };
}

/** format(value, spec) for a complex number. */
export function formatComplex(real: number, imag: number, specText: string, typeName = "complex"): string {
  const spec = parseRealSpec(specText, typeName);
  if (spec.type !== "" && !"eEfFgGn".includes(spec.type)) throw unknownCode(spec, typeName);
  checkPrecision(spec);
  if (spec.fill === "0") throw problem("Zero padding is not allowed in complex format specifier");
  if (spec.align === "=") throw problem("'=' alignment flag is not allowed in complex format specifier");
  const bare: FormatSpec = { ...spec, width: -1, fill: "", align: "<" };
  const part = (value: number, sign: FormatSpec["sign"]) => {
    const one = { ...bare, sign };
    return layoutNumber(one, splitReal(realText(value, one, false), one));
  };
  const skipReal = spec.type === "" && real === 0 && !isNegative(real);
  const body = skipReal ? `${part(imag, spec.sign)}j` : `${part(real, spec.sign)}${part(imag, "+")}j`;
  const text = spec.type === "" && !skipReal ? `(${body})` : body;
  const [left, right] = splitPadding(spec, text.length);
  return pad(spec.fill, left) + text + pad(spec.fill, right);
}
