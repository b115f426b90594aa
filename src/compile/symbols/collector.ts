/**
 * The state of the first pass over the tree, which records in each block how its names are used there
 * (CPython: `symtable_enter_block`, `symtable_add_def` in Python/symtable.c).
 */

import { mangle } from "../mangle.ts";
import { recursionProblem, syntaxProblem } from "../problems.ts";
import {
  ANNOTATION_BLOCK,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  MODULE_BLOCK,
  type Position,
  Scope,
  SymbolTable,
} from "./scopes.ts";

/** Nesting at which CPython gives up; deep chains of operators and `elif` count one each. */
export const RECURSION_LIMIT = 20_000;

export class Collector {
  readonly table: SymbolTable;
  readonly stack: Scope[];
  current: Scope;
  privateName: string | null = null;
  #depth = 0;

  constructor(
    readonly futureAnnotations: boolean,
    top: object,
  ) {
    const position = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
    const scope = new Scope(0, "top", MODULE_BLOCK, position);
    this.table = new SymbolTable(scope);
    this.table.blocks.set(top, scope);
    this.stack = [scope];
    this.current = scope;
  }

  descend(): void {
    if (++this.#depth > RECURSION_LIMIT) throw recursionProblem();
  }

  ascend(): void {
    this.#depth--;
  }

  enterBlock(name: string, type: number, key: object, position: Position): Scope {
    const parent = this.current;
    const { lineno, col_offset, end_lineno, end_col_offset } = position;
    const scope = new Scope(this.table.nextId(), name, type, { lineno, col_offset, end_lineno, end_col_offset });
    scope.nested = parent.nested || parent.isFunctionLike;
    // Assignment expressions stay forbidden in everything inside the iterable of a comprehension.
    scope.iterableDepth = parent.iterableDepth;
    this.table.blocks.set(key, scope);
    this.stack.push(scope);
    this.current = scope;
    // Postponed annotations become strings: their blocks must not take part in the analysis.
    if (type !== ANNOTATION_BLOCK) parent.children.push(scope);
    return scope;
  }

  exitBlock(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1]!;
  }

  flagsOf(name: string): number {
    return this.current.flagsOf(mangle(this.privateName, name));
  }

  define(name: string, flag: number, position: Position, scope: Scope = this.current): void {
    const mangled = mangle(this.privateName, name);
    const known = scope.symbols.get(mangled) ?? 0;
    if (flag & known & DEF_PARAM) {
      throw syntaxProblem(`duplicate argument '${name}' in function definition`, position);
    }
    if (flag & known & DEF_TYPE_PARAM) throw syntaxProblem(`duplicate type parameter '${name}'`, position);
    let flags = known | flag;
    if (scope.inIterationTarget) {
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
        throw syntaxProblem(`comprehension inner loop cannot rebind assignment expression target '${name}'`, position);
      }
      flags |= DEF_COMP_ITER;
    }
    scope.symbols.set(mangled, flags);
    if (flag & DEF_PARAM) scope.varnames.push(mangled);
    else if (flag & DEF_GLOBAL) {
      const globals = this.table.top.symbols;
      globals.set(mangled, (globals.get(mangled) ?? 0) | flag);
    }
  }

  recordDirective(name: string, position: Position): void {
    const { lineno, col_offset, end_lineno, end_col_offset } = position;
    this.current.directives.push({
      name: mangle(this.privateName, name),
      position: { lineno, col_offset, end_lineno, end_col_offset },
    });
  }
}
