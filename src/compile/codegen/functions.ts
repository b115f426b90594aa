/**
 * `def`, `async def` and `lambda` (CPython: `compiler_function`, `compiler_lambda` in Python/compile.c).
 *
 * Trap: the first constant of a function is its docstring or None, wherever it is used.
 */
import { TupleConstant } from "../../bytecode/constants.ts";
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/operators.ts";
import type {
  Arg,
  Arguments,
  AsyncFunctionDefNode,
  Expr,
  FunctionDefNode,
  LambdaNode,
} from "../../syntax/generated/ast.ts";
import { toText } from "../../syntax/text.ts";
import { docstringOf } from "../docstring.ts";
import type { Location } from "../instructions.ts";
import { mangle } from "../mangle.ts";
import { unparse } from "../unparse.ts";
import { popBlock, pushBlock, startBlock } from "./blocks.ts";
import {
  HAS_ANNOTATIONS,
  HAS_DEFAULTS,
  HAS_KEYWORD_DEFAULTS,
  makeFunction,
  wrapInStopIterationHandler,
} from "./closures.ts";
import type { Codegen } from "./codegen.ts";
import { checkForbiddenName, emitName } from "./names.ts";
import { emitTypeParameters, enterTypeParameters } from "./typeparameters.ts";

type FunctionNode = FunctionDefNode | AsyncFunctionDefNode;

export function emitFunction(c: Codegen, s: FunctionNode): void {
  checkParameters(s.args);
  c.expressions(s.decorator_list);
  const firstlineno = s.decorator_list[0]?.lineno ?? s.lineno;
  const generic = s.type_params.length > 0;
  if (generic) c.emit(op.PUSH_NULL, s);
  let flags = emitDefaults(c, s, s.args);
  // What the code object of the type parameters is called with: the defaults made here.
  const passed = (flags & HAS_DEFAULTS ? 1 : 0) + (flags & HAS_KEYWORD_DEFAULTS ? 1 : 0);
  if (generic) {
    if (passed === 2) c.emitArg(op.SWAP, 2, s);
    enterTypeParameters(c, s.name, s.type_params, firstlineno);
    emitTypeParameters(c, s.type_params);
    for (let index = 0; index < passed; index++) c.emitArg(op.LOAD_FAST, index, s);
  }
  if (emitAnnotations(c, s)) flags |= HAS_ANNOTATIONS;
  emitFunctionBody(c, s, flags, firstlineno);
  if (generic) {
    c.emitArg(op.SWAP, 2, s);
    c.emitArg(op.CALL_INTRINSIC_2, INTRINSIC.INTRINSIC_SET_FUNCTION_TYPE_PARAMS, s);
    c.unit.argcount = passed;
    makeFunction(c, s, c.leaveUnit(false), 0);
    if (passed > 0) c.emitArg(op.SWAP, passed + 1, s);
    c.emitArg(op.CALL, passed, s);
  }
  applyDecorators(c, s.decorator_list);
  emitName(c, s, s.name, "Store");
}

function emitFunctionBody(c: Codegen, s: FunctionNode, flags: number, firstlineno: number): void {
  const isAsync = s.kind === "AsyncFunctionDef";
  c.enterUnit(s.name, isAsync ? "asyncFunction" : "function", s, firstlineno);
  startBlock(c);
  const { coroutine, generator } = c.unit.scope;
  const catchesStopIteration = coroutine || generator;
  if (catchesStopIteration) pushBlock(c, s, { kind: "stopIteration" });
  const docstring = c.options.optimize < 2 ? docstringOf(s.body) : null;
  c.unit.consts.index(docstring);
  setParameterCounts(c, s.args);
  c.statements(docstring === null ? s.body : s.body.slice(1));
  if (catchesStopIteration) {
    wrapInStopIterationHandler(c);
    popBlock(c, "stopIteration");
  }
  makeFunction(c, s, c.leaveUnit(true), flags);
}

function setParameterCounts(c: Codegen, args: Arguments): void {
  c.unit.argcount = args.args.length;
  c.unit.posonlyargcount = args.posonlyargs.length;
  c.unit.kwonlyargcount = args.kwonlyargs.length;
}

export function emitLambda(c: Codegen, e: LambdaNode): void {
  checkParameters(e.args);
  const flags = emitDefaults(c, e, e.args);
  c.enterUnit("<lambda>", "lambda", e, e.lineno);
  c.unit.consts.index(null);
  setParameterCounts(c, e.args);
  c.expression(e.body);
  const { generator } = c.unit.scope;
  if (!generator) {
    c.emit(op.RETURN_VALUE, e.body);
  }
  makeFunction(c, e, c.leaveUnit(!generator), flags);
}

export function applyDecorators(c: Codegen, decorators: readonly Expr[]): void {
  for (let index = decorators.length - 1; index >= 0; index--) c.emitArg(op.CALL, 0, decorators[index]!);
}

function checkParameters(args: Arguments): void {
  for (const arg of [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg]) {
    if (arg !== null) checkForbiddenName(arg, arg.arg, "Store");
  }
}

function emitDefaults(c: Codegen, loc: Location, args: Arguments): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    c.expressions(args.defaults);
    c.emitArg(op.BUILD_TUPLE, args.defaults.length, loc);
    flags |= HAS_DEFAULTS;
  }
  const names: string[] = [];
  const { privateName } = c.unit;
  for (const [index, arg] of args.kwonlyargs.entries()) {
    const value = args.kw_defaults[index] ?? null;
    if (value === null) continue;
    const name = mangle(privateName, arg.arg);
    if (name === arg.arg) c.cache.noteIdentifier(name);
    names.push(name);
    c.expression(value);
  }
  if (names.length > 0) {
    c.loadConst(new TupleConstant(names.map(toText)), loc);
    c.emitArg(op.BUILD_CONST_KEY_MAP, names.length, loc);
    flags |= HAS_KEYWORD_DEFAULTS;
  }
  return flags;
}

function emitAnnotations(c: Codegen, s: FunctionNode): boolean {
  const { args } = s;
  let count = 0;
  const emitOne = (name: string, annotation: Expr | null) => {
    if (annotation === null) return;
    c.loadMangled(name, s);
    emitAnnotation(c, s, annotation);
    count++;
  };
  const emitAll = (list: readonly (Arg | null)[]) => {
    for (const arg of list) if (arg !== null) emitOne(arg.arg, arg.annotation);
  };
  emitAll(args.args);
  emitAll(args.posonlyargs);
  emitAll([args.vararg]);
  emitAll(args.kwonlyargs);
  emitAll([args.kwarg]);
  emitOne("return", s.returns);
  if (count > 0) c.emitArg(op.BUILD_TUPLE, count * 2, s);
  return count > 0;
}

function emitAnnotation(c: Codegen, loc: Location, annotation: Expr): void {
  if (c.futureAnnotations) {
    c.loadConst(unparse(annotation, c.options.maxIntDigits), annotation);
  } else if (annotation.kind === "Starred") {
    // `*args: *Ts`
    c.expression(annotation.value);
    c.emitArg(op.UNPACK_SEQUENCE, 1, loc);
  } else {
    c.expression(annotation);
  }
}
