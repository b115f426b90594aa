/** A code object as plain data (CPython: Objects/codeobject.c, Lib/dis.py, Lib/inspect.py for the names of flags). */
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_FUTURE_ANNOTATIONS,
  CO_FUTURE_BARRY_AS_BDFL,
  CO_FUTURE_GENERATOR_STOP,
  CO_GENERATOR,
  CO_ITERABLE_COROUTINE,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  CodeBlob,
} from "../../bytecode/code.ts";
import { constantRepr } from "../../bytecode/constantrepr.ts";
import {
  DictConstant,
  ListConstant,
  type Plain,
  SetConstant,
  StopIterationConstant,
  type Text,
} from "../../bytecode/constants.ts";
import { codeRepr, type DisInstruction, disassemble, jumpTargetOffset, listInstructions } from "../../bytecode/dis.ts";
import { decodeExceptionTable, type ExceptionEntry } from "../../bytecode/exceptiontable.ts";
import { decodeLineTable, type PositionRange } from "../../bytecode/linetable.ts";
import { CACHE_COUNTS } from "../../bytecode/opcode-properties.ts";
import { stringOfCodePoints } from "../../bytecode/surrogatepass.ts";
import { type Place, placeOf } from "./place.ts";

/** One instruction; its inline caches follow it. */
export interface InstructionReport extends Omit<DisInstruction, "startsLine" | "arg"> {
  readonly arg: number | null;
  readonly startsLine: number | null;
  /** Code units of inline cache behind it, two bytes each. */
  readonly caches: number;
  /** Offset to which it jumps. */
  readonly target: number | null;
  readonly place: Place | null;
}

export interface CodeReport {
  /** `#0` for the module, the others by the order in which the tree is read; it stands for the address in `repr`. */
  readonly id: string;
  readonly name: string;
  readonly qualname: string;
  readonly firstlineno: number;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly stacksize: number;
  readonly flags: number;
  readonly flagNames: readonly string[];
  readonly filename: string;
  readonly consts: readonly string[];
  readonly names: readonly string[];
  readonly variables: readonly { readonly name: string; readonly kind: string }[];
  readonly lines: readonly PositionRange[];
  readonly exceptions: readonly ExceptionEntry[];
  /** `dis` of this code object alone. */
  readonly disassembly: string;
  readonly instructions: readonly InstructionReport[];
  /** The code objects among the constants. */
  readonly nested: readonly CodeReport[];
}

const FLAG_NAMES: readonly [number, string][] = [
  [CO_OPTIMIZED, "OPTIMIZED"],
  [CO_NEWLOCALS, "NEWLOCALS"],
  [CO_VARARGS, "VARARGS"],
  [CO_VARKEYWORDS, "VARKEYWORDS"],
  [CO_NESTED, "NESTED"],
  [CO_GENERATOR, "GENERATOR"],
  [CO_COROUTINE, "COROUTINE"],
  [CO_ITERABLE_COROUTINE, "ITERABLE_COROUTINE"],
  [CO_ASYNC_GENERATOR, "ASYNC_GENERATOR"],
  [CO_FUTURE_BARRY_AS_BDFL, "FUTURE_BARRY_AS_BDFL"],
  [CO_FUTURE_GENERATOR_STOP, "FUTURE_GENERATOR_STOP"],
  [CO_FUTURE_ANNOTATIONS, "FUTURE_ANNOTATIONS"],
];

/** Numbers code objects as they are met. One that is a constant twice has one number. */
class Ids {
  readonly #ids = new Map<CodeBlob, string>();

  of(code: CodeBlob): string {
    const id = this.#ids.get(code) ?? `#${this.#ids.size}`;
    this.#ids.set(code, id);
    return id;
  }
}

/** A code object and those in it. */
export function reportCode(code: CodeBlob): CodeReport {
  return reportNumbered(code, new Ids());
}

function reportNumbered(code: CodeBlob, ids: Ids): CodeReport {
  const id = ids.of(code);
  const nested = code.co_consts.filter((value) => value instanceof CodeBlob).map((each) => reportNumbered(each, ids));
  const repr = (value: Plain): string => reprOf(value, ids);
  const addressOf = (each: CodeBlob): string => ids.of(each);
  const lines = [...decodeLineTable(code.co_linetable, code.co_firstlineno)];
  return {
    id,
    name: code.co_name,
    qualname: code.co_qualname,
    firstlineno: code.co_firstlineno,
    argcount: code.co_argcount,
    posonlyargcount: code.co_posonlyargcount,
    kwonlyargcount: code.co_kwonlyargcount,
    stacksize: code.co_stacksize,
    flags: code.co_flags,
    flagNames: FLAG_NAMES.filter(([bit]) => (code.co_flags & bit) !== 0).map(([, name]) => name),
    filename: plainText(code.co_filename),
    consts: code.co_consts.map(repr),
    names: code.co_names,
    variables: code.co_localsplusnames.map((name, i) => ({ name, kind: kindText(code.co_localspluskinds[i] ?? 0) })),
    lines,
    exceptions: decodeExceptionTable(code.co_exceptiontable),
    disassembly: disassemble(code, { repr, addressOf, depth: 0 }),
    instructions: reportInstructions(code, lines, { repr, addressOf }),
    nested,
  };
}

function reportInstructions(
  code: CodeBlob,
  lines: readonly PositionRange[],
  options: Parameters<typeof listInstructions>[1],
): InstructionReport[] {
  let at = 0;
  return listInstructions(code, options).map((instruction) => {
    while (at + 1 < lines.length && (lines[at]?.end ?? 0) <= instruction.offset) at++;
    const range = lines[at];
    return {
      ...instruction,
      arg: instruction.arg ?? null,
      startsLine: instruction.startsLine ?? null,
      caches: CACHE_COUNTS[instruction.op] ?? 0,
      target: jumpTargetOffset(instruction) ?? null,
      place: range === undefined ? null : placeOf(range),
    };
  });
}

function kindText(kind: number): string {
  const parts: string[] = [];
  if ((kind & CO_FAST_LOCAL) !== 0) parts.push("local");
  if ((kind & CO_FAST_CELL) !== 0) parts.push("cell");
  if ((kind & CO_FAST_FREE) !== 0) parts.push("free");
  if ((kind & CO_FAST_HIDDEN) !== 0) parts.push("of an inlined comprehension");
  return parts.join(", ");
}

function plainText(text: Text): string {
  return typeof text === "string" ? text : stringOfCodePoints(text.codePoints);
}

/** `repr`; a damaged file may hold what no compiler puts among the constants, also lists that hold themselves. */
function reprOf(value: Plain, ids: Ids): string {
  if (value instanceof CodeBlob) return codeRepr(value, { addressOf: (each) => ids.of(each) });
  if (value instanceof ListConstant || value instanceof SetConstant) return `<${value.kind} of ${value.items.length}>`;
  if (value instanceof DictConstant) return `<dict of ${value.entries.length}>`;
  if (value instanceof StopIterationConstant) return "StopIteration";
  if (typeof value === "object" && value !== null && "items" in value && !value.items.every(isConstant)) {
    return `<${value.kind} of ${value.items.length}>`;
  }
  return constantRepr(value);
}

function isConstant(value: Plain): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (value instanceof CodeBlob || value.kind === "list" || value.kind === "set" || value.kind === "dict") return false;
  if (value instanceof StopIterationConstant) return false;
  return "items" in value ? value.items.every(isConstant) : true;
}
