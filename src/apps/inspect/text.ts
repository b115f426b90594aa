/** What the stages made of a source (embed/stages) as text: tokens as `python -m tokenize` prints them, then our own forms. */
import type { CodeReport } from "../../embed/stages/code.ts";
import type { BlockReport, FlowInstructionReport, UnitFlow } from "../../embed/stages/flow.ts";
import type { Place } from "../../embed/stages/place.ts";
import type { ScopeReport } from "../../embed/stages/scopes.ts";
import type { TokenReport } from "../../embed/stages/tokens.ts";
import type { TreeReport, TreeValue } from "../../embed/stages/tree.ts";
import type { Palette } from "./palette.ts";

const RANGE_WIDTH = 20;
const TYPE_WIDTH = 15;

export function tokenLines(tokens: readonly TokenReport[], paint: Palette): string[] {
  return tokens.map(({ type, string, start, end }) => {
    const range = `${start.join(",")}-${end.join(",")}:`.padEnd(RANGE_WIDTH);
    return `${paint.faint(range)}${paint.name(type.padEnd(TYPE_WIDTH))}${paint.value(JSON.stringify(string))}`;
  });
}

/** An indented tree; fields that are None or empty are left out. */
export function treeLines(tree: TreeReport, paint: Palette, label = "", depth = 0): string[] {
  const simple = tree.fields.flatMap(({ name, value }) =>
    typeof value === "string" ? [`${name}=${paint.value(value)}`] : [],
  );
  const head = [label + paint.name(tree.kind), ...simple, paint.faint(placeText(tree.place))].filter((s) => s !== "");
  const lines = [`${"  ".repeat(depth)}${head.join(" ")}`];
  for (const { name, value } of tree.fields) lines.push(...valueLines(value, `${name}: `, depth + 1, paint));
  return lines;
}

function valueLines(value: TreeValue, label: string, depth: number, paint: Palette): string[] {
  if (value === null || typeof value === "string") return [];
  if (!isList(value)) return treeLines(value, paint, label, depth);
  return value.flatMap((item, i) => {
    const itemLabel = `${label.slice(0, -2)}[${i}]: `;
    if (item !== null && typeof item !== "string") return valueLines(item, itemLabel, depth, paint);
    return [`${"  ".repeat(depth)}${itemLabel}${paint.value(item ?? "None")}`];
  });
}

function isList(value: TreeReport | readonly TreeValue[]): value is readonly TreeValue[] {
  return Array.isArray(value);
}

function placeText(place: Place | null): string {
  if (place === null) return "";
  return `${place.lineno}:${place.col_offset}-${place.end_lineno}:${place.end_col_offset}`;
}

export function scopeLines(scope: ScopeReport, paint: Palette, depth = 0): string[] {
  const indent = "  ".repeat(depth);
  const remarks = [scope.nested ? "nested" : "", scope.inlined ? "inlined into the block around it" : ""];
  const head = [scope.type, paint.name(scope.name), ...remarks.filter((s) => s !== "").map((s) => `(${s})`)].join(" ");
  const width = Math.max(0, ...scope.symbols.map(({ name }) => name.length));
  const symbols = scope.symbols.map(
    ({ name, scope: kind, marks }) =>
      `${indent}  ${paint.value(name.padEnd(width))}  ${kind.padEnd(17)} ${paint.faint(marks.join(", "))}`,
  );
  return [indent + head, ...symbols, ...scope.children.flatMap((child) => scopeLines(child, paint, depth + 1))];
}

/** The graph of each scope as it was built and as it is assembled, or behind each pass that changed it. */
export function flowLines(units: readonly UnitFlow[], everyPass: boolean, paint: Palette): string[] {
  return units.flatMap(({ qualname, firstlineno, passes }) => {
    const shown = everyPass ? passes : passes.filter((_pass, i) => i === 0 || i === passes.length - 1);
    return shown.flatMap(({ pass, blocks }) => [
      `${paint.name(qualname)}, line ${firstlineno}, behind ${pass}`,
      ...blocks.flatMap((block) => blockLines(block, paint)),
      "",
    ]);
  });
}

function blockLines(block: BlockReport, paint: Palette): string[] {
  const remarks = [block.handler ? "handler" : "", block.cold ? "cold" : ""].filter((s) => s !== "");
  const goesOn = block.next === null ? "" : `  then block ${block.next}`;
  return [
    `  block ${block.id}${remarks.map((remark) => `, ${remark}`).join("")}`,
    ...block.instructions.map((instruction) => `    ${instructionText(instruction, paint)}`),
    ...(goesOn === "" ? [] : [paint.faint(`  ${goesOn}`)]),
  ];
}

function instructionText({ name, arg, target, handler, place }: FlowInstructionReport, paint: Palette): string {
  const operand = target !== null ? `block ${target}` : arg === null ? "" : String(arg);
  const remarks = [handler === null ? "" : `handled by block ${handler}`, placeText(place)].filter((s) => s !== "");
  return `${paint.name(name.padEnd(28))} ${operand.padEnd(9)} ${paint.faint(remarks.join(", "))}`.trimEnd();
}

export function codeLines(code: CodeReport, paint: Palette): string[] {
  const head = `${paint.name(code.qualname)} ${paint.faint(`${code.id}, line ${code.firstlineno}`)}`;
  return [head, ...code.disassembly.split("\n"), "", ...code.nested.flatMap((each) => codeLines(each, paint))];
}
