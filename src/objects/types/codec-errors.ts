/**
 * Error handlers of codecs, between Python and util/codecs: UnicodeEncodeError and UnicodeDecodeError objects, and
 * handlers registered with `codecs.register_error` (CPython Python/codecs.c, Objects/unicodeobject.c).
 */

import type { Text } from "../../bytecode/constants.ts";
import { WideText } from "../../bytecode/constants.ts";
import {
  builtinDecodeHandler,
  builtinEncodeHandler,
  type DecodedText,
  type DecodeError,
  DecodeFailure,
  type DecodeHandler,
  type EncodeError,
  EncodeFailure,
  type EncodeHandler,
  type TextToEncode,
} from "../../util/codecs/errors.ts";
import { getAttr } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import type { Value } from "../kernel/object.ts";
import { type PyBaseException, PyBytes, PyTuple, strFromCodePoints, strFromText, textOf } from "../kernel/payload.ts";
import { translated } from "../kernel/problem.ts";
import { PyError, typeError } from "../kernel/raise.ts";
import { hooks } from "../kernel/thread.ts";
import { toSsizeArgument } from "./arguments.ts";

/** A text as util/codecs takes it. */
export function toEncode(text: Text): TextToEncode {
  return typeof text === "string" ? text : text.codePoints;
}

/** A text that util/codecs made, as a str value. */
export function strFromDecoded(text: DecodedText): Value {
  return typeof text === "string" ? text : strFromText(new WideText(text));
}

function strOf(text: TextToEncode): Value {
  return typeof text === "string" ? text : strFromCodePoints(text);
}

/** The UnicodeEncodeError that stands for `error`. */
export function encodeException({ encoding, text, start, end, reason }: EncodeError): PyBaseException {
  return call(EXCEPTIONS.UnicodeEncodeError, encoding, strOf(text), start, end, reason) as PyBaseException;
}

/** The UnicodeDecodeError that stands for `error`. */
export function decodeException({ encoding, bytes, start, end, reason }: DecodeError): PyBaseException {
  return call(EXCEPTIONS.UnicodeDecodeError, encoding, new PyBytes(bytes), start, end, reason) as PyBaseException;
}

/** Run a codec of util/codecs; its failures become Python exceptions. */
export function runCodec<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof EncodeFailure) throw new PyError(encodeException(error.error));
    if (error instanceof DecodeFailure) throw new PyError(decodeException(error.error));
    throw translated(error);
  }
}

/** `codecs.lookup_error(name)`: the registered handler; LookupError if there is none. */
function registeredHandler(name: string): Value {
  return call(getAttr(hooks.importModule("_codecs"), "lookup_error"), name);
}

/** The handler called `name` for one encoding: CPython's own, else the registered one, looked up at the first error. */
export function encodeHandler(name: string): EncodeHandler {
  let registered: EncodeHandler | undefined;
  return (
    builtinEncodeHandler(name) ??
    ((error) => {
      registered ??= encodeHandlerOf(registeredHandler(name));
      return registered(error);
    })
  );
}

/** The same for one decoding. */
export function decodeHandler(name: string): DecodeHandler {
  let registered: DecodeHandler | undefined;
  return (
    builtinDecodeHandler(name) ??
    ((error) => {
      registered ??= decodeHandlerOf(registeredHandler(name));
      return registered(error);
    })
  );
}

/** The next error of a text is told by the same exception, whose `args` stay those of the first. */
function again(exception: PyBaseException, { start, end, reason }: EncodeError | DecodeError): PyBaseException {
  exception.fields = { ...exception.fields, start, end, reason };
  return exception;
}

/** A Python callable as a handler for one encoding. */
export function encodeHandlerOf(handler: Value): EncodeHandler {
  let exception: PyBaseException | undefined;
  return (error) => {
    exception = exception === undefined ? encodeException(error) : again(exception, error);
    const result = call(handler, exception);
    const [replacement, position] = handlerResult(result) ?? [];
    // The position is read, and refused, before the replacement.
    const resume = position === undefined ? undefined : toSsizeArgument(position);
    const text = replacement === undefined ? undefined : textOf(replacement);
    if (resume !== undefined && text !== undefined) return { replacement: toEncode(text), resume };
    if (resume !== undefined && replacement instanceof PyBytes) {
      return { replacement: replacement.bytes, resume };
    }
    throw typeError("encoding error handler must return (str/bytes, int) tuple");
  };
}

/** A Python callable as a handler for one decoding; it may put another `object` into the exception. */
export function decodeHandlerOf(handler: Value): DecodeHandler {
  let exception: PyBaseException | undefined;
  return (error) => {
    exception = exception === undefined ? decodeException(error) : again(exception, error);
    const [replacement, position] = handlerResult(call(handler, exception)) ?? [];
    const text = replacement === undefined ? undefined : textOf(replacement);
    if (position === undefined || text === undefined) {
      throw typeError("decoding error handler must return (str, int) tuple");
    }
    const resume = toSsizeArgument(position);
    const object = getAttr(exception, "object");
    if (!(object instanceof PyBytes)) throw typeError("object attribute must be bytes");
    return { text: toEncode(text), resume, bytes: object.bytes };
  };
}

function handlerResult(result: Value): Value[] | undefined {
  return result instanceof PyTuple && result.items.length === 2 ? result.items : undefined;
}
