/** A report about a `.pyc` (report.ts) as text for a terminal. */
import type { PositionRange } from "../../bytecode/linetable.ts";
import { PYC_HEADER_SIZE } from "../../bytecode/pyc.ts";
import type { CodeReport } from "../../embed/stages/code.ts";
import type { PycReport } from "./report.ts";

const HEX_COLUMNS = 8;

/** The whole report; `bytes` are the file's, for the annotated hex, if that is wanted. */
export function reportText(report: PycReport, bytes: Uint8Array | undefined): string {
  const lines = [`${report.file}  (${report.size} bytes)`, "", "Header"];
  for (const { offset, bytes: hex, name, meaning } of report.header) {
    lines.push(`  ${offsetText(offset)}  ${hex.padEnd(3 * HEX_COLUMNS)}${name.padEnd(7)}${meaning}`);
  }
  if (report.source !== null) lines.push("", `Source  ${report.source.file}: ${report.source.verdict}`);
  if (report.problem !== null) lines.push("", `No code object: ${report.problem}`);
  if (report.code !== null) {
    lines.push("", "Code objects", ...treeLines(report.code, 1));
    lines.push(...codeLines(report.code));
  }
  if (bytes !== undefined && report.spans.length > 0) lines.push("", "Bytes", ...hexLines(report, bytes));
  return `${lines.join("\n")}\n`;
}

const offsetText = (offset: number): string => offset.toString(16).padStart(6, "0");

function treeLines(code: CodeReport, depth: number): string[] {
  const own = `${"  ".repeat(depth)}${code.id} ${code.qualname}, line ${code.firstlineno}`;
  return [own, ...code.nested.flatMap((each) => treeLines(each, depth + 1))];
}

function codeLines(code: CodeReport): string[] {
  const lines = ["", `${code.id} ${code.qualname}`];
  const field = (name: string, value: string): void => void lines.push(`  ${name.padEnd(10)}${value}`);
  field("file", `${code.filename}, line ${code.firstlineno}`);
  field("arguments", argumentsText(code));
  field("stack", `${code.stacksize} slots`);
  field("flags", `0x${code.flags.toString(16)} ${code.flagNames.join(" | ")}`.trimEnd());
  table(lines, "constants", code.consts);
  table(lines, "names", code.names);
  const variables = code.variables.map(({ name, kind }) => `${name} (${kind})`);
  table(lines, "variables", variables);
  lines.push("  line table (code units: line and columns)", ...code.lines.map((each) => `    ${rangeText(each)}`));
  if (code.exceptions.length > 0) {
    lines.push("  exception table");
    for (const { start, end, target, depth, lasti } of code.exceptions) {
      lines.push(`    ${start} to ${end - 2}: go to ${target}, stack cut to ${depth}${lasti ? ", lasti pushed" : ""}`);
    }
  }
  lines.push("  instructions", ...code.disassembly.split("\n").map((line) => (line === "" ? "" : `  ${line}`)));
  return [...lines, ...code.nested.flatMap(codeLines)];
}

function argumentsText({ argcount, posonlyargcount, kwonlyargcount }: CodeReport): string {
  const parts = [`${argcount}`];
  if (posonlyargcount > 0) parts.push(`${posonlyargcount} of them by position only`);
  if (kwonlyargcount > 0) parts.push(`${kwonlyargcount} by keyword only`);
  return parts.join(", ");
}

function table(lines: string[], name: string, values: readonly string[]): void {
  if (values.length === 0) return;
  lines.push(`  ${name}`, ...values.map((value, i) => `    ${String(i).padStart(3)}  ${value}`));
}

function rangeText({ start, end, lineno, end_lineno, col_offset, end_col_offset }: PositionRange): string {
  const units = `${start} to ${end - 2}`.padEnd(14);
  if (lineno < 0) return `${units}no line`;
  if (col_offset < 0) return `${units}${lineno}`;
  return `${units}${lineno}:${col_offset} to ${end_lineno}:${end_col_offset}`;
}

function hexLines(report: PycReport, bytes: Uint8Array): string[] {
  const lines: string[] = [];
  const add = (start: number, end: number, meaning: string): void => {
    for (let at = start; at < end; at += HEX_COLUMNS) {
      const part = bytes.subarray(at, Math.min(at + HEX_COLUMNS, end));
      const hex = Array.from(part, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
      lines.push(`  ${offsetText(at)}  ${hex.padEnd(3 * HEX_COLUMNS)}${at === start ? meaning : ""}`.trimEnd());
    }
  };
  for (const { offset, name, meaning } of report.header) {
    const next = report.header.find((each) => each.offset > offset)?.offset ?? PYC_HEADER_SIZE;
    add(offset, next, `${name}: ${meaning}`);
  }
  for (const { start, end, depth, field, meaning } of report.spans) {
    add(start, end, `${"  ".repeat(depth)}${field === "" ? "" : `${field}: `}${meaning}`);
  }
  const last = report.spans[report.spans.length - 1]?.end ?? bytes.length;
  add(last, bytes.length, "not read: behind the code object");
  return lines;
}
