/**
 * _typing: the types behind the syntax of generics (CPython Modules/_typingmodule.c). The VM makes them for
 * `def f[T]`, `class C[T]` and `type X = ...` through the hooks that are installed here.
 */
import { defineModule } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { typing } from "../../vm/thread.ts";
import { GENERIC, genericOf, PyTypeAlias, TYPE_ALIAS } from "./alias.ts";
import {
  Lazy,
  PARAM_SPEC,
  PARAM_SPEC_ARGS,
  PARAM_SPEC_KWARGS,
  PyParamSpec,
  PyTypeVar,
  PyTypeVarTuple,
  TYPE_VAR,
  TYPE_VAR_TUPLE,
} from "./variables.ts";

/** `T`, `T: bound` or `T: (constraint, ...)` in a list of type parameters. */
function makeTypeVar(name: Value, bound: Value | undefined, constraints: Value | undefined): Value {
  const self = new PyTypeVar(name);
  self.bound = new Lazy(undefined, bound);
  self.constraints = new Lazy(undefined, constraints);
  self.inferVariance = true;
  return self;
}

function makeParamSpec(name: Value): Value {
  const self = new PyParamSpec(name);
  self.inferVariance = true;
  return self;
}

function makeTypeAlias(name: Value, parameters: Value, compute: Value): Value {
  const items = parameters instanceof PyTuple ? parameters : tuple([]);
  return new PyTypeAlias(name, items, new Lazy(undefined, compute), undefined, compute);
}

typing.hooks = {
  typeVar: makeTypeVar,
  paramSpec: makeParamSpec,
  typeVarTuple: (name) => new PyTypeVarTuple(name),
  typeAlias: makeTypeAlias,
  genericOf,
  generic: GENERIC,
};

export default defineModule("_typing", {
  doc: "Accelerators for the typing module.\n",
  functions: { _idfunc: ["($module, x, /)", undefined, (x: Value) => x] },
  types: {
    TypeVar: TYPE_VAR,
    ParamSpec: PARAM_SPEC,
    TypeVarTuple: TYPE_VAR_TUPLE,
    ParamSpecArgs: PARAM_SPEC_ARGS,
    ParamSpecKwargs: PARAM_SPEC_KWARGS,
    TypeAliasType: TYPE_ALIAS,
    Generic: GENERIC,
  },
});
