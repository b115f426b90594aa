/**
 * CPython's own error handlers as functions that Python code can look up and call (CPython Python/codecs.c).
 *
 * The codecs do not come this way: they take the handlers of util/codecs, which these wrap.
 */
import type { Text } from "../../bytecode/constants.ts";
import { Definition, PyBuiltinFunction } from "../../objects/kernel/builtin.ts";
import { isInstance, typeName } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import {
  intOf,
  jsString,
  PyBaseException,
  PyBytes,
  strFromCodePoints,
  strFromJs,
  textOf,
  tuple,
} from "../../objects/kernel/payload.ts";
import { PyError, typeError } from "../../objects/kernel/raise.ts";
import { toEncode } from "../../objects/types/codec-errors.ts";
import { codePointsOf } from "../../objects/types/text.ts";
import {
  backslashEscape,
  builtinDecodeHandler,
  builtinEncodeHandler,
  DecodeFailure,
  EncodeFailure,
  type TextToEncode,
} from "../../util/codecs/errors.ts";

interface HandlerRow {
  readonly name: string;
  readonly functionName: string;
  readonly doc: string | undefined;
}

const row = (name: string, does?: string): HandlerRow => ({
  name,
  functionName: does === undefined ? name : `${name}_errors`,
  doc: does === undefined ? undefined : `Implements the '${name}' error handling, which ${does}.`,
});

const ROWS: readonly HandlerRow[] = [
  row("strict", "raises a UnicodeError on coding errors"),
  row("ignore", "ignores malformed data and continues"),
  row("replace", "replaces malformed data with a replacement marker"),
  row("xmlcharrefreplace", "replaces an unencodable character with the appropriate XML character reference"),
  row("backslashreplace", "replaces malformed data with a backslashed escape sequence"),
  row("namereplace", "replaces an unencodable character with a \\N{...} escape sequence"),
  row("surrogatepass"),
  row("surrogateescape"),
];

/** Name and function of each, for a new registry. */
export function builtinErrorHandlers(): [string, Value][] {
  return ROWS.map(({ name, functionName, doc }) => {
    const body = name === "strict" ? strict : (exception: Value) => handle(name, exception);
    const definition = new Definition(functionName, "", "~(exc, /)", doc, body);
    return [name, new PyBuiltinFunction(definition, undefined, undefined)];
  });
}

function strict(exception: Value): never {
  if (exception instanceof PyBaseException) throw new PyError(exception);
  throw typeError("codec must pass exception instance");
}

function textValue(text: TextToEncode): Value {
  return typeof text === "string" ? strFromJs(text) : strFromCodePoints(text);
}

/** The range of the error, clipped to the object. */
function rangeOf(exception: PyBaseException, length: number): [start: number, end: number] {
  const start = Number(intOf(exception.fields?.start ?? 0));
  const end = Number(intOf(exception.fields?.end ?? 0));
  return [Math.max(0, Math.min(start, length - 1)), Math.max(Math.min(1, length), Math.min(end, length))];
}

function handle(name: string, exception: Value): Value {
  if (exception instanceof PyBaseException) {
    const result =
      handleEncoding(name, exception) ?? handleDecoding(name, exception) ?? handleTranslating(name, exception);
    if (result !== undefined) return result;
  }
  throw typeError(`don't know how to handle ${typeName(exception)} in error callback`);
}

/** What the exception is about: text, or bytes of a decoder. */
function objectOf(exception: PyBaseException, isRight: (value: Value) => boolean, kind: string): Value {
  const object = exception.fields?.object;
  if (object === undefined) throw typeError("object attribute not set");
  if (!isRight(object)) throw typeError(`object attribute must be ${kind}`);
  return object;
}

function objectText(exception: PyBaseException): Text {
  return textOf(objectOf(exception, (value) => textOf(value) !== undefined, "unicode")) as Text;
}

function handleEncoding(name: string, exception: PyBaseException): Value | undefined {
  const handler = builtinEncodeHandler(name);
  if (handler === undefined || !isInstance(exception, EXCEPTIONS.UnicodeEncodeError)) return undefined;
  const text = toEncode(objectText(exception));
  const [start, end] = rangeOf(exception, text.length);
  const encoding = jsString(exception.fields?.encoding ?? "") ?? "";
  try {
    const { replacement, resume } = handler({ encoding, text, start, end, reason: "" });
    const value = replacement instanceof Uint8Array ? new PyBytes(replacement) : textValue(replacement);
    return tuple([value, resume]);
  } catch (error) {
    throw error instanceof EncodeFailure ? new PyError(exception) : error;
  }
}

function handleDecoding(name: string, exception: PyBaseException): Value | undefined {
  const handler = builtinDecodeHandler(name);
  if (handler === undefined || !isInstance(exception, EXCEPTIONS.UnicodeDecodeError)) return undefined;
  const { bytes } = objectOf(exception, (value) => value instanceof PyBytes, "bytes") as PyBytes;
  const [start, end] = rangeOf(exception, bytes.length);
  const encoding = jsString(exception.fields?.encoding ?? "") ?? "";
  try {
    const { text, resume } = handler({ encoding, bytes, start, end, reason: "" });
    return tuple([textValue(text), resume]);
  } catch (error) {
    throw error instanceof DecodeFailure ? new PyError(exception) : error;
  }
}

const TRANSLATING = new Set(["ignore", "replace", "backslashreplace"]);

function handleTranslating(name: string, exception: PyBaseException): Value | undefined {
  if (!isInstance(exception, EXCEPTIONS.UnicodeTranslateError) || !TRANSLATING.has(name)) return undefined;
  const points = codePointsOf(objectText(exception));
  const [start, end] = rangeOf(exception, points.length);
  if (name === "ignore") return tuple(["", end]);
  if (name === "replace") return tuple(["\ufffd".repeat(Math.max(0, end - start)), end]);
  return tuple([Array.from(points.subarray(start, end), backslashEscape).join(""), end]);
}
