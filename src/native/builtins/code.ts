/**
 * The functions of `builtins` that compile and run code, and those about the running frame (CPython
 * Python/bltinmodule.c).
 */
import { type Text, WideText } from "../../bytecode/constants.ts";
import { PYCF_ALLOW_TOP_LEVEL_AWAIT } from "../../compile/compile.ts";
import { audit, auditing } from "../../objects/kernel/audit.ts";
import { call, callWith } from "../../objects/kernel/call.ts";
import { CELL, CODE, isInstance, NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";

import type { Value } from "../../objects/kernel/object.ts";
import {
  jsString,
  type PyBaseException,
  PyByteArray,
  PyBytes,
  PyTuple,
  strFromText,
  textOf,
} from "../../objects/kernel/payload.ts";
import { PyError, runtimeError, systemError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { lookupBuffer } from "../../objects/types/buffer.ts";
import { shownBuiltins } from "../../objects/types/mapping-builtins.ts";
import { encodeStr } from "../../objects/types/str-codecs.ts";
import { textFromCodePoints } from "../../objects/types/text.ts";
import {
  PyCF_ALLOW_INCOMPLETE_INPUT,
  PyCF_DONT_IMPLY_DEDENT,
  PyCF_ONLY_AST,
  PyCF_TYPE_COMMENTS,
} from "../../syntax/parse.ts";
import { decodedPath } from "../posix/paths.ts";
import { DOCS } from "./docs.ts";
import { type CompileRequest, interpreterHooks, isTree } from "./hooks.ts";

/** All flags of `from __future__`, and CO_NESTED, which has long meant nothing. */
const FUTURE_FLAGS = 0x1fe0000 | 0x10;
const COMPILE_FLAGS =
  PyCF_ONLY_AST |
  PyCF_DONT_IMPLY_DEDENT |
  PyCF_TYPE_COMMENTS |
  PYCF_ALLOW_TOP_LEVEL_AWAIT |
  PyCF_ALLOW_INCOMPLETE_INPUT;
const SOURCE_IS_TEXT = 0x100;

const MODES = ["exec", "eval", "single", "func_type"] as const;

/** The source of compile(), eval() or exec() as text or bytes; undefined if it is neither. */
function sourceOf(value: Value): Text | Uint8Array | undefined {
  const text = textOf(value);
  if (text !== undefined) return text;
  if (value instanceof PyBytes || value instanceof PyByteArray) return value.bytes.slice();
  return lookupBuffer(value);
}

function checkNulls(source: Text | Uint8Array): void {
  const hasNull =
    typeof source === "string"
      ? source.includes("\0")
      : (source instanceof Uint8Array ? source : source.codePoints).includes(0);
  if (hasNull)
    throw new PyError(call(EXCEPTIONS.SyntaxError, "source code string cannot contain null bytes") as PyBaseException);
}

function compile(
  source: Value,
  filename: Value,
  mode: Value,
  flagsValue: Value,
  dontInherit: Value,
  optimizeValue: Value,
  featureVersion: Value,
): Value {
  const path = decodedPath(filename);
  const modeName = jsString(mode);
  if (modeName === undefined) throw typeError(`compile() argument 'mode' must be str, not ${typeName(mode)}`);
  const flags = intArgument(flagsValue);
  const inherit = !isTrue(dontInherit);
  const optimize = intArgument(optimizeValue);
  if ((flags & ~(FUTURE_FLAGS | COMPILE_FLAGS)) !== 0) throw valueError("compile(): unrecognised flags");
  if (optimize < -1 || optimize > 2) throw valueError("compile(): invalid optimize value");
  const onlyTree = (flags & PyCF_ONLY_AST) !== 0;
  const known = MODES.find((each) => each === modeName);
  if (known === undefined) {
    const list = onlyTree ? "'exec', 'eval', 'single' or 'func_type'" : "'exec', 'eval' or 'single'";
    throw valueError(`compile() mode must be ${list}`);
  }
  if (known === "func_type" && !onlyTree) throw valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  const { inheritedFlags, compile: run } = interpreterHooks();
  const request = {
    filename: path,
    mode: known,
    flags: inherit ? flags | inheritedFlags() : flags,
    optimize,
    featureVersion: intArgument(featureVersion),
  };
  if (isTree(source)) return onlyTree ? source : run({ ...request, source });
  const text = requireSource(source, "compile", "string, bytes or AST");
  auditSource(text, path);
  return run({ ...request, source: text });
}

/** The source that the function `name` was given; TypeError if it is none of `what`. */
export function requireSource(value: Value, name: string, what: string): Text | Uint8Array {
  const source = sourceOf(value);
  if (source === undefined) throw typeError(`${name}() arg 1 must be a ${what} object`);
  if (source instanceof WideText) encodeStr(value, "utf-8");
  checkNulls(source);
  return source;
}

/** The compiler hears of a text as bytes. */
function auditSource(source: Text | Uint8Array, filename: Value): void {
  if (auditing.hooks.length === 0) return;
  audit("compile", source instanceof Uint8Array ? new PyBytes(source) : encodeStr(strFromText(source)), filename);
}

/** Compile what eval() or exec() was given as text. */
function compileText(source: Text | Uint8Array, mode: "eval" | "exec"): Value {
  auditSource(source, "<string>");
  const { inheritedFlags, compile: run } = interpreterHooks();
  const flags = inheritedFlags() | SOURCE_IS_TEXT;
  const request: CompileRequest = { source, filename: "<string>", mode, flags, optimize: -1, featureVersion: -1 };
  return run(request);
}

/** Globals and locals as eval() and exec() complete them. */
function namespaces(globals: Value, locals: Value): { globals: PyDict; locals: Value } {
  const frame = hooks.currentFrame();
  if (globals === NONE) {
    if (frame === null) throw systemError("globals and locals cannot be NULL");
    return { globals: frame.globals, locals: locals === NONE ? interpreterHooks().locals() : locals };
  }
  const dict = globals as PyDict;
  // The dict itself is asked and changed, whatever a subclass makes of it.
  if (frame !== null && !dict.has("__builtins__")) dict.set("__builtins__", shownBuiltins(frame.builtins));
  return { globals: dict, locals: locals === NONE ? dict : locals };
}

const isMapping = (value: Value): boolean => typeOf(value).slots.__getitem__ !== undefined;

/** What eval() or exec() runs. */
export interface Execution {
  readonly code: Value;
  readonly globals: PyDict;
  readonly locals: Value;
  readonly closure: PyTuple | undefined;
}

function run({ code, globals, locals, closure }: Execution): Value {
  return interpreterHooks().run(code, globals, locals, closure);
}

function audited(execution: Execution): Execution {
  audit("exec", execution.code);
  return execution;
}

export function prepareEval(source: Value, globals: Value, locals: Value): Execution {
  if (locals !== NONE && !isMapping(locals)) throw typeError("locals must be a mapping");
  if (globals !== NONE && !(globals instanceof PyDict)) {
    throw typeError(
      isMapping(globals) ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict",
    );
  }
  const scope = namespaces(globals, locals);
  if (isInstance(source, CODE)) {
    if (interpreterHooks().freeVariableCount(source) > 0) {
      throw typeError("code object passed to eval() may not contain free variables");
    }
    return audited({ code: source, ...scope, closure: undefined });
  }
  const text = requireSource(source, "eval", "string, bytes or code");
  return audited({ code: compileText(withoutIndent(text), "eval"), ...scope, closure: undefined });
}

/** eval() forgives spaces and tabs before the expression. */
function withoutIndent(source: Text | Uint8Array): Text | Uint8Array {
  if (typeof source === "string") return source.replace(/^[ \t]+/, "");
  const units = source instanceof Uint8Array ? source : source.codePoints;
  let start = 0;
  while (units[start] === 0x20 || units[start] === 0x09) start++;
  if (start === 0) return source;
  return source instanceof Uint8Array ? source.subarray(start) : textFromCodePoints(source.codePoints.subarray(start));
}

export function prepareExec(source: Value, globals: Value, locals: Value, closure: Value): Execution {
  if (globals !== NONE && !(globals instanceof PyDict)) {
    throw typeError(`exec() globals must be a dict, not ${typeName(globals)}`);
  }
  if (locals !== NONE && !isMapping(locals)) {
    throw typeError(`locals must be a mapping or None, not ${typeName(locals)}`);
  }
  const scope = namespaces(globals, locals);
  if (isInstance(source, CODE)) {
    const cells = checkClosure(interpreterHooks().freeVariableCount(source), closure);
    return audited({ code: source, ...scope, closure: cells });
  }
  if (closure !== NONE) throw typeError("closure can only be used when source is a code object");
  const text = requireSource(source, "exec", "string, bytes or code");
  return audited({ code: compileText(text, "exec"), ...scope, closure: undefined });
}

function checkClosure(count: number, closure: Value): PyTuple | undefined {
  if (count === 0) {
    if (closure !== NONE) throw typeError("cannot use a closure with this code object");
    return undefined;
  }
  const fits =
    closure instanceof PyTuple &&
    closure.items.length === count &&
    closure.items.every((each) => typeOf(each) === CELL);
  if (!fits) throw typeError(`code object requires a closure of exactly length ${count}`);
  return closure as PyTuple;
}

function buildClass(args: Value[], keywords: PyDict): Value {
  const names = keywords.keyArray().map((key) => jsString(key) as string);
  return interpreterHooks().buildClass([...args, ...keywords.valueArray()], names);
}

function breakpoint(args: Value[], keywords: PyDict): Value {
  const hook = interpreterHooks().sysAttribute("breakpointhook");
  if (hook === undefined) throw runtimeError("lost sys.breakpointhook");
  audit("builtins.breakpoint", hook);
  const names = keywords.keyArray().map((key) => jsString(key) as string);
  return callWith(hook, [...args, ...keywords.valueArray()], names.length === 0 ? undefined : names);
}

function globals(): Value {
  const frame = hooks.currentFrame();
  if (frame === null) throw systemError("globals(): no frame");
  return frame.globals;
}

export const CODE_FUNCTIONS: Readonly<Record<string, MethodRow>> = {
  __build_class__: ["~($module, *args, **keywords)", DOCS.__build_class__, buildClass],
  __import__: [
    "($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)",
    DOCS.__import__,
    (name: Value, scope: Value, locals: Value, fromlist: Value, level: Value) =>
      interpreterHooks().importName(name, scope, locals, fromlist, intArgument(level)),
  ],
  breakpoint: ["~($module, *args, **keywords)", DOCS.breakpoint, breakpoint],
  compile: [
    "($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)",
    DOCS.compile,
    compile,
  ],
  eval: [
    "($module, source, globals=None, locals=None, /)",
    DOCS.eval,
    (...args: Parameters<typeof prepareEval>) => run(prepareEval(...args)),
  ],
  exec: [
    "($module, source, globals=None, locals=None, /, *, closure=None)",
    DOCS.exec,
    (...args: Parameters<typeof prepareExec>) => void run(prepareExec(...args)),
  ],
  globals: ["($module, /)", DOCS.globals, globals],
  locals: ["($module, /)", DOCS.locals, () => interpreterHooks().locals()],
};
