/** PEP 695: type parameters and the `type` statement (CPython: `compiler_type_params`, `compiler_typealias`). */
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/operators.ts";
import type { TypeAliasNode, TypeParam, TypeVarNode } from "../../syntax/generated/ast.ts";
import { bug } from "../../util/assert.ts";
import { makeFunction } from "./closures.ts";
import type { Codegen } from "./codegen.ts";
import { emitName } from "./names.ts";

/** Opens the code object that makes the type parameters and then what they parametrise. */
export function enterTypeParameters(
  c: Codegen,
  name: string,
  parameters: readonly TypeParam[],
  firstlineno: number,
): void {
  c.enterUnit(`<generic parameters of ${name}>`, "typeParameters", parameters, firstlineno);
}

/** Makes and binds the type parameters, and leaves a tuple of them on the stack. */
export function emitTypeParameters(c: Codegen, parameters: readonly TypeParam[]): void {
  for (const parameter of parameters) {
    c.loadIdentifier(parameter.name, parameter);
    if (parameter.kind === "TypeVar") emitTypeVar(c, parameter);
    else {
      const intrinsic =
        parameter.kind === "ParamSpec" ? INTRINSIC.INTRINSIC_PARAMSPEC : INTRINSIC.INTRINSIC_TYPEVARTUPLE;
      c.emitArg(op.CALL_INTRINSIC_1, intrinsic, parameter);
    }
    c.emitArg(op.COPY, 1, parameter);
    emitName(c, parameter, parameter.name, "Store");
  }
  c.emitArg(op.BUILD_TUPLE, parameters.length, parameters[0]!);
}

function emitTypeVar(c: Codegen, parameter: TypeVarNode): void {
  const { bound } = parameter;
  if (bound === null) {
    c.emitArg(op.CALL_INTRINSIC_1, INTRINSIC.INTRINSIC_TYPEVAR, parameter);
    return;
  }
  c.enterUnit(parameter.name, "typeParameters", parameter, bound.lineno);
  c.expression(bound);
  c.emit(op.RETURN_VALUE, parameter);
  makeFunction(c, parameter, c.leaveUnit(true), 0);
  const intrinsic =
    bound.kind === "Tuple" ? INTRINSIC.INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : INTRINSIC.INTRINSIC_TYPEVAR_WITH_BOUND;
  c.emitArg(op.CALL_INTRINSIC_2, intrinsic, parameter);
}

export function emitTypeAlias(c: Codegen, s: TypeAliasNode): void {
  if (s.name.kind !== "Name") bug("type alias of something other than a name");
  const name = s.name.id;
  const generic = s.type_params.length > 0;
  if (generic) {
    c.emit(op.PUSH_NULL, s);
    enterTypeParameters(c, name, s.type_params, s.lineno);
    c.loadIdentifier(name, s);
    emitTypeParameters(c, s.type_params);
  } else {
    c.loadIdentifier(name, s);
    c.loadConst(null, s);
  }
  emitTypeAliasBody(c, s, name);
  if (generic) {
    makeFunction(c, s, c.leaveUnit(false), 0);
    c.emitArg(op.CALL, 0, s);
  }
  emitName(c, s, name, "Store");
}

function emitTypeAliasBody(c: Codegen, s: TypeAliasNode, name: string): void {
  c.enterUnit(name, "function", s, s.lineno);
  // A first constant that is no string, so that it is not taken for a docstring.
  c.unit.consts.index(null);
  c.expression(s.value);
  c.emit(op.RETURN_VALUE, s);
  makeFunction(c, s, c.leaveUnit(false), 0);
  c.emitArg(op.BUILD_TUPLE, 3, s);
  c.emitArg(op.CALL_INTRINSIC_1, INTRINSIC.INTRINSIC_TYPEALIAS, s);
}
