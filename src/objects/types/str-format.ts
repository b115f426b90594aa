/**
 * str.format and str.format_map (CPython Objects/stringlib/unicode_format.h).
 *
 * `MarkupReader` cuts a format into literals and fields and `FieldName` a field's name into its parts; the `_string`
 * module shows both to Python. Positions are in code points of the whole format. Trap: braces are counted before a
 * field is looked at, so "{0[}" has no end, although the brace stands within brackets.
 */
import type { Text } from "../../bytecode/constants.ts";
import { memo } from "../../util/memo.ts";
import { decimalValue } from "../../util/unicode/properties.ts";
import { getAttr } from "../kernel/attribute.ts";
import { STR } from "../kernel/core-types.ts";
import { getItem } from "../kernel/iterate.ts";
import { format as formatValue } from "../kernel/number.ts";
import type { Value } from "../kernel/object.ts";
import { type PyStr, strFromText, textOf } from "../kernel/payload.ts";
import { repr, str } from "../kernel/protocol.ts";
import { indexError, keyError, PyError, valueError } from "../kernel/raise.ts";
import { asciiText } from "./str-repr.ts";
import { codePointAt, joinTexts, sliceText, textLength, textToJs } from "./text.ts";

const OPEN = 123;
const CLOSE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const COLON = 58;
const BANG = 33;
const DOT = 46;
const LARGEST = 9223372036854775807n;

/** One step of a format: a literal, and the field behind it, if there is one. */
export interface Markup {
  literal: Text;
  field: MarkupField | undefined;
}

export interface MarkupField {
  name: Text;
  spec: Text;
  /** The character behind "!", 0 if there is none. */
  conversion: number;
  /** The specification contains fields itself. */
  nested: boolean;
}

export class MarkupReader {
  private position = 0;
  private readonly length: number;

  constructor(private readonly text: Text) {
    this.length = textLength(text);
  }

  get atEnd(): boolean {
    return this.position >= this.length;
  }

  /** The next step, or undefined at the end. */
  next(): Markup | undefined {
    if (this.position >= this.length) return undefined;
    const start = this.position;
    const brace = this.skipLiteral();
    if (brace === 0) return { literal: sliceText(this.text, start, this.length), field: undefined };
    const behind = this.position < this.length ? codePointAt(this.text, this.position) : -1;
    if (behind === brace) {
      this.position++;
      return { literal: sliceText(this.text, start, this.position - 1), field: undefined };
    }
    if (brace === CLOSE) throw valueError("Single '}' encountered in format string");
    if (behind < 0) throw valueError("Single '{' encountered in format string");
    const literal = sliceText(this.text, start, this.position - 1);
    return { literal, field: this.readField() };
  }

  /** Go behind the next brace; which one it was, 0 if there is none. */
  private skipLiteral(): number {
    while (this.position < this.length) {
      const unit = codePointAt(this.text, this.position++);
      if (unit === OPEN || unit === CLOSE) return unit;
    }
    return 0;
  }

  private readField(): MarkupField {
    const start = this.position;
    const end = this.skipName();
    const name = sliceText(this.text, start, this.position - 1);
    const field: MarkupField = { name, spec: "", conversion: 0, nested: false };
    if (end === CLOSE) return field;
    if (end !== BANG && end !== COLON) throw valueError("expected '}' before end of string");
    if (end === BANG && this.readConversion(field)) return field;
    this.readSpec(field);
    return field;
  }

  /** Go behind the character that ends the name; which one it was (any other at the end of the format). */
  private skipName(): number {
    let unit = 0;
    while (this.position < this.length) {
      unit = codePointAt(this.text, this.position++);
      if (unit === OPEN) throw valueError("unexpected '{' in field name");
      if (unit === OPEN_BRACKET) {
        while (this.position < this.length && codePointAt(this.text, this.position) !== CLOSE_BRACKET) this.position++;
      } else if (unit === CLOSE || unit === COLON || unit === BANG) return unit;
    }
    return unit;
  }

  /** Read the conversion; true if the field ends behind it. */
  private readConversion(field: MarkupField): boolean {
    if (this.position >= this.length) throw valueError("end of string while looking for conversion specifier");
    field.conversion = codePointAt(this.text, this.position++);
    if (this.position >= this.length) return false;
    const unit = codePointAt(this.text, this.position++);
    if (unit === CLOSE) return true;
    if (unit !== COLON) throw valueError("expected ':' after conversion specifier");
    return false;
  }

  private readSpec(field: MarkupField): void {
    const start = this.position;
    let depth = 1;
    while (this.position < this.length) {
      const unit = codePointAt(this.text, this.position++);
      if (unit === OPEN) {
        field.nested = true;
        depth++;
      } else if (unit === CLOSE && --depth === 0) {
        field.spec = sliceText(this.text, start, this.position - 1);
        return;
      }
    }
    throw valueError("unmatched '{' in format spec");
  }
}

/** A part of a field name behind the first: `.attribute` or `[key]`. */
export interface NamePart {
  isAttribute: boolean;
  name: Text;
  /** The name as an index, -1 if it is none. */
  index: number;
}

/** An index in decimal digits of any script; -1 if the text is something else. */
function indexOf(text: Text): number {
  const length = textLength(text);
  if (length === 0) return -1;
  let value = 0n;
  for (let i = 0; i < length; i++) {
    const digit = decimalValue(codePointAt(text, i));
    if (digit < 0) return -1;
    value = value * 10n + BigInt(digit);
    if (value > LARGEST) throw valueError("Too many decimal digits in format string");
  }
  return Number(value);
}

/** A field name: its first part and the walk over the others. */
export class FieldName {
  readonly first: Text;
  /** The first part as an index, -1 if it is none. */
  readonly index: number;
  private position: number;
  private readonly length: number;

  constructor(private readonly text: Text) {
    this.length = textLength(text);
    this.position = 0;
    while (this.position < this.length) {
      const unit = codePointAt(text, this.position);
      if (unit === DOT || unit === OPEN_BRACKET) break;
      this.position++;
    }
    this.first = sliceText(text, 0, this.position);
    this.index = indexOf(this.first);
  }

  /** The next part, or undefined at the end. */
  next(): NamePart | undefined {
    if (this.position >= this.length) return undefined;
    const unit = codePointAt(this.text, this.position++);
    if (unit !== DOT && unit !== OPEN_BRACKET) {
      throw valueError("Only '.' or '[' may follow ']' in format field specifier");
    }
    const name = unit === DOT ? this.readAttribute() : this.readKey();
    const index = unit === DOT ? -1 : indexOf(name);
    if (name === "") throw valueError("Empty attribute in format string");
    return { isAttribute: unit === DOT, name, index };
  }

  private readAttribute(): Text {
    const start = this.position;
    while (this.position < this.length) {
      const unit = codePointAt(this.text, this.position);
      if (unit === DOT || unit === OPEN_BRACKET) break;
      this.position++;
    }
    return sliceText(this.text, start, this.position);
  }

  private readKey(): Text {
    const start = this.position;
    while (this.position < this.length && codePointAt(this.text, this.position) !== CLOSE_BRACKET) this.position++;
    if (this.position >= this.length) throw valueError("Missing ']' in format string");
    return sliceText(this.text, start, this.position++);
  }
}

/** The arguments of a format, and how its fields are numbered. */
class Formatting {
  private numbering: "undecided" | "automatic" | "manual" = "undecided";
  private nextIndex = 0;

  constructor(
    /** Undefined for format_map. */
    private readonly args: readonly Value[] | undefined,
    private readonly named: Value | undefined,
  ) {}

  build(format: Text, depth: number): Text {
    if (depth === 0) throw valueError("Max string recursion exceeded");
    const parts: Text[] = [];
    const reader = new MarkupReader(format);
    for (let step = reader.next(); step !== undefined; step = reader.next()) {
      parts.push(step.literal);
      if (step.field !== undefined) parts.push(textOf(this.render(step.field, depth)) as Text);
    }
    return joinTexts(parts, "");
  }

  /** The value of a format that is one field and nothing else, a subclass of str included; else undefined. */
  buildAlone(format: Text): Value | undefined {
    const reader = new MarkupReader(format);
    const step = reader.next();
    if (step?.field === undefined || step.literal !== "" || !reader.atEnd) return undefined;
    return this.render(step.field, 2);
  }

  private render(field: MarkupField, depth: number): Value {
    let value = this.valueOf(new FieldName(field.name));
    if (field.conversion !== 0) value = convert(value, field.conversion);
    const spec = field.nested ? this.build(field.spec, depth - 1) : field.spec;
    if (spec === "" && typeof value === "string") return value;
    return formatValue(value, strFromText(spec));
  }

  private valueOf(name: FieldName): Value {
    const index = this.number(name);
    let value = index < 0 ? this.namedValue(name.first) : this.positional(index);
    for (let part = name.next(); part !== undefined; part = name.next()) {
      if (part.isAttribute) value = getAttr(value, textToJs(part.name));
      else value = getItem(value, part.index < 0 ? strFromText(part.name) : part.index);
    }
    return value;
  }

  /** The index of a positional field, given or counted; -1 for a named one. */
  private number({ first, index }: FieldName): number {
    const automatic = first === "";
    if (!automatic && index < 0) return -1;
    if (this.numbering === "undecided") this.numbering = automatic ? "automatic" : "manual";
    if (this.numbering === "manual" && automatic) {
      throw valueError("cannot switch from manual field specification to automatic field numbering");
    }
    if (this.numbering === "automatic" && !automatic) {
      throw valueError("cannot switch from automatic field numbering to manual field specification");
    }
    return automatic ? this.nextIndex++ : index;
  }

  private positional(index: number): Value {
    if (this.args === undefined) throw valueError("Format string contains positional fields");
    return argumentAt(this.args, index);
  }

  private namedValue(name: Text): Value {
    const key = strFromText(name);
    if (this.named === undefined) throw keyError(key);
    return getItem(this.named, key);
  }
}

function argumentAt(args: readonly Value[], index: number): Value {
  const value = args[index];
  if (value === undefined) throw indexError(`Replacement index ${index} out of range for positional args tuple`);
  return value;
}

/** A format whose fields are all `{}` or `{:specification}`: the specifications, and the literal before each and at the end. */
interface PlainFormat {
  specs: string[];
  literals: string[];
}

/** Few formats are used often; null marks one that is not plain. */
const plainFormat = memo(256, readPlainFormat);

function readPlainFormat(format: string): PlainFormat | null {
  const specs: string[] = [];
  const literals: string[] = [];
  const reader = new MarkupReader(format);
  let literal = "";
  try {
    for (let step = reader.next(); step !== undefined; step = reader.next()) {
      literal += step.literal as string;
      const { field } = step;
      if (field === undefined) continue;
      if (field.name !== "" || field.conversion !== 0 || field.nested) return null;
      literals.push(literal);
      specs.push(field.spec as string);
      literal = "";
    }
  } catch (error) {
    // What is in front of the mistake is formatted before it shows.
    if (error instanceof PyError) return null;
    throw error;
  }
  literals.push(literal);
  return { specs, literals };
}

function fillPlainFormat({ specs, literals }: PlainFormat, args: readonly Value[]): Value {
  const parts: Text[] = [];
  for (let i = 0; i < specs.length; i++) {
    const value = argumentAt(args, i);
    const spec = specs[i] as string;
    parts.push(literals[i] as string);
    if (spec !== "") parts.push(textOf(formatValue(value, spec)) as Text);
    else if (typeof value === "string") parts.push(value);
    else if (typeof value === "number") parts.push(String(value));
    else parts.push(textOf(formatValue(value, "")) as Text);
  }
  parts.push(literals[specs.length] as string);
  return strFromText(joinTexts(parts, ""));
}

function convert(value: Value, conversion: number): Value {
  switch (String.fromCodePoint(conversion)) {
    case "r":
      return repr(value);
    case "s":
      return str(value);
    case "a":
      return asciiText(value);
    default:
      throw unknownConversion(conversion);
  }
}

function unknownConversion(conversion: number): PyError {
  const shown = conversion > 32 && conversion < 127 ? String.fromCharCode(conversion) : `\\x${conversion.toString(16)}`;
  return valueError(`Unknown conversion specifier ${shown}`);
}

const BRACES = /[{}]/;

function formatText(self: Value, formatting: Formatting): Value {
  if (typeof self === "string") {
    if (!BRACES.test(self)) return self;
    return formatting.buildAlone(self) ?? strFromText(formatting.build(self, 2));
  }
  const { text, cls } = self as PyStr;
  const result = formatting.build(text, 2);
  // A format without fields is handed back as it is, a subclass included.
  return cls !== STR && new MarkupReader(text).next()?.literal === text ? self : strFromText(result);
}

/** `self.format(*args, **kwargs)`. */
export function format(self: Value, args: readonly Value[], kwargs: Value): Value {
  const plain = typeof self === "string" ? plainFormat(self) : null;
  // A format that is one field and nothing else gives what `__format__` gave.
  if (plain !== null && plain.specs.length > 1) return fillPlainFormat(plain, args);
  return formatText(self, new Formatting(args, kwargs));
}

/** `self.format_map(mapping)`. */
export function formatMap(self: Value, mapping: Value): Value {
  return formatText(self, new Formatting(undefined, mapping));
}
