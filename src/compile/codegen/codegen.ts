/**
 * The state of code generation: the stack of code objects in the making, and the primitives that append
 * instructions to the innermost (CPython: `struct compiler` and the ADDOP macros in Python/compile.c).
 *
 * The other files of this folder are functions over it, one per construct. They reach each other for nested
 * statements and expressions only through `statement` and `expression`, so no two files import each other.
 *
 * Trap: `loc` is part of the output. A node serves as its own location.
 */
import type { CodeBlob } from "../../bytecode/code.ts";
import { type Constant, type Text, TupleConstant } from "../../bytecode/constants.ts";
import * as op from "../../bytecode/generated/op.ts";
import type { Expr, Stmt } from "../../syntax/generated/ast.ts";
import { toText } from "../../syntax/text.ts";
import type { WarningHandler } from "../../syntax/tokenizer/lines.ts";
import { bug } from "../../util/assert.ts";
import type { ConstantCache } from "../constantcache.ts";
import type { FutureFeatures } from "../future.ts";
import { type Label, type Location, NO_LOCATION } from "../instructions.ts";
import { mangle } from "../mangle.ts";
import type { CompileObserver } from "../observe.ts";
import { syntaxProblem } from "../problems.ts";
import { GLOBAL_EXPLICIT, MODULE_BLOCK, type SymbolTable } from "../symbols/scopes.ts";
import { finishUnit } from "./finish.ts";
import { Unit, type UnitType } from "./unit.ts";

export interface CodegenOptions {
  readonly filename: Text;
  readonly optimize: number;
  /** CO_FUTURE_* in force, and whether `await` may stand at module level. */
  readonly flags: number;
  readonly topLevelAwait: boolean;
  /** The most digits that an int may be written with; 0 for no limit. */
  readonly maxIntDigits: number;
  /** Returning true turns the warning into an error. */
  readonly onWarning: WarningHandler;
  readonly observer?: CompileObserver | undefined;
}

/** How the functions of this folder reach nested nodes. */
export interface Visitors {
  readonly expression: (c: Codegen, node: Expr) => void;
  readonly statement: (c: Codegen, node: Stmt) => void;
}

export class Codegen {
  interactive = false;
  readonly #stack: Unit[] = [];

  constructor(
    readonly table: SymbolTable,
    readonly future: FutureFeatures,
    readonly cache: ConstantCache,
    readonly options: CodegenOptions,
    readonly visitors: Visitors,
  ) {}

  get unit(): Unit {
    return this.#stack[this.#stack.length - 1] ?? bug("no code object is being compiled");
  }

  /** How many code objects are open. */
  get nesting(): number {
    return this.#stack.length;
  }

  get futureAnnotations(): boolean {
    return this.future.annotations;
  }

  /** In a module compiled with PyCF_ALLOW_TOP_LEVEL_AWAIT. */
  get isTopLevelAwait(): boolean {
    return this.options.topLevelAwait && this.unit.scope.type === MODULE_BLOCK;
  }

  expression(node: Expr): void {
    this.visitors.expression(this, node);
  }

  expressions(nodes: readonly Expr[]): void {
    for (const node of nodes) this.visitors.expression(this, node);
  }

  statements(nodes: readonly Stmt[]): void {
    for (const node of nodes) this.visitors.statement(this, node);
  }

  enterUnit(name: string, type: UnitType, key: object, lineno: number): void {
    const outer = this.#stack[this.#stack.length - 1];
    const unit = new Unit(type, name, this.table.lookup(key), lineno, outer?.privateName ?? null, this.cache);
    unit.qualname = this.#qualname(unit);
    this.#stack.push(unit);
    const line = type === "module" ? 0 : lineno;
    this.emitArg(op.RESUME, 0, { lineno: line, end_lineno: lineno, col_offset: 0, end_col_offset: 0 });
  }

  #qualname(unit: Unit): string {
    const outer = this.#stack;
    if (outer.length <= 1) return unit.name;
    let parent = outer[outer.length - 1]!;
    if (parent.type === "typeParameters") {
      if (outer.length === 2) return unit.name;
      parent = outer[outer.length - 2]!;
    }
    if (unit.type === "function" || unit.type === "asyncFunction" || unit.type === "class") {
      const mangled = mangle(parent.privateName, unit.name);
      if (parent.scope.scopeOf(mangled) === GLOBAL_EXPLICIT) return unit.name;
    }
    const isFunction = parent.type === "function" || parent.type === "asyncFunction" || parent.type === "lambda";
    return `${parent.qualname}${isFunction ? ".<locals>" : ""}.${unit.name}`;
  }

  /** Ends the innermost code object with `return None`, or with a return of what is on the stack. */
  leaveUnit(returnsNone: boolean): CodeBlob {
    const unit = this.unit;
    if (returnsNone) this.loadConst(null, NO_LOCATION);
    this.emit(op.RETURN_VALUE, NO_LOCATION);
    const topLevelAwait = this.isTopLevelAwait;
    const code = finishUnit(unit, this.cache, this.options, topLevelAwait);
    this.#stack.pop();
    return code;
  }

  newLabel(): Label {
    return this.unit.instructions.newLabel();
  }

  useLabel(label: Label): void {
    this.unit.instructions.useLabel(label);
  }

  emit(opcode: number, loc: Location): void {
    this.unit.instructions.append(opcode, 0, loc);
  }

  emitArg(opcode: number, arg: number, loc: Location): void {
    this.unit.instructions.append(opcode, arg, loc);
  }

  emitJump(opcode: number, target: Label, loc: Location): void {
    this.unit.instructions.appendJump(opcode, target, loc);
  }

  loadConst(value: Constant, loc: Location): void {
    this.emitArg(op.LOAD_CONST, this.unit.consts.index(value), loc);
  }

  /** Loads an identifier of the program as a str. */
  loadIdentifier(name: string, loc: Location): void {
    this.cache.noteIdentifier(name);
    this.loadConst(toText(name), loc);
  }

  /** A tuple of identifiers of the program as a constant. */
  identifiers(names: readonly string[]): TupleConstant {
    for (const name of names) this.cache.noteIdentifier(name);
    return new TupleConstant(names.map(toText));
  }

  /** Loads as a str what mangling made of a name: a string of its own if that changed it. */
  loadMangled(name: string, loc: Location): void {
    const mangled = mangle(this.unit.privateName, name);
    if (mangled === name) this.loadIdentifier(name, loc);
    else this.loadConst(toText(mangled), loc);
  }

  /** The index of a name in co_names, after mangling. */
  nameIndex(name: string): number {
    return indexIn(this.unit.names, mangle(this.unit.privateName, name));
  }

  /** An instruction whose argument is a plain index in co_names. */
  emitWithName(opcode: number, name: string, loc: Location): void {
    this.emitArg(opcode, this.nameIndex(name), loc);
  }

  loadAttribute(name: string, loc: Location): void {
    this.emitArg(op.LOAD_ATTR, this.nameIndex(name) << 1, loc);
  }

  loadMethod(name: string, loc: Location): void {
    this.emitArg(op.LOAD_ATTR, (this.nameIndex(name) << 1) | 1, loc);
  }

  warn(loc: Location, message: string): void {
    if (this.options.onWarning("SyntaxWarning", message, loc.lineno) === true) throw syntaxProblem(message, loc);
  }
}

/** The index of a key, which is added at the end if it is new. */
export function indexIn(names: Map<string, number>, name: string): number {
  let index = names.get(name);
  if (index === undefined) {
    index = names.size;
    names.set(name, index);
  }
  return index;
}
