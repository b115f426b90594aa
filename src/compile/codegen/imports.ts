/** `import` and `from ... import` (CPython: `compiler_import`, `compiler_from_import` in Python/compile.c). */
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/operators.ts";
import type { Alias, ImportFromNode, ImportNode } from "../../syntax/generated/ast.ts";
import { type Location, NO_LOCATION } from "../instructions.ts";
import { syntaxProblem } from "../problems.ts";
import type { Codegen } from "./codegen.ts";
import { emitName } from "./names.ts";

export function emitImport(c: Codegen, s: ImportNode): void {
  for (const alias of s.names) {
    c.loadConst(0, s);
    c.loadConst(null, s);
    c.emitWithName(op.IMPORT_NAME, alias.name, s);
    if (alias.asname !== null) emitImportAs(c, s, alias, alias.asname);
    else emitName(c, s, alias.name.split(".", 1)[0]!, "Store");
  }
}

/** IMPORT_NAME gave the top package; `as` wants the module at the end of the path. */
function emitImportAs(c: Codegen, s: Location, alias: Alias, asname: string): void {
  const [, ...attributes] = alias.name.split(".");
  for (const [index, attribute] of attributes.entries()) {
    if (index > 0) {
      c.emitArg(op.SWAP, 2, s);
      c.emit(op.POP_TOP, s);
    }
    c.emitWithName(op.IMPORT_FROM, attribute, s);
  }
  emitName(c, s, asname, "Store");
  if (attributes.length > 0) c.emit(op.POP_TOP, s);
}

export function emitImportFrom(c: Codegen, s: ImportFromNode): void {
  c.loadConst(s.level ?? 0, s);
  if (s.module === "__future__" && isAfter(s, c.future.lastImport)) {
    throw syntaxProblem("from __future__ imports must occur at the beginning of the file", s);
  }
  c.loadConst(c.identifiers(s.names.map((alias) => alias.name)), s);
  c.emitWithName(op.IMPORT_NAME, s.module ?? "", s);
  if (s.names[0]?.name === "*") {
    c.emitArg(op.CALL_INTRINSIC_1, INTRINSIC.INTRINSIC_IMPORT_STAR, s);
    c.emit(op.POP_TOP, NO_LOCATION);
    return;
  }
  for (const alias of s.names) {
    c.emitWithName(op.IMPORT_FROM, alias.name, s);
    emitName(c, s, alias.asname ?? alias.name, "Store");
  }
  c.emit(op.POP_TOP, s);
}

function isAfter(loc: Location, other: Location): boolean {
  return loc.lineno > other.lineno || (loc.lineno === other.lineno && loc.col_offset > other.col_offset);
}
