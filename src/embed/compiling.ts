/**
 * From the compiler to Python: `compile()` with its flags, SyntaxError objects and warnings (CPython
 * Python/pythonrun.c, Python/errors.c).
 */
import { CodeBlob } from "../bytecode/code.ts";
import type { Text } from "../bytecode/constants.ts";
import { removeColumns } from "../bytecode/linetable.ts";
import { compileAst, compileSource, PYCF_MASK } from "../compile/compile.ts";
import { host } from "../host/current.ts";
import { warnAt } from "../native/_warnings.ts";
import { type CompileRequest, treeHooks } from "../native/builtins/hooks.ts";
import { audit } from "../objects/kernel/audit.ts";
import { call } from "../objects/kernel/call.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS, type ExceptionName } from "../objects/kernel/exception-types.ts";
import { PyObject, type Value } from "../objects/kernel/object.ts";
import { jsString, type PyBaseException, PyBytes, strFromText, textOf } from "../objects/kernel/payload.ts";
import { strText } from "../objects/kernel/protocol.ts";
import { PyError, raise } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { codeFromBlob } from "../objects/types/code.ts";
import { makeSyntaxError } from "../objects/types/exceptions/simple.ts";
import { decodeBytes } from "../objects/types/str-codecs.ts";
import { SyntaxProblem } from "../syntax/errors.ts";
import type { Mod } from "../syntax/generated/ast.ts";
import { PyCF_ONLY_AST, parse } from "../syntax/parse.ts";
import { sourceProblem } from "../syntax/source.ts";
import { bug } from "../util/assert.ts";

export interface CompilerSettings {
  /** `sys.flags.optimize`. */
  readonly optimize: number;
  /** `sys.get_int_max_str_digits()`. */
  readonly maxIntDigits: () => number;
  /** -X no_debug_ranges is off. */
  readonly debugRanges: boolean;
}

/** What parser and compiler are told for a request. */
function optionsOf(request: CompileRequest, settings: CompilerSettings) {
  const { filename, mode, flags } = request;
  const isForTree = (flags & PyCF_ONLY_AST) !== 0;
  return {
    mode,
    filename: textOf(filename) as Text,
    flags,
    optimize: request.optimize < 0 ? settings.optimize : request.optimize,
    maxIntDigits: settings.maxIntDigits(),
    onWarning: warningHandler(filename),
    ...(isForTree && request.featureVersion >= 0 ? { featureVersion: request.featureVersion } : {}),
    decode: decodeSource,
  };
}

/** `compile()`: a code object, or a tree if the flags ask for one. Throws PyError. */
export function compileToPython(request: CompileRequest, settings: CompilerSettings): Value {
  const { source, flags, filename } = request;
  const options = optionsOf(request, settings);
  return raisingSyntaxErrors(filename, () => {
    if (source instanceof PyObject) return compileTree(source, request, options);
    if ((flags & PyCF_ONLY_AST) !== 0) return treeHooks().toPython(parse(source, options));
    return codeFromBlob(compileSource(source, options));
  });
}

/** Parse a source and use its tree. Throws PyError for problems of either. */
export function withTree<Result>(
  request: CompileRequest,
  settings: CompilerSettings,
  use: (tree: Mod) => Result,
): Result {
  const { source, filename } = request;
  if (source instanceof PyObject) return bug("a source is text or bytes");
  return raisingSyntaxErrors(filename, () => use(parse(source, optionsOf(request, settings))));
}

function raisingSyntaxErrors<Result>(filename: Value, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof SyntaxProblem) throw problemToError(error, filename);
    throw error;
  }
}

function compileTree(tree: PyObject, request: CompileRequest, options: ReturnType<typeof optionsOf>): Value {
  if ((request.flags & PyCF_ONLY_AST) !== 0) return tree;
  audit("compile", tree, NONE);
  return codeFromBlob(compileAst(treeHooks().fromPython(tree, request.mode), options));
}

/** Encodings that the parser does not know go through the codec registry. */
export function decodeSource(bytes: Uint8Array, encoding: string): string {
  try {
    return jsString(decodeBytes(new PyBytes(bytes), bytes, encoding, "strict")) as string;
  } catch (error) {
    const isOfSource =
      error instanceof PyError && (error.is(EXCEPTIONS.LookupError) || error.is(EXCEPTIONS.ValueError));
    throw isOfSource ? sourceProblem(strText(error.exception)) : error;
  }
}

/** Issue a warning of the compiler; true if the filters make it an error. */
function warningHandler(filename: Value) {
  return (category: string, message: string, lineno: number): boolean => {
    const type = EXCEPTIONS[category as ExceptionName];
    try {
      // Line 0 stands for the Python line that calls the compiler.
      if (lineno === 0) hooks.warn(type, message, 1);
      else warnAt(type, message, filename, lineno);
      return false;
    } catch (error) {
      if (error instanceof PyError && error.is(type)) return true;
      throw error;
    }
  };
}

/** The Python exception that a problem of the front end stands for. */
export function problemToError(problem: SyntaxProblem, filename: Value): PyError {
  const { type, msg } = problem;
  if (type !== "SyntaxError" && type !== "IndentationError" && type !== "TabError") {
    return type === "UnicodeEncodeError" ? raise("ValueError", msg) : raise(type, msg);
  }
  const text = problem.text ?? lineOfFile(filename, problem.lineno);
  const value = (number: number | null): Value => number ?? NONE;
  if (problem.lineno === null) return new PyError(call(EXCEPTIONS[type], msg) as PyBaseException);
  return new PyError(
    makeSyntaxError(type, msg, {
      filename,
      lineno: value(problem.lineno),
      offset: value(problem.offset),
      text: text === null ? NONE : strFromText(text),
      end_lineno: value(problem.end_lineno),
      end_offset: value(problem.end_offset),
    }),
  );
}

/** The compiler proper does not have the source: CPython reads the line from the file, if it can. */
function lineOfFile(filename: Value, lineno: number | null): Text | null {
  const path = jsString(filename);
  if (path === undefined || lineno === null || path.startsWith("<")) return null;
  try {
    const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(host().files.readFile(path)).split("\n");
    const line = lines[lineno - 1];
    return line === undefined ? null : (textOf(strFromText(`${line}\n`)) ?? null);
  } catch {
    return null;
  }
}

/** -X no_debug_ranges: the code object, and those in it, with lines only (CPython's remove_column_info). */
export function withoutColumns(blob: CodeBlob): CodeBlob {
  return blob.with({
    co_consts: blob.co_consts.map((constant) => (constant instanceof CodeBlob ? withoutColumns(constant) : constant)),
    co_linetable: removeColumns(blob.co_linetable, blob.co_firstlineno),
  });
}

/** The flags of a code object that code compiled in it inherits. */
export function inheritedFlags(codeFlags: number): number {
  return codeFlags & PYCF_MASK;
}
