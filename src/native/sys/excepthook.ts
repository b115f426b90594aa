/** sys.excepthook and sys.unraisablehook (CPython Python/pythonrun.c, errors.c). */
import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyBaseException, strFromJs } from "../../objects/kernel/payload.ts";
import { reprText, strText } from "../../objects/kernel/protocol.ts";
import { PyError, typeError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { setTraceback } from "../../objects/types/exceptions/base_exception.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";
import { current } from "../../vm/thread.ts";
import { addTraceback } from "../../vm/unwind.ts";
import { formatException } from "./print-exception.ts";

const UNRAISABLE_ARGS = defineStructSequence(
  "UnraisableHookArgs",
  "UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.",
  [
    ["exc_type", "Exception type"],
    ["exc_value", "Exception value"],
    ["exc_traceback", "Exception traceback"],
    ["err_msg", "Error message"],
    ["object", "Object causing the exception"],
  ],
);

function stderr(): Value | undefined {
  const stream = lookupAttr(hooks.importModule("sys"), "stderr");
  return stream === NONE ? undefined : stream;
}

/** Print an exception with its traceback to sys.stderr, as for one that nobody caught. */
export function printException(exception: PyBaseException): void {
  const stream = stderr();
  if (stream === undefined) return;
  call(getAttr(stream, "write"), strFromJs(formatException(exception)));
  const flush = lookupAttr(stream, "flush");
  if (flush !== undefined) call(flush);
}

/** Print `value`, whatever it is, with `traceback` if it has none of its own. */
export function exceptHook(_type: Value, value: Value, traceback: Value): void {
  if (!(value instanceof PyBaseException)) {
    const stream = stderr();
    const text = `TypeError: print_exception(): Exception expected for value, ${typeName(value)} found\n`;
    if (stream !== undefined) call(getAttr(stream, "write"), text);
    return;
  }
  if (traceback !== NONE && value.traceback === null) setTraceback(value, traceback);
  printException(value);
}

/** "Exception ignored in: <object>", then the exception. */
function unraisableHook(unraisable: Value): void {
  if (typeOf(unraisable) !== UNRAISABLE_ARGS.type) {
    throw typeError("sys.unraisablehook argument type must be UnraisableHookArgs");
  }
  const stream = stderr();
  if (stream === undefined) return;
  const object = getAttr(unraisable, "object");
  const message = getAttr(unraisable, "err_msg");
  const write = (text: string): void => void call(getAttr(stream, "write"), text);
  if (object !== NONE) {
    let shown: string;
    try {
      shown = reprText(object);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      shown = "<object repr() failed>";
    }
    write(`${message === NONE ? "Exception ignored in" : strText(message)}: ${shown}\n`);
  } else if (message !== NONE) write(`${strText(message)}:\n`);
  const value = getAttr(unraisable, "exc_value");
  if (value instanceof PyBaseException) printException(value);
}

/**
 * An exception that has nowhere to go (PyErr_WriteUnraisable): sys.unraisablehook gets it. What that raises is printed in
 * its place.
 */
export function reportUnraisable(exception: PyBaseException, message: string | undefined, object: Value): void {
  const hook = lookupAttr(hooks.importModule("sys"), "unraisablehook");
  const { frame } = current.thread;
  if (exception.traceback === null && frame !== null) addTraceback(frame, exception, frame.pc);
  const args = unraisableArgs(exception, message, object);
  if (hook === undefined || hook === NONE) unraisableHook(args);
  else {
    try {
      audit("sys.unraisablehook", hook, args);
      call(hook, args);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      unraisableHook(unraisableArgs(error.exception, "Exception ignored in sys.unraisablehook", hook));
    }
  }
}

function unraisableArgs(exception: PyBaseException, message: string | undefined, object: Value): Value {
  const text = message === undefined ? NONE : strFromJs(message);
  return UNRAISABLE_ARGS.make([typeOf(exception), exception, exception.traceback ?? NONE, text, object]);
}

export const exceptionFunctions: Record<string, MethodRow> = {
  excepthook: [
    "($module, exctype, value, traceback, /)",
    "Handle an exception by displaying it with a traceback on sys.stderr.",
    exceptHook,
  ],
  unraisablehook: [
    "($module, unraisable, /)",
    "Handle an unraisable exception.\n\nThe unraisable argument has the following attributes:\n\n* exc_type: Exception type.\n* exc_value: Exception value, can be None.\n* exc_traceback: Exception traceback, can be None.\n* err_msg: Error message, can be None.\n* object: Object causing the exception, can be None.",
    unraisableHook,
  ],
};
