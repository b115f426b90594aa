/** The text of the argument of int(), float() and complex(), from a str or from bytes. */
import type { Value } from "../kernel/object.ts";
import { textOf } from "../kernel/payload.ts";
import { reprText } from "../kernel/protocol.ts";
import { lookupBuffer } from "./buffer.ts";
import { isAsciiText } from "./str-case.ts";
import { textToJs, unitsToString } from "./text.ts";

/** Python's white space that C does not know, and what is not ASCII. */
const NOT_IN_C = /[\x1c-\x1f\x80-\xff]/g;

/**
 * As a JavaScript string, or undefined if `value` is neither a str nor bytes-like. Bytes are ASCII: what str would
 * take for a digit or white space of Unicode becomes a character that no number has. So does white space that only
 * Unicode has in a str that is all ASCII.
 */
export function numberText(value: Value): string | undefined {
  const text = textOf(value);
  if (text !== undefined) {
    const plain = textToJs(text);
    return isAsciiText(text) ? plain.replace(NOT_IN_C, "?") : plain;
  }
  const bytes = lookupBuffer(value);
  return bytes === undefined ? undefined : unitsToString(bytes).replace(NOT_IN_C, "?");
}

/** repr(value) cut to 200 characters, as messages show it. */
export function shortRepr(value: Value): string {
  return Array.from(reprText(value)).slice(0, 200).join("");
}
