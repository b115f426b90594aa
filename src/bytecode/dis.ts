/**
 * Code objects as text, exactly as `dis.dis` of Python 3.12 prints them (CPython: Lib/dis.py).
 *
 * How a constant is shown is the caller's: `repr` is not part of this layer. Traps: EXTENDED_ARG is listed as an
 * instruction of its own and the next argument is shown whole; caches are not listed.
 */
import { CodeBlob } from "./code.ts";
import type { Plain, Text } from "./constants.ts";
import { decodeExceptionTable, type ExceptionEntry } from "./exceptiontable.ts";
import { codeLines } from "./linetable.ts";
import { CACHE_COUNTS, DIS_NAMES, FACTS, hasArg } from "./opcode-properties.ts";
import { OP } from "./opcodes.ts";
import { BINARY_OPS, COMPARE_OPS, INTRINSIC_1, INTRINSIC_2 } from "./operators.ts";
import { stringOfCodePoints } from "./surrogatepass.ts";

export interface DisOptions {
  /** `repr` of a constant that is not a code object. */
  repr(constant: Plain): string;
  /** What stands behind "at" in the repr of a code object; CPython prints a memory address. */
  addressOf(code: CodeBlob): string;
  /** How many levels of nested code objects follow; all of them by default. */
  depth?: number;
  /** Offset of the instruction to be marked as current. */
  lasti?: number;
}

/** One line of a listing. */
export interface DisInstruction {
  readonly offset: number;
  readonly op: number;
  readonly name: string;
  /** With the bits of EXTENDED_ARG in front of it; `undefined` if the opcode takes none. */
  readonly arg: number | undefined;
  /** What the argument stands for, "" if there is nothing to say. */
  readonly argText: string;
  /** The line, at the first instruction of each line. */
  readonly startsLine: number | undefined;
  readonly isJumpTarget: boolean;
}

const NAME_WIDTH = 20;
const ARG_WIDTH = 5;
const FORMAT_CONVERSIONS = ["", "str", "repr", "ascii"];
const FORMAT_WITH_SPEC = 4;
const MAKE_FUNCTION_PARTS = ["defaults", "kwdefaults", "annotations", "closure"];

/** The listing of a code object and of those inside it, without a final line feed. */
export function disassemble(code: CodeBlob, options: DisOptions): string {
  const parts = [disassembleOne(code, options)];
  const depth = options.depth ?? Number.POSITIVE_INFINITY;
  if (depth > 0) {
    for (const constant of code.co_consts) {
      if (constant instanceof CodeBlob) {
        const nested = disassemble(constant, { ...options, depth: depth - 1, lasti: undefined });
        parts.push(`\nDisassembly of ${codeRepr(constant, options)}:\n${nested}`);
      }
    }
  }
  return parts.join("\n");
}

/** `repr(code)`. */
export function codeRepr(code: CodeBlob, options: Pick<DisOptions, "addressOf">): string {
  const { co_name, co_filename, co_firstlineno } = code;
  return `<code object ${co_name} at ${options.addressOf(code)}, file "${textOf(co_filename)}", line ${co_firstlineno}>`;
}

function textOf(text: Text): string {
  return typeof text === "string" ? text : stringOfCodePoints(text.codePoints);
}

function disassembleOne(code: CodeBlob, options: DisOptions): string {
  const lines: string[] = [];
  const lastLine = Math.max(-1, ...lineStarts(code).values());
  const lineWidth = lastLine < 0 ? 0 : lastLine >= 1000 ? String(lastLine).length : 3;
  const lastOffset = code.co_code.length - 2;
  const offsetWidth = lastOffset >= 10000 ? String(lastOffset).length : 4;
  const lasti = options.lasti ?? -1;
  for (const instruction of listInstructions(code, options)) {
    if (instruction.startsLine !== undefined && instruction.offset > 0) {
      lines.push("");
    }
    const end = instruction.offset + 2 * CACHE_COUNTS[instruction.op]!;
    const isCurrent = instruction.offset <= lasti && lasti <= end;
    lines.push(formatInstruction(instruction, lineWidth, offsetWidth, isCurrent));
  }
  const entries = decodeExceptionTable(code.co_exceptiontable);
  if (entries.length > 0) {
    lines.push("ExceptionTable:", ...entries.map(formatEntry));
  }
  return lines.join("\n");
}

function formatInstruction(
  { offset, name, arg, argText, startsLine, isJumpTarget }: DisInstruction,
  lineWidth: number,
  offsetWidth: number,
  isCurrent: boolean,
): string {
  const fields: string[] = [];
  if (lineWidth > 0) {
    fields.push(String(startsLine ?? "").padStart(lineWidth));
  }
  fields.push(isCurrent ? "-->" : "   ", isJumpTarget ? ">>" : "  ");
  fields.push(String(offset).padStart(offsetWidth), name.padEnd(NAME_WIDTH));
  if (arg !== undefined) {
    fields.push(String(arg).padStart(ARG_WIDTH));
    if (argText !== "") {
      fields.push(`(${argText})`);
    }
  }
  return fields.join(" ").trimEnd();
}

function formatEntry({ start, end, target, depth, lasti }: ExceptionEntry): string {
  return `  ${start} to ${end - 2} -> ${target} [${depth}]${lasti ? " lasti" : ""}`;
}

/** `dis.findlinestarts`: line by offset, where the line changes. */
export function lineStarts(code: CodeBlob): Map<number, number> {
  const starts = new Map<number, number>();
  let lastLine = -1;
  for (const [start, , line] of codeLines(code.co_linetable, code.co_firstlineno)) {
    if (line >= 0 && line !== lastLine) {
      lastLine = line;
      starts.set(start, line);
    }
  }
  return starts;
}

export interface RawInstruction {
  readonly offset: number;
  readonly op: number;
  readonly arg: number | undefined;
}

/** Instructions without caches, arguments whole. */
export function* unpackInstructions(bytes: Uint8Array): Generator<RawInstruction> {
  let extended = 0;
  for (let offset = 0; offset + 1 < bytes.length; ) {
    const op = bytes[offset]!;
    let arg: number | undefined;
    if (hasArg(op)) {
      arg = bytes[offset + 1]! | extended;
      extended = op === OP.EXTENDED_ARG ? arg << 8 : 0;
    } else {
      extended = 0;
    }
    yield { offset, op, arg };
    offset += 2 + 2 * CACHE_COUNTS[op]!;
  }
}

/** Byte offset to which a jump goes; `undefined` for other instructions. */
export function jumpTargetOffset({ offset, op, arg }: RawInstruction): number | undefined {
  const kind = FACTS[op]?.arg;
  if (arg === undefined || (kind !== "jump" && kind !== "jumpBack")) {
    return undefined;
  }
  const next = offset + 2 + 2 * CACHE_COUNTS[op]!;
  return kind === "jump" ? next + 2 * arg : next - 2 * arg;
}

/** `dis.get_instructions`. */
export function listInstructions(code: CodeBlob, options: Pick<DisOptions, "repr" | "addressOf">): DisInstruction[] {
  const raw = [...unpackInstructions(code.co_code)];
  const targets = new Set<number | undefined>(raw.map(jumpTargetOffset));
  for (const entry of decodeExceptionTable(code.co_exceptiontable)) {
    targets.add(entry.target);
  }
  const starts = lineStarts(code);
  return raw.map((instruction) => ({
    ...instruction,
    name: DIS_NAMES[instruction.op]!,
    argText: instruction.arg === undefined ? "" : describeArgument(code, instruction, instruction.arg, options),
    startsLine: starts.get(instruction.offset),
    isJumpTarget: targets.has(instruction.offset),
  }));
}

function describeArgument(
  code: CodeBlob,
  instruction: RawInstruction,
  arg: number,
  options: Pick<DisOptions, "repr" | "addressOf">,
): string {
  switch (FACTS[instruction.op]?.arg) {
    case "const": {
      const constant = code.co_consts[arg];
      if (constant === undefined) {
        return "";
      }
      return constant instanceof CodeBlob ? codeRepr(constant, options) : options.repr(constant);
    }
    case "name":
      return code.co_names[arg] ?? "";
    case "name1":
      return withPushed(instruction.op === OP.LOAD_GLOBAL ? "NULL + " : "NULL|self + ", arg, code.co_names[arg >> 1]);
    case "name2":
      return withPushed("NULL|self + ", arg, code.co_names[arg >> 2]);
    case "local":
    case "free":
      return code.co_localsplusnames[arg] ?? "";
    case "jump":
    case "jumpBack":
      return `to ${jumpTargetOffset(instruction)}`;
    case "compare":
      return COMPARE_OPS[arg >> 4] ?? "";
    case "binaryOp":
      return BINARY_OPS[arg]?.[1] ?? "";
    case "format": {
      const parts = [FORMAT_CONVERSIONS[arg & 3]!, (arg & FORMAT_WITH_SPEC) !== 0 ? "with format" : ""];
      return parts.filter((part) => part !== "").join(", ");
    }
    case "makeFunction":
      return MAKE_FUNCTION_PARTS.filter((_part, bit) => (arg & (1 << bit)) !== 0).join(", ");
    case "intrinsic1":
      return INTRINSIC_1[arg] ?? "";
    case "intrinsic2":
      return INTRINSIC_2[arg] ?? "";
  }
  return "";
}

function withPushed(prefix: string, arg: number, name = ""): string {
  return (arg & 1) !== 0 && name !== "" ? prefix + name : name;
}
