/** repr() and ascii() of a str, and ascii() of anything (CPython Objects/unicodeobject.c: unicode_repr, PyObject_ASCII). */
import type { Text } from "../../bytecode/constants.ts";
import { reprCodePoints, reprString } from "../../util/text/repr.ts";
import type { Value } from "../kernel/object.ts";
import { strFromText } from "../kernel/payload.ts";
import { reprText } from "../kernel/protocol.ts";
import { memoryError } from "../kernel/raise.ts";
import { MAX_TEXT_LENGTH, textFromJs, textLength } from "./text.ts";

export function reprOfText(text: Text): Value {
  if (textLength(text) > MAX_TEXT_LENGTH / 4) throw memoryError();
  return strFromText(textFromJs(typeof text === "string" ? reprString(text) : reprCodePoints(text.codePoints)));
}

/** `ascii(value)`: its repr with all characters beyond ASCII escaped. */
export function asciiText(value: Value): string {
  return reprText(value).replace(/[^\0-\x7f]/gu, (character) => {
    const code = character.codePointAt(0) as number;
    const digits = code.toString(16);
    if (code < 0x100) return `\\x${digits}`;
    return code < 0x10000 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
  });
}
