/** _symtable: the symbol tables of the compiler, for the module `symtable` (CPython Modules/symtablemodule.c, Python/symtable.c). */
import { futureFeatures } from "../compile/future.ts";
import { guardRecursion } from "../compile/problems.ts";
import {
  ANNOTATION_BLOCK,
  CELL,
  CLASS_BLOCK,
  DEF_ANNOT,
  DEF_FREE,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  FREE,
  FUNCTION_BLOCK,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  MODULE_BLOCK,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type Scope,
  TYPE_ALIAS_BLOCK,
  TYPE_PARAM_BLOCK,
  TYPE_VAR_BOUND_BLOCK,
  USE,
} from "../compile/symbols/scopes.ts";
import { buildSymbolTable } from "../compile/symtable.ts";
import { genericLookup } from "../objects/kernel/attribute.ts";
import { declareType, typeName } from "../objects/kernel/core-types.ts";
import { completeType } from "../objects/kernel/define.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { PyObject, type Value } from "../objects/kernel/object.ts";
import { jsString, PyList, strFromJs } from "../objects/kernel/payload.ts";
import { typeError, valueError } from "../objects/kernel/raise.ts";
import { requireSource } from "./builtins/code.ts";
import { interpreterHooks } from "./builtins/hooks.ts";
import { decodedPath } from "./posix/paths.ts";

const ENTRY = declareType("symtable entry");

class PyEntry extends PyObject {
  readonly symbols = new PyDict();
  readonly varnames: PyList;
  readonly children: PyList;

  constructor(readonly scope: Scope) {
    super(ENTRY);
    for (const [name, flags] of scope.symbols) this.symbols.set(strFromJs(name), flags);
    this.varnames = new PyList(scope.varnames.map(strFromJs));
    this.children = new PyList(scope.children.map((child) => new PyEntry(child)));
  }
}

/** CPython has an address here, which is never 0. */
function idOf(scope: Scope): number {
  return scope.id + 1;
}

completeType<PyEntry>(ENTRY, {
  traits: { noConstructor: true },
  slots: {
    __repr__: ({ scope }) => strFromJs(`<symtable entry ${scope.name}(${idOf(scope)}), line ${scope.position.lineno}>`),
    __getattribute__: genericLookup,
  },
  members: {
    id: [({ scope }) => idOf(scope)],
    name: [({ scope }) => strFromJs(scope.name)],
    symbols: [(self) => self.symbols],
    varnames: [(self) => self.varnames],
    children: [(self) => self.children],
    nested: [({ scope }) => (scope.nested ? 1 : 0)],
    type: [({ scope }) => scope.type],
    lineno: [({ scope }) => scope.position.lineno],
  },
});

const MODES = ["exec", "eval", "single"] as const;

/** The table of a whole source: the entry of its outermost block. */
function symtable(source: Value, filenameValue: Value, start: Value): Value {
  const filename = decodedPath(filenameValue);
  const startText = jsString(start);
  if (startText === undefined) throw typeError(`symtable() argument 3 must be str, not ${typeName(start)}`);
  const text = requireSource(source, "symtable", "string or bytes");
  const mode = MODES.find((each) => each === startText);
  if (mode === undefined) throw valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
  const request = { source: text, filename, mode, flags: 0, optimize: -1, featureVersion: -1 };
  return interpreterHooks().withTree(request, (tree) => {
    const { annotations } = futureFeatures(tree, 0);
    return new PyEntry(guardRecursion(() => buildSymbolTable(tree, annotations)).top);
  });
}

export default defineModule("_symtable", {
  constants: {
    USE,
    DEF_GLOBAL,
    DEF_NONLOCAL,
    DEF_LOCAL,
    DEF_PARAM,
    DEF_FREE,
    DEF_FREE_CLASS,
    DEF_IMPORT,
    DEF_BOUND: DEF_LOCAL | DEF_PARAM | DEF_IMPORT,
    DEF_ANNOT,
    TYPE_FUNCTION: FUNCTION_BLOCK,
    TYPE_CLASS: CLASS_BLOCK,
    TYPE_MODULE: MODULE_BLOCK,
    TYPE_ANNOTATION: ANNOTATION_BLOCK,
    TYPE_TYPE_VAR_BOUND: TYPE_VAR_BOUND_BLOCK,
    TYPE_TYPE_ALIAS: TYPE_ALIAS_BLOCK,
    TYPE_TYPE_PARAM: TYPE_PARAM_BLOCK,
    LOCAL,
    GLOBAL_EXPLICIT,
    GLOBAL_IMPLICIT,
    FREE,
    CELL,
    SCOPE_OFF: SCOPE_OFFSET,
    SCOPE_MASK,
  },
  functions: {
    symtable: [
      "($module, source, filename, startstr, /)",
      "Return symbol and scope dictionaries used internally by compiler.",
      symtable,
    ],
  },
});
