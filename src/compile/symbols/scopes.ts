/**
 * What the symbol table holds: one Scope per block of the program and one number of flags per name in it
 * (CPython: Include/internal/pycore_symtable.h; the same numbers are visible in the `_symtable` module).
 */
import { bug } from "../../util/assert.ts";

/** What a block says about a name. */
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 2 << 1;
export const DEF_NONLOCAL = 2 << 2;
export const USE = 2 << 3;
export const DEF_FREE = 2 << 4;
/** A free variable of a method with the name of a variable of the class body. */
export const DEF_FREE_CLASS = 2 << 5;
export const DEF_IMPORT = 2 << 6;
export const DEF_ANNOT = 2 << 7;
/** An iteration variable of a comprehension. */
export const DEF_COMP_ITER = 2 << 8;
export const DEF_TYPE_PARAM = 2 << 9;
/** A cell of a comprehension which was inlined here. */
export const DEF_COMP_CELL = 2 << 10;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

/** How the analysis resolved a name, in the high bits of its flags. */
export const SCOPE_OFFSET = 12;
export const SCOPE_MASK = DEF_GLOBAL | DEF_LOCAL | DEF_PARAM | DEF_NONLOCAL;
export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;

/** Kinds of blocks. */
export const FUNCTION_BLOCK = 0;
export const CLASS_BLOCK = 1;
export const MODULE_BLOCK = 2;
export const ANNOTATION_BLOCK = 3;
export const TYPE_VAR_BOUND_BLOCK = 4;
export const TYPE_ALIAS_BLOCK = 5;
export const TYPE_PARAM_BLOCK = 6;

/** A place in the source: lines from 1, columns from 0 in UTF-8 bytes. */
export interface Position {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** A name in a `global` or `nonlocal` statement, or one that an assignment expression made so. */
export interface Directive {
  readonly name: string;
  readonly position: Position;
}

export type ComprehensionType = "list" | "set" | "dict" | "generator";

export class Scope {
  /** Flags of every name, in order of first appearance. */
  readonly symbols = new Map<string, number>();
  /** Parameters, in order. */
  readonly varnames: string[] = [];
  children: Scope[] = [];
  readonly directives: Directive[] = [];
  /** Inside a function, at whatever distance. */
  nested = false;
  hasFree = false;
  hasChildFree = false;
  generator = false;
  coroutine = false;
  comprehension: ComprehensionType | null = null;
  varargs = false;
  varkeywords = false;
  returnsValue = false;
  needsClassClosure = false;
  needsClassDict = false;
  comprehensionInlined = false;
  /** The target of a comprehension's `for` is being visited. */
  inIterationTarget = false;
  /** How many iterables of comprehensions are being visited. */
  iterableDepth = 0;
  canSeeClassScope = false;

  constructor(
    readonly id: number,
    readonly name: string,
    readonly type: number,
    readonly position: Position,
  ) {}

  flagsOf(name: string): number {
    return this.symbols.get(name) ?? 0;
  }

  scopeOf(name: string): number {
    return scopeOfFlags(this.flagsOf(name));
  }

  /** Whether names bound in the block are fast locals. */
  get isFunctionLike(): boolean {
    return (
      this.type === FUNCTION_BLOCK ||
      this.type === TYPE_VAR_BOUND_BLOCK ||
      this.type === TYPE_ALIAS_BLOCK ||
      this.type === TYPE_PARAM_BLOCK
    );
  }
}

export function scopeOfFlags(flags: number): number {
  return (flags >> SCOPE_OFFSET) & SCOPE_MASK;
}

export class SymbolTable {
  /** Scopes by what opened them: a node, or the list of type parameters. */
  readonly blocks = new Map<object, Scope>();
  #nextId = 0;

  constructor(readonly top: Scope) {}

  nextId(): number {
    return ++this.#nextId;
  }

  lookup(key: object): Scope {
    return this.blocks.get(key) ?? bug("unknown symbol table entry");
  }
}
