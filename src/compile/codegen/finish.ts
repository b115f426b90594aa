/** From the finished unit to its code object: flags, then the back end (CPython: `optimize_and_assemble`). */
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeBlob,
} from "../../bytecode/code.ts";
import type { Text } from "../../bytecode/constants.ts";
import { assembleCodeUnit } from "../assemble.ts";
import type { ConstantCache } from "../constantcache.ts";
import type { CodeUnit } from "../instructions.ts";
import type { CompileObserver } from "../observe.ts";
import type { Scope } from "../symbols/scopes.ts";
import type { Unit } from "./unit.ts";

export function finishUnit(
  unit: Unit,
  cache: ConstantCache,
  options: { readonly filename: Text; readonly flags: number; readonly observer?: CompileObserver | undefined },
  topLevelAwait: boolean,
): CodeBlob {
  let flags = flagsOf(unit.scope) | options.flags;
  if (topLevelAwait && unit.scope.coroutine && !unit.scope.generator) flags |= CO_COROUTINE;
  const codeUnit: CodeUnit = {
    name: unit.name,
    qualname: unit.qualname,
    filename: options.filename,
    firstlineno: unit.firstlineno,
    argcount: unit.argcount + unit.posonlyargcount,
    posonlyargcount: unit.posonlyargcount,
    kwonlyargcount: unit.kwonlyargcount,
    flags,
    consts: unit.consts.items,
    names: [...unit.names.keys()],
    varnames: [...unit.varnames.keys()],
    cellvars: [...unit.cellvars.keys()],
    freevars: [...unit.freevars.keys()],
    fastHidden: new Set(unit.fastHidden.keys()),
    sequence: unit.instructions,
    cache,
  };
  return assembleCodeUnit(codeUnit, options.observer);
}

function flagsOf(scope: Scope): number {
  if (!scope.isFunctionLike) return 0;
  let flags = CO_NEWLOCALS | CO_OPTIMIZED;
  if (scope.nested) flags |= CO_NESTED;
  if (scope.generator) flags |= scope.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
  else if (scope.coroutine) flags |= CO_COROUTINE;
  if (scope.varargs) flags |= CO_VARARGS;
  if (scope.varkeywords) flags |= CO_VARKEYWORDS;
  return flags;
}
