/**
 * A code object in the making (CPython: `struct compiler_unit` in Python/compile.c).
 *
 * The maps from name to index are in index order, so their keys are the tuples of the code object.
 */
import { compareCodePoints } from "../codepoints.ts";
import { type ConstantCache, ConstantTable } from "../constantcache.ts";
import { InstructionSequence } from "../instructions.ts";
import { CELL, DEF_COMP_CELL, DEF_FREE_CLASS, FREE, type Scope, scopeOfFlags } from "../symbols/scopes.ts";
import type { FrameBlock } from "./blocks.ts";

export type UnitType =
  | "module"
  | "class"
  | "function"
  | "asyncFunction"
  | "lambda"
  | "comprehension"
  | "typeParameters";

export class Unit {
  readonly instructions = new InstructionSequence();
  readonly names = new Map<string, number>();
  readonly varnames: Map<string, number>;
  readonly cellvars: Map<string, number>;
  readonly freevars: Map<string, number>;
  /** Names outside functions that an inlined comprehension made fast locals: true while it is being compiled. */
  readonly fastHidden = new Map<string, boolean>();
  readonly consts: ConstantTable;
  readonly blocks: FrameBlock[] = [];
  /** How many inlined comprehensions are open. */
  inlinedComprehensions = 0;
  /** Positional parameters without the positional-only ones. */
  argcount = 0;
  posonlyargcount = 0;
  kwonlyargcount = 0;
  qualname: string;

  constructor(
    readonly type: UnitType,
    readonly name: string,
    readonly scope: Scope,
    readonly firstlineno: number,
    public privateName: string | null,
    cache: ConstantCache,
  ) {
    this.qualname = name;
    this.consts = new ConstantTable(cache);
    this.varnames = numbered(scope.varnames, 0);
    this.cellvars = numbered(namesWith(scope, CELL, DEF_COMP_CELL), 0);
    if (scope.needsClassClosure) addName(this.cellvars, "__class__");
    if (scope.needsClassDict) addName(this.cellvars, "__classdict__");
    this.freevars = numbered(namesWith(scope, FREE, DEF_FREE_CLASS), this.cellvars.size);
  }
}

function numbered(names: readonly string[], offset: number): Map<string, number> {
  return new Map(names.map((name, index) => [name, index + offset]));
}

function addName(names: Map<string, number>, name: string): void {
  if (!names.has(name)) names.set(name, names.size);
}

function namesWith(scope: Scope, wanted: number, flag: number): string[] {
  const found: string[] = [];
  for (const [name, flags] of scope.symbols) {
    if (scopeOfFlags(flags) === wanted || flags & flag) found.push(name);
  }
  return found.sort(compareCodePoints);
}
