/**
 * The JSON encoder: the callable under json.JSONEncoder when no indentation is asked for, and the two functions that
 * quote strings (CPython Modules/_json.c).
 *
 * Containers are kept on a stack of our own, so that deep nesting ends in RecursionError and never in the host's
 * stack.
 */

import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { DICT, isInstance, LIST, NONE, TUPLE, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { toArray } from "../../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, PyFloat, PyList, PyTuple, strFromJs, textOf, tuple } from "../../objects/kernel/payload.ts";
import { repr, reprText } from "../../objects/kernel/protocol.ts";
import { recursionError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { Signature } from "../../objects/kernel/signature.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { toSsizeArgument } from "../../objects/types/arguments.ts";
import { textToJs } from "../../objects/types/text.ts";
import { floatRepr } from "../../util/float-text.ts";
import { MAX_DEPTH } from "./scanner.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\f": "\\f",
  "\b": "\\b",
};

const escapeUnit = (c: string): string => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

const SPECIAL = /["\\\x00-\x1f]/g;
const SPECIAL_OR_NOT_ASCII = /[^ !#-[\]-~]/g;

function quote(text: string, asciiOnly: boolean): string {
  return `"${text.replace(asciiOnly ? SPECIAL_OR_NOT_ASCII : SPECIAL, escapeUnit)}"`;
}

/** `encode_basestring` and `encode_basestring_ascii`. */
export function quoteValue(value: Value, asciiOnly: boolean): Value {
  const text = textOf(value);
  if (text === undefined) throw typeError(`first argument must be a string, not ${typeName(value)}`);
  return strFromJs(quote(textToJs(text), asciiOnly));
}

class PyEncoder extends PyObject {
  /** A dict if circular references are looked for. CPython keeps there what `active` holds here. */
  markers: Value = NONE;
  /** The objects that are being written. */
  readonly active = new Set<PyObject>();
  default: Value = NONE;
  encoder: Value = NONE;
  indent: Value = NONE;
  keySeparator: Value = "";
  itemSeparator: Value = "";
  sortKeys = false;
  skipKeys = false;
  allowNan = false;
  /** Which of our own functions `encoder` is: true for the ASCII one, undefined for neither. */
  quotesAscii: boolean | undefined = undefined;
}

/** A container that is being written, or (with no items) an object that `default` has replaced. */
class Frame {
  next = 0;
  started = false;

  constructor(
    readonly items: readonly Value[],
    /** Keys of a dict, in step with items. */
    readonly keys: readonly Value[] | undefined,
    readonly closing: string,
    /** What is noted as being written. */
    readonly marker: PyObject | undefined,
  ) {}
}

class Writer {
  private out = "";
  /** What was written for the keys that are plain strings, up to the value. */
  private readonly keyTexts = new Map<string, string>();
  private readonly stack: Frame[] = [];
  private readonly keySeparator: string;
  private readonly itemSeparator: string;

  constructor(private readonly encoder: PyEncoder) {
    this.keySeparator = jsString(encoder.keySeparator) as string;
    this.itemSeparator = jsString(encoder.itemSeparator) as string;
  }

  write(value: Value): string {
    this.begin(value);
    for (let frame = this.stack.at(-1); frame !== undefined; frame = this.stack.at(-1)) {
      if (frame.next < frame.items.length) this.writeNext(frame, frame.next++);
      else this.finish(frame);
    }
    return this.out;
  }

  private finish(frame: Frame): void {
    this.stack.pop();
    this.out += frame.closing;
    if (frame.marker !== undefined) this.encoder.active.delete(frame.marker);
  }

  private writeNext(frame: Frame, index: number): void {
    if (frame.keys === undefined) {
      if (frame.started) this.out += this.itemSeparator;
      frame.started = frame.closing !== "";
      this.begin(frame.items[index]);
      return;
    }
    const key = this.keyText(frame.keys[index]);
    if (key === undefined) return;
    if (frame.started) this.out += this.itemSeparator;
    frame.started = true;
    this.out += this.keyAndSeparator(key);
    this.begin(frame.items[index]);
  }

  private keyAndSeparator(key: Value): string {
    // A quoting function of the program's own is called each time.
    if (typeof key !== "string" || this.encoder.quotesAscii === undefined) return this.quoted(key) + this.keySeparator;
    let text = this.keyTexts.get(key);
    if (text === undefined) {
      text = this.quoted(key) + this.keySeparator;
      this.keyTexts.set(key, text);
    }
    return text;
  }

  /** A key as a str value; undefined to leave the entry out. */
  private keyText(key: Value): Value | undefined {
    if (textOf(key) !== undefined) return key;
    if (key === NONE) return "null";
    if (typeof key === "boolean") return key ? "true" : "false";
    if (key instanceof PyFloat) return this.floatText(key);
    const int = intOf(key);
    if (int !== undefined) return repr(int);
    if (this.encoder.skipKeys) return undefined;
    throw typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
  }

  private quoted(value: Value): string {
    const { encoder, quotesAscii } = this.encoder;
    if (quotesAscii !== undefined) return quote(jsString(value) as string, quotesAscii);
    const result = call(encoder, value);
    const text = jsString(result);
    if (text === undefined) throw typeError(`encoder() must return a string, not ${typeName(result)}`);
    return text;
  }

  private floatText({ value }: PyFloat): string {
    if (Number.isFinite(value)) return floatRepr(value);
    if (!this.encoder.allowNan) {
      throw valueError(`Out of range float values are not JSON compliant: ${reprText(new PyFloat(value))}`);
    }
    return Number.isNaN(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity";
  }

  /** Write a scalar, or open a container. */
  private begin(value: Value): void {
    if (value === NONE) this.out += "null";
    else if (typeof value === "boolean") this.out += value ? "true" : "false";
    else if (typeof value === "number") this.out += String(value);
    else if (textOf(value) !== undefined) this.out += this.quoted(value);
    else if (intOf(value) !== undefined) this.out += reprText(intOf(value) as Value);
    else if (value instanceof PyFloat) this.out += this.floatText(value);
    else if (value instanceof PyList || value instanceof PyTuple) this.openList(value);
    else if (value instanceof PyDict) this.openDict(value);
    else this.replace(value);
  }

  private push(frame: Frame): void {
    if (this.stack.length >= MAX_DEPTH) {
      throw recursionError("maximum recursion depth exceeded while encoding a JSON object");
    }
    this.stack.push(frame);
  }

  /** Note that `value` is being written; it must not be already. */
  private mark(value: Value): PyObject | undefined {
    if (this.encoder.markers === NONE || typeof value !== "object") return undefined;
    const { active } = this.encoder;
    if (active.has(value)) throw valueError("Circular reference detected");
    active.add(value);
    return value;
  }

  private openList(list: PyList | PyTuple): void {
    const items = list.cls === LIST || list.cls === TUPLE ? list.items : toArray(list);
    if (items.length === 0) {
      this.out += "[]";
      return;
    }
    const marker = this.mark(list);
    this.out += "[";
    this.push(new Frame(items, undefined, "]", marker));
  }

  private openDict(dict: PyDict): void {
    if (dict.size === 0) {
      this.out += "{}";
      return;
    }
    const marker = this.mark(dict);
    this.out += "{";
    const [keys, items] = this.entriesOf(dict);
    this.push(new Frame(items, keys, "}", marker));
  }

  private entriesOf(dict: PyDict): [keys: Value[], values: Value[]] {
    if (dict.cls === DICT && !this.encoder.sortKeys) return [dict.keyArray(), dict.valueArray()];
    const entries = new PyList(toArray(call(getAttr(dict, "items"))));
    if (this.encoder.sortKeys) call(getAttr(entries, "sort"));
    const pairs = entries.items.map((entry) => {
      if (!(entry instanceof PyTuple) || entry.items.length !== 2) throw valueError("items must return 2-tuples");
      return entry.items;
    });
    return [pairs.map(([key]) => key), pairs.map(([, item]) => item)];
  }

  /** Write what `default` gives for an object that JSON does not know. */
  private replace(value: Value): void {
    const marker = this.mark(value);
    this.push(new Frame([call(this.encoder.default, value)], undefined, "", marker));
  }
}

function encode(self: PyEncoder, value: Value): Value {
  return tuple([strFromJs(new Writer(self).write(value))]);
}

/** The two functions, so that an encoder can know them. Set by index.ts for each module object. */
export const quotingFunctions = new WeakMap<object, boolean>();

const expectText = (value: Value, position: number): Value => {
  if (textOf(value) === undefined) {
    throw typeError(`make_encoder() argument ${position} must be str, not ${typeName(value)}`);
  }
  return value;
};

const MAKE_SIGNATURE = new Signature(
  "~(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
  true,
);
const CALL_SIGNATURE = new Signature("(obj, _current_indent_level)", true);

export const ENCODER: PyType = defineType<PyEncoder>("_json.Encoder", {
  doc: "_iterencode(obj, _current_indent_level) -> iterable",
  slots: {
    __new__: (cls, args, kwnames) => {
      const given = MAKE_SIGNATURE.bind("make_encoder", "make_encoder", args, kwnames) as Value[];
      const [markers, defaultFunction, encoder, indent, keySeparator, itemSeparator, ...flags] = given;
      const [sortKeys, skipKeys, allowNan] = flags;
      const self = new PyEncoder(cls);
      self.keySeparator = expectText(keySeparator, 5);
      self.itemSeparator = expectText(itemSeparator, 6);
      self.sortKeys = isTrue(sortKeys);
      self.skipKeys = isTrue(skipKeys);
      self.allowNan = isTrue(allowNan);
      if (markers !== NONE && !isInstance(markers, DICT)) {
        throw typeError(`make_encoder() argument 1 must be dict or None, not ${typeName(markers)}`);
      }
      self.markers = markers;
      self.default = defaultFunction;
      self.encoder = encoder;
      self.indent = indent;
      self.quotesAscii = typeof encoder === "object" ? quotingFunctions.get(encoder) : undefined;
      return self;
    },
    __call__: (self, args, kwnames) => {
      const [value, level] = CALL_SIGNATURE.bind("_iterencode", "_iterencode", args, kwnames);
      toSsizeArgument(level as Value);
      return encode(self, value as Value);
    },
  },
  members: {
    markers: [(self) => self.markers, undefined, "markers"],
    default: [(self) => self.default, undefined, "default"],
    encoder: [(self) => self.encoder, undefined, "encoder"],
    indent: [(self) => self.indent, undefined, "indent"],
    key_separator: [(self) => self.keySeparator, undefined, "key_separator"],
    item_separator: [(self) => self.itemSeparator, undefined, "item_separator"],
    sort_keys: [(self) => self.sortKeys, undefined, "sort_keys"],
    skipkeys: [(self) => self.skipKeys, undefined, "skipkeys"],
  },
});
