/**
 * The registry of codecs and of error handlers, one for each interpreter (CPython Python/codecs.c).
 *
 * Trap: the package `encodings` registers the search function for all of Python's own codecs; it is imported by
 * the first lookup, and looks codecs up itself while it is imported.
 */
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, PyTuple } from "../../objects/kernel/payload.ts";
import { raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { notingCodec } from "../../objects/types/exception-notes.ts";
import { textArgument, textToJs } from "../../objects/types/text.ts";
import { builtinErrorHandlers } from "./handlers.ts";

/** "UTF 8" -> "utf_8": letters and digits in lower case, anything else between them one "_". */
export function normalizeEncoding(encoding: string): string {
  return encoding
    .replace(/[^A-Za-z0-9.]+/g, "_")
    .replace(/^_|_$/g, "")
    .replace(/[A-Z]/g, (c) => c.toLowerCase());
}

/** A str argument without "\0", as a JavaScript string. */
function nameArgument(value: Value, functionName: string, argument: string): string {
  const name = textToJs(textArgument(value, functionName, argument));
  if (name.includes("\0")) throw valueError("embedded null character");
  return name;
}

function checkCallable(value: Value, message: string): void {
  if (typeOf(value).slots.__call__ === undefined) throw typeError(message);
}

export class CodecRegistry {
  private searchFunctions: Value[] = [];
  private readonly cache = new Map<string, PyTuple>();
  private readonly errorHandlers = new Map<string, Value>(builtinErrorHandlers());
  private started = false;

  private start(): void {
    if (this.started) return;
    this.started = true;
    hooks.importModule("encodings");
  }

  register(searchFunction: Value): void {
    checkCallable(searchFunction, "argument must be callable");
    this.start();
    this.searchFunctions.push(searchFunction);
  }

  unregister(searchFunction: Value): void {
    const index = this.searchFunctions.indexOf(searchFunction);
    if (index < 0) return;
    this.cache.clear();
    this.searchFunctions.splice(index, 1);
  }

  /** The codec's entry: a tuple (encoder, decoder, stream reader, stream writer). */
  lookup(encoding: string): PyTuple {
    this.start();
    const name = normalizeEncoding(encoding);
    const known = this.cache.get(name);
    if (known !== undefined) return known;
    if (this.searchFunctions.length === 0) {
      throw raise("LookupError", "no codec search functions registered: can't find encoding");
    }
    for (const search of [...this.searchFunctions]) {
      const found = call(search, name);
      if (found === NONE) continue;
      if (!(found instanceof PyTuple) || found.items.length !== 4) {
        throw typeError("codec search functions must return 4-tuples");
      }
      this.cache.set(name, found);
      return found;
    }
    throw raise("LookupError", `unknown encoding: ${encoding}`);
  }

  lookupError(name: string): Value {
    const handler = this.errorHandlers.get(name);
    if (handler === undefined) throw raise("LookupError", `unknown error handler name '${name}'`);
    return handler;
  }

  registerError(name: string, handler: Value): void {
    checkCallable(handler, "handler must be callable");
    this.errorHandlers.set(name, handler);
  }

  encode(object: Value, encoding: string, errors: Value): Value {
    return convert(this.lookup(encoding), 0, object, encoding, errors);
  }

  decode(object: Value, encoding: string, errors: Value): Value {
    return convert(this.lookup(encoding), 1, object, encoding, errors);
  }
}

function convert(codec: PyTuple, part: 0 | 1, object: Value, encoding: string, errors: Value): Value {
  const verb = part === 0 ? "encoding" : "decoding";
  const result = notingCodec(verb, encoding, () => call(codec.items[part], object, errors));
  if (result instanceof PyTuple && result.items.length === 2) return result.items[0];
  throw typeError(
    part === 0 ? "encoder must return a tuple (object, integer)" : "decoder must return a tuple (object,integer)",
  );
}

const CODING = "($module, /, obj, encoding='utf-8', errors='strict')";

/** The functions of `_codecs` that read or change `registry`. */
export function registryFunctions(registry: CodecRegistry): Record<string, MethodRow> {
  const coding = (name: "encode" | "decode") => (object: Value, encoding: Value, errors: Value) => {
    const encodingName = nameArgument(encoding, name, "argument 'encoding'");
    nameArgument(errors, name, "argument 'errors'");
    return registry[name](object, encodingName, errors);
  };
  return {
    register: [
      "($module, search_function, /)",
      "Register a codec search function.\n\nSearch functions are expected to take one argument, the encoding name in\nall lower case letters, and either return None, or a tuple of functions\n(encoder, decoder, stream_reader, stream_writer) (or a CodecInfo object).",
      (search: Value) => registry.register(search),
    ],
    unregister: [
      "($module, search_function, /)",
      "Unregister a codec search function and clear the registry's cache.\n\nIf the search function is not registered, do nothing.",
      (search: Value) => registry.unregister(search),
    ],
    lookup: [
      "($module, encoding, /)",
      "Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.",
      (encoding: Value) => registry.lookup(nameArgument(encoding, "lookup", "argument")),
    ],
    encode: [
      CODING,
      "Encodes obj using the codec registered for encoding.\n\nThe default encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors.",
      coding("encode"),
    ],
    decode: [
      CODING,
      "Decodes obj using the codec registered for encoding.\n\nDefault encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors.",
      coding("decode"),
    ],
    register_error: [
      "($module, errors, handler, /)",
      "Register the specified error handler under the name errors.\n\nhandler must be a callable object, that will be called with an exception\ninstance containing information about the location of the encoding/decoding\nerror and must return a (replacement, new position) tuple.",
      (errors: Value, handler: Value) =>
        registry.registerError(nameArgument(errors, "register_error", "argument 1"), handler),
    ],
    lookup_error: [
      "($module, name, /)",
      "lookup_error(errors) -> handler\n\nReturn the error handler for the specified error handling name or raise a\nLookupError, if no handler exists under this name.",
      (name: Value) => registry.lookupError(nameArgument(name, "lookup_error", "argument")),
    ],
  };
}

/** The `errors` argument of a codec function: None is "strict". */
export function errorsArgument(value: Value, functionName: string): string {
  if (value === NONE) return "strict";
  const errors = jsString(value);
  if (errors === undefined) {
    throw typeError(`${functionName}() argument 2 must be str or None, not ${typeOf(value).name}`);
  }
  if (errors.includes("\0")) throw valueError("embedded null character");
  return errors;
}
