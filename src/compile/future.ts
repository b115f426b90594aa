/** `from __future__ import ...`: which features a module turns on (CPython: Python/future.c). */
import { CO_FUTURE_ANNOTATIONS, CO_FUTURE_BARRY_AS_BDFL } from "../bytecode/code.ts";
import { SyntaxProblem } from "../syntax/errors.ts";
import type { ImportFromNode, Mod } from "../syntax/generated/ast.ts";
import { docstringOf } from "./docstring.ts";
import { type Location, NO_LOCATION } from "./instructions.ts";

export interface FutureFeatures {
  /** CO_FUTURE_* turned on here or inherited. */
  readonly flags: number;
  readonly annotations: boolean;
  /** The last `__future__` import at the head of the module; one further down is an error. */
  readonly lastImport: Location;
}

/** The flag of every feature; those which 3.12 has anyway count nothing. */
const FEATURES = new Map([
  ["nested_scopes", 0],
  ["generators", 0],
  ["division", 0],
  ["absolute_import", 0],
  ["with_statement", 0],
  ["print_function", 0],
  ["unicode_literals", 0],
  ["barry_as_FLUFL", CO_FUTURE_BARRY_AS_BDFL],
  ["generator_stop", 0],
  ["annotations", CO_FUTURE_ANNOTATIONS],
]);

export function futureFeatures(tree: Mod, inherited: number): FutureFeatures {
  let flags = inherited;
  let lastImport = NO_LOCATION;
  if (tree.kind === "Module" || tree.kind === "Interactive") {
    const { body } = tree;
    for (const s of docstringOf(body) === null ? body : body.slice(1)) {
      if (s.kind !== "ImportFrom" || s.module !== "__future__") break;
      flags |= flagsOf(s);
      lastImport = s;
    }
  }
  return { flags, annotations: (flags & CO_FUTURE_ANNOTATIONS) !== 0, lastImport };
}

function flagsOf(s: ImportFromNode): number {
  let flags = 0;
  for (const { name } of s.names) {
    const flag = FEATURES.get(name);
    if (flag === undefined) {
      const message = name === "braces" ? "not a chance" : `future feature ${name} is not defined`;
      throw new SyntaxProblem("SyntaxError", message, s.lineno, s.col_offset + 1, s.lineno);
    }
    flags |= flag;
  }
  return flags;
}
