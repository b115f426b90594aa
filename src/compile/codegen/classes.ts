/**
 * `class` (CPython: `compiler_class`, `compiler_class_body` in Python/compile.c).
 *
 * Trap: the body's prologue has the line of the first decorator, the call of `__build_class__` that of `class`.
 */
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/operators.ts";
import type { ClassDefNode } from "../../syntax/generated/ast.ts";
import { toText } from "../../syntax/text.ts";
import { type Location, NO_LOCATION } from "../instructions.ts";
import { emitBody } from "./body.ts";
import { emitArguments } from "./calls.ts";
import { makeFunction } from "./closures.ts";
import { type Codegen, indexIn } from "./codegen.ts";
import { applyDecorators } from "./functions.ts";
import { emitName } from "./names.ts";
import { emitTypeParameters, enterTypeParameters } from "./typeparameters.ts";

export function emitClass(c: Codegen, s: ClassDefNode): void {
  c.expressions(s.decorator_list);
  const firstlineno = s.decorator_list[0]?.lineno ?? s.lineno;
  if (s.type_params.length > 0) {
    emitGenericClass(c, s, firstlineno);
  } else {
    emitClassBody(c, s, firstlineno);
    emitArguments(c, s, 2, s.bases, s.keywords);
  }
  applyDecorators(c, s.decorator_list);
  emitName(c, s, s.name, "Store");
}

function emitGenericClass(c: Codegen, s: ClassDefNode, firstlineno: number): void {
  c.emit(op.PUSH_NULL, s);
  enterTypeParameters(c, s.name, s.type_params, firstlineno);
  c.unit.privateName = s.name;
  emitTypeParameters(c, s.type_params);
  emitName(c, s, ".type_params", "Store");
  emitClassBody(c, s, firstlineno);
  emitName(c, s, ".type_params", "Load");
  c.emitArg(op.CALL_INTRINSIC_1, INTRINSIC.INTRINSIC_SUBSCRIPT_GENERIC, s);
  emitName(c, s, ".generic_base", "Store");
  const { lineno, col_offset, end_lineno, end_col_offset } = s;
  const position = { lineno, col_offset, end_lineno, end_col_offset };
  const genericBase = { kind: "Name", id: ".generic_base", ctx: "Load", ...position } as const;
  emitArguments(c, s, 2, [...s.bases, genericBase], s.keywords);
  makeFunction(c, s, c.leaveUnit(false), 0);
  c.emitArg(op.CALL, 0, s);
}

/** Pushes what `__build_class__` is called with first: the function of the body, and the name. */
function emitClassBody(c: Codegen, s: ClassDefNode, firstlineno: number): void {
  c.enterUnit(s.name, "class", s, firstlineno);
  const { unit } = c;
  unit.privateName = s.name;
  const loc = { lineno: firstlineno, end_lineno: firstlineno, col_offset: 0, end_col_offset: 0 };
  emitName(c, loc, "__name__", "Load");
  emitName(c, loc, "__module__", "Store");
  if (unit.qualname === s.name) c.loadIdentifier(s.name, loc);
  else c.loadConst(toText(unit.qualname), loc);
  emitName(c, loc, "__qualname__", "Store");
  if (s.type_params.length > 0) {
    emitName(c, loc, ".type_params", "Load");
    emitName(c, loc, "__type_params__", "Store");
  }
  if (unit.scope.needsClassDict) {
    c.emit(op.LOAD_LOCALS, loc);
    c.emitArg(op.STORE_DEREF, indexIn(unit.cellvars, "__classdict__"), loc);
  }
  emitBody(c, loc, s.body);
  emitClassEpilogue(c, NO_LOCATION);
  const code = c.leaveUnit(true);
  c.emit(op.PUSH_NULL, s);
  c.emit(op.LOAD_BUILD_CLASS, s);
  makeFunction(c, s, code, 0);
  c.loadIdentifier(s.name, s);
}

/** Leaves the cells for the metaclass in the namespace, and returns that of `__class__`. */
function emitClassEpilogue(c: Codegen, loc: Location): void {
  const { unit } = c;
  if (unit.scope.needsClassDict) {
    c.emitArg(op.LOAD_CLOSURE, indexIn(unit.cellvars, "__classdict__"), loc);
    emitName(c, loc, "__classdictcell__", "Store");
  }
  if (unit.scope.needsClassClosure) {
    c.emitArg(op.LOAD_CLOSURE, indexIn(unit.cellvars, "__class__"), loc);
    c.emitArg(op.COPY, 1, loc);
    emitName(c, loc, "__classcell__", "Store");
  } else {
    c.loadConst(null, loc);
  }
  c.emit(op.RETURN_VALUE, loc);
}
