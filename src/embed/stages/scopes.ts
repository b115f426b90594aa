/** The symbol table as plain data: which names each block has, and where each lives (CPython: Python/symtable.c). */
import * as flag from "../../compile/symbols/scopes.ts";
import { type Place, placeOf } from "./place.ts";

export interface ScopeReport {
  readonly name: string;
  readonly type: string;
  readonly place: Place | null;
  readonly nested: boolean;
  /** PEP 709: the names of the comprehension became hidden locals of the block around it. */
  readonly inlined: boolean;
  readonly symbols: readonly SymbolReport[];
  readonly children: readonly ScopeReport[];
}

export interface SymbolReport {
  readonly name: string;
  /** How the analysis resolved it. */
  readonly scope: string;
  /** What the block does with it, in the words of the module `symtable`. */
  readonly marks: readonly string[];
}

const TYPES: Readonly<Record<number, string>> = {
  [flag.FUNCTION_BLOCK]: "function",
  [flag.CLASS_BLOCK]: "class",
  [flag.MODULE_BLOCK]: "module",
  [flag.ANNOTATION_BLOCK]: "annotation",
  [flag.TYPE_VAR_BOUND_BLOCK]: "TypeVar bound",
  [flag.TYPE_ALIAS_BLOCK]: "type alias",
  [flag.TYPE_PARAM_BLOCK]: "type parameter",
};

const SCOPES: Readonly<Record<number, string>> = {
  [flag.LOCAL]: "local",
  [flag.GLOBAL_EXPLICIT]: "global (declared)",
  [flag.GLOBAL_IMPLICIT]: "global (implied)",
  [flag.FREE]: "free",
  [flag.CELL]: "cell",
};

const MARKS: readonly (readonly [number, string])[] = [
  [flag.DEF_PARAM, "parameter"],
  [flag.DEF_LOCAL, "assigned"],
  [flag.USE, "referenced"],
  [flag.DEF_GLOBAL, "global"],
  [flag.DEF_NONLOCAL, "nonlocal"],
  [flag.DEF_IMPORT, "imported"],
  [flag.DEF_ANNOT, "annotated"],
  [flag.DEF_COMP_ITER, "iteration variable"],
  [flag.DEF_TYPE_PARAM, "type parameter"],
  [flag.DEF_COMP_CELL, "cell of an inlined comprehension"],
  [flag.DEF_FREE_CLASS, "free in a method"],
];

export function reportScopes(scope: flag.Scope): ScopeReport {
  return {
    name: scope.name,
    type: TYPES[scope.type] ?? "block",
    place: placeOf(scope.position),
    nested: scope.nested,
    inlined: scope.comprehensionInlined,
    symbols: Array.from(scope.symbols, ([name, flags]) => ({
      name,
      scope: SCOPES[flag.scopeOfFlags(flags)] ?? "unresolved",
      marks: MARKS.filter(([bit]) => (flags & bit) !== 0).map(([, mark]) => mark),
    })),
    children: scope.children.map(reportScopes),
  };
}
