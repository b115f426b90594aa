/**
 * `"..." % (a, b)` with plain %s, %r and %a becomes an f-string (CPython: `optimize_format` in Python/ast_opt.c).
 *
 * Trap: the literal parts that this makes have no location.
 */
import type { Text } from "../../bytecode/constants.ts";
import { WideText } from "../../bytecode/constants.ts";
import type { BinOpNode, ConstantNode, Expr, FormattedValueNode, JoinedStrNode } from "../../syntax/generated/ast.ts";
import { toText } from "../../syntax/text.ts";
import { FRESH_PERCENT } from "../constantcache.ts";

const MAX_DIGITS = 3;

/** The f-string for the format and its arguments, or null if run time has to do it. */
export function formatToJoinedStr(node: BinOpNode, format: Text, args: readonly Expr[]): JoinedStrNode | null {
  const template = typeof format === "string" ? format : wideTemplate(format);
  if (template === null) return null;
  const values: Expr[] = [];
  let position = 0;
  let used = 0;
  for (;;) {
    const end = endOfLiteral(template, position);
    if (end > position) values.push(literal(unescaped(template.slice(position, end))));
    if (end >= template.length) break;
    const arg = args[used++];
    if (arg === undefined) return null;
    const unit = parseUnit(template, end + 1, arg);
    if (unit === null) return null;
    values.push(unit.value);
    position = unit.end;
  }
  if (used < args.length) return null;
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  return { kind: "JoinedStr", values, lineno, col_offset, end_lineno, end_col_offset };
}

/** UTF-16, unless lone surrogates that meet would become one character. */
function wideTemplate(format: WideText): string | null {
  const template = String.fromCodePoint(...format.codePoints);
  return toText(template) instanceof WideText && [...template].length === format.codePoints.length ? template : null;
}

function endOfLiteral(template: string, start: number): number {
  let position = start;
  for (;;) {
    const percent = template.indexOf("%", position);
    if (percent < 0) return template.length;
    if (template[percent + 1] !== "%") return percent;
    position = percent + 2;
  }
}

function unescaped(text: string): Text {
  return text === "%%" ? FRESH_PERCENT : toText(text.replaceAll("%%", "%"));
}

function literal(value: Text): ConstantNode {
  return {
    kind: "Constant",
    value,
    string_kind: null,
    lineno: -1,
    col_offset: -1,
    end_lineno: -1,
    end_col_offset: -1,
  };
}

function parseUnit(template: string, start: number, arg: Expr): { value: FormattedValueNode; end: number } | null {
  const match = /^([-+ #0]*)(\d*)(?:(\.)(\d*))?([sra])/.exec(template.slice(start, start + 64));
  if (match === null) return null;
  const [text, flags = "", width = "", dot, digits = "", conversion = ""] = match;
  if (width.length >= MAX_DIGITS || digits.length >= MAX_DIGITS) return null;
  const widthNumber = Number(width);
  let specification = width !== "" && widthNumber > 0 && !flags.includes("-") ? ">" : "";
  if (width !== "") specification += String(widthNumber);
  if (dot !== undefined) specification += `.${Number(digits)}`;
  const { lineno, col_offset, end_lineno, end_col_offset } = arg;
  const value: FormattedValueNode = {
    kind: "FormattedValue",
    value: arg,
    conversion: conversion.charCodeAt(0),
    format_spec: specification === "" ? null : literal(specification),
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  };
  return { value, end: start + text.length };
}
