/** The statements of a module or class, with `__annotations__` and `__doc__` (CPython: `compiler_body`). */
import * as op from "../../bytecode/generated/op.ts";
import type { Stmt } from "../../syntax/generated/ast.ts";
import { docstringOf } from "../docstring.ts";
import { type Location, NO_LOCATION } from "../instructions.ts";
import type { Codegen } from "./codegen.ts";
import { emitName } from "./names.ts";

export function emitBody(c: Codegen, loc: Location, body: readonly Stmt[]): void {
  const [first, ...rest] = body;
  const start = c.unit.type === "module" && first !== undefined ? first : loc;
  emitAnnotationSetup(c, start, body);
  if (first === undefined) return;
  if (c.options.optimize < 2 && docstringOf(body) !== null && first.kind === "Expr") {
    c.expression(first.value);
    emitName(c, NO_LOCATION, "__doc__", "Store");
    c.statements(rest);
  } else {
    c.statements(body);
  }
}

export function emitAnnotationSetup(c: Codegen, loc: Location, body: readonly Stmt[]): void {
  if (hasAnnotations(body)) c.emit(op.SETUP_ANNOTATIONS, loc);
}

/** Whether a variable is annotated anywhere in the block, not counting nested functions and classes. */
function hasAnnotations(body: readonly Stmt[]): boolean {
  const pending: (readonly Stmt[])[] = [body];
  for (let statements = pending.pop(); statements !== undefined; statements = pending.pop()) {
    for (const s of statements) {
      switch (s.kind) {
        case "AnnAssign":
          return true;
        case "For":
        case "AsyncFor":
        case "While":
        case "If":
          pending.push(s.body, s.orelse);
          break;
        case "With":
        case "AsyncWith":
          pending.push(s.body);
          break;
        case "Try":
        case "TryStar":
          pending.push(s.body, s.finalbody, s.orelse, ...s.handlers.map((handler) => handler.body));
          break;
        case "Match":
          pending.push(...s.cases.map((matchCase) => matchCase.body));
          break;
      }
    }
  }
  return false;
}
