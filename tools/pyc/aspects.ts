/** The aspects of a code object as text: what tools/oracle/code_digests.py writes for CPython's. */
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_LOCAL, CodeBlob } from "../../src/bytecode/code.ts";
import {
  BytesConstant,
  ComplexConstant,
  type Constant,
  EllipsisConstant,
  FloatConstant,
  FrozenSetConstant,
  type Plain,
  TupleConstant,
  WideText,
} from "../../src/bytecode/constants.ts";
import { ASPECTS, type Aspect, digest } from "./digests.ts";

export function aspectDigests(code: CodeBlob): Record<Aspect, string> {
  const lines = Object.fromEntries(ASPECTS.map((aspect) => [aspect, [] as string[]])) as Record<Aspect, string[]>;
  collect(code, lines);
  return Object.fromEntries(ASPECTS.map((aspect) => [aspect, digest(lines[aspect].join("\n"), 8)])) as Record<
    Aspect,
    string
  >;
}

/** The text itself, one entry for each code object in the order of the tree. */
export function aspectText(code: CodeBlob, aspect: Aspect): string[] {
  const lines = Object.fromEntries(ASPECTS.map((name) => [name, [] as string[]])) as Record<Aspect, string[]>;
  collect(code, lines);
  return lines[aspect];
}

function collect(code: CodeBlob, lines: Record<Aspect, string[]>): void {
  lines.shape.push(`${code.co_qualname} ${code.co_name} ${code.co_firstlineno}`);
  lines.counts.push(`${code.co_argcount} ${code.co_posonlyargcount} ${code.co_kwonlyargcount} ${code.co_flags}`);
  lines.names.push(code.co_names.join(" "));
  lines.variables.push(variables(code));
  lines.constants.push(code.co_consts.map(constantText).join(" "));
  lines.code.push(hex(code.co_code));
  lines.stacksize.push(String(code.co_stacksize));
  lines.lines.push(hex(code.co_linetable));
  lines.exceptions.push(hex(code.co_exceptiontable));
  for (const constant of code.co_consts) if (constant instanceof CodeBlob) collect(constant, lines);
}

/** As co_varnames, co_cellvars and co_freevars list them. */
function variables(code: CodeBlob): string {
  const kinds = new Map<string, string>();
  for (const [bit, letter] of [
    [CO_FAST_LOCAL, "l"],
    [CO_FAST_CELL, "c"],
    [CO_FAST_FREE, "f"],
  ] as const) {
    code.co_localsplusnames.forEach((name, i) => {
      if (((code.co_localspluskinds[i] as number) & bit) !== 0) kinds.set(name, (kinds.get(name) ?? "") + letter);
    });
  }
  return Array.from(kinds, ([name, letters]) => `${name}:${letters}`).join(" ");
}

function constantText(value: Constant | Plain): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value instanceof EllipsisConstant) return "Ellipsis";
  if (typeof value === "number" || typeof value === "bigint") return `i${value}`;
  if (typeof value === "string") return `s${Buffer.from(value, "utf8").toString("hex")}`;
  if (value instanceof WideText) return `s${Array.from(value.codePoints, utf8Hex).join("")}`;
  if (value instanceof BytesConstant) return `b${hex(value.bytes)}`;
  if (value instanceof FloatConstant) return `f${doubleHex(value.value)}`;
  if (value instanceof ComplexConstant) return `c${doubleHex(value.real)}${doubleHex(value.imag)}`;
  if (value instanceof TupleConstant) return `(${value.items.map(constantText).join(",")})`;
  if (value instanceof FrozenSetConstant) return `{${value.items.map(constantText).sort().join(",")}}`;
  if (value instanceof CodeBlob) return "code";
  throw new Error(`no constant of code: ${String(value)}`);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function doubleHex(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes.toString("hex");
}

/** UTF-8 with surrogates passed through. */
function utf8Hex(codePoint: number): string {
  if (codePoint < 0xd800 || codePoint > 0xdfff)
    return Buffer.from(String.fromCodePoint(codePoint), "utf8").toString("hex");
  return hex(Uint8Array.of(0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f)));
}
