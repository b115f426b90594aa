/** str.translate and str.maketrans (CPython Objects/unicodeobject.c: charmaptranslate_lookup, unicode_maketrans). */
import type { Text } from "../../bytecode/constants.ts";
import { DICT, NONE } from "../kernel/core-types.ts";
import { PyDict } from "../kernel/dict.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { getItem } from "../kernel/iterate.ts";
import type { Value } from "../kernel/object.ts";
import { intOf, strFromText, textOf } from "../kernel/payload.ts";
import { suppress, typeError, valueError } from "../kernel/raise.ts";
import { isAsciiText } from "./str-case.ts";
import { selfText } from "./str-find.ts";
import { codePointAt, codePointsOf, joinTexts, textArgument, textLength, textOfCodePoint } from "./text.ts";

/** What stands for a code point; undefined if the table has nothing to say. */
function lookUp(table: Value, codePoint: number): Value | undefined {
  if (table instanceof PyDict && table.cls === DICT) return table.get(codePoint);
  return suppress(EXCEPTIONS.LookupError, () => getItem(table, codePoint));
}

function replacementOf(value: Value): Text {
  if (value === NONE) return "";
  const text = textOf(value);
  if (text !== undefined) return text;
  const codePoint = intOf(value);
  if (codePoint === undefined) throw typeError("character mapping must return integer, None or str");
  if (codePoint < 0 || codePoint > 0x10ffff) throw valueError("character mapping must be in range(0x110000)");
  return textOfCodePoint(Number(codePoint));
}

/**
 * Trap: how often a table is asked shows. As in CPython, ASCII text asks it once a character up to the first answer that
 * is not ASCII or longer than a character; behind that every character is asked for, and twice where it follows deleted
 * ones.
 */
export function translate(self: Value, table: Value): Value {
  const text = selfText(self);
  const length = textLength(text);
  const parts: Text[] = [];
  let i = typeof text === "string" && isAsciiText(text) ? translateAscii(text, table, parts) : 0;
  while (i < length) {
    const codePoint = codePointAt(text, i++);
    const found = lookUp(table, codePoint);
    if (found === NONE) while (i < length && lookUp(table, codePointAt(text, i)) === NONE) i++;
    else parts.push(found === undefined ? textOfCodePoint(codePoint) : replacementOf(found));
  }
  return strFromText(joinTexts(parts, ""));
}

/** Up to where ASCII characters become ASCII characters, or nothing. */
function translateAscii(text: string, table: Value, parts: Text[]): number {
  const known = new Map<string, string>();
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    let replacement = known.get(character);
    if (replacement === undefined) {
      const found = lookUp(table, character.charCodeAt(0));
      const made = found === undefined ? character : replacementOf(found);
      if (typeof made !== "string" || made.length > 1 || !isAsciiText(made) || (made === "" && found !== NONE))
        return i;
      replacement = made;
      known.set(character, made);
    }
    parts.push(replacement);
  }
  return text.length;
}

export function maketrans(x: Value, y: Value | undefined, z: Value | undefined): Value {
  const to = y === undefined ? undefined : textArgument(y, "maketrans", "argument 2");
  const deleted = z === undefined ? undefined : textArgument(z, "maketrans", "argument 3");
  if (to === undefined) return fromDict(x);
  const from = textOf(x);
  if (from === undefined) {
    throw typeError("first maketrans argument must be a string if there is a second argument");
  }
  const length = textLength(from);
  if (length !== textLength(to)) {
    throw valueError("the first two maketrans arguments must have equal length");
  }
  const table = new PyDict();
  for (let i = 0; i < length; i++) table.set(codePointAt(from, i), codePointAt(to, i));
  if (deleted !== undefined) for (const codePoint of codePointsOf(deleted)) table.set(codePoint, NONE);
  return table;
}

function fromDict(x: Value): Value {
  if (!(x instanceof PyDict && x.cls === DICT)) {
    throw typeError("if you give only one argument to maketrans it must be a dict");
  }
  const table = new PyDict();
  for (let entry = x.nextEntry(0); entry >= 0; entry = x.nextEntry(entry + 1)) {
    table.set(tableKey(x.keys[entry] as Value), x.values[entry] as Value);
  }
  return table;
}

function tableKey(key: Value): Value {
  const text = textOf(key);
  if (text !== undefined) {
    if (textLength(text) !== 1) throw valueError("string keys in translate table must be of length 1");
    return codePointAt(text, 0);
  }
  if (intOf(key) === undefined) throw typeError("keys in translate table must be strings or integers");
  return key;
}
