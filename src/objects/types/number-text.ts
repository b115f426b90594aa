/** The text of the argument of int(), float() and complex(), from a str or from bytes. */
import type { Value } from "../kernel/object.ts";
import { textOf } from "../kernel/payload.ts";
import { reprText } from "../kernel/protocol.ts";
import { lookupBuffer } from "./buffer.ts";
import { textToJs, unitsToString } from "./text.ts";

/**
 * As a JavaScript string, or undefined if `value` is neither a str nor bytes-like. Bytes are ASCII: what str would
 * take for a digit or white space of Unicode becomes a character that no number has.
 */
export function numberText(value: Value): string | undefined {
  const text = textOf(value);
  if (text !== undefined) return textToJs(text);
  const bytes = lookupBuffer(value);
  return bytes === undefined ? undefined : unitsToString(bytes).replace(/[\x1c-\x1f\x80-\xff]/g, "?");
}

/** repr(value) cut to 200 characters, as messages show it. */
export function shortRepr(value: Value): string {
  return Array.from(reprText(value)).slice(0, 200).join("");
}
