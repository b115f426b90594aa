/**
 * Expressions as source text, for annotations under `from __future__ import annotations` (CPython:
 * Python/ast_unparse.c).
 *
 * Trap: this is not `ast.unparse`: parentheses and spaces follow their own rules, and infinities become 1e309.
 */
import { type Constant, EllipsisConstant, type Text, WideText } from "../bytecode/constants.ts";
import type {
  Arguments,
  BinOpNode,
  CallNode,
  CompareNode,
  CompareOperator,
  Comprehension,
  Expr,
  FormattedValueNode,
  JoinedStrNode,
  LambdaNode,
  Operator,
  SliceNode,
  SubscriptNode,
  TupleNode,
  UnaryOpNode,
} from "../syntax/generated/ast.ts";
import { toText } from "../syntax/text.ts";
import { bug } from "../util/assert.ts";
import { constantRepr, textRepr } from "./constantrepr.ts";
import { unplacedSyntaxProblem } from "./problems.ts";

/** Precedences, weakest first. */
const TUPLE = 0;
const TEST = 1;
const OR = 2;
const AND = 3;
const NOT = 4;
const COMPARE = 5;
const BIT_OR = 6;
const BIT_XOR = 7;
const BIT_AND = 8;
const SHIFT = 9;
const ARITHMETIC = 10;
const TERM = 11;
const FACTOR = 12;
const POWER = 13;
const AWAIT = 14;
const ATOM = 15;

const INFINITY = "1e309";

const OPERATORS: Readonly<Record<Operator, readonly [text: string, precedence: number]>> = {
  Add: [" + ", ARITHMETIC],
  Sub: [" - ", ARITHMETIC],
  Mult: [" * ", TERM],
  MatMult: [" @ ", TERM],
  Div: [" / ", TERM],
  Mod: [" % ", TERM],
  LShift: [" << ", SHIFT],
  RShift: [" >> ", SHIFT],
  BitOr: [" | ", BIT_OR],
  BitXor: [" ^ ", BIT_XOR],
  BitAnd: [" & ", BIT_AND],
  FloorDiv: [" // ", TERM],
  Pow: [" ** ", POWER],
};

const COMPARISONS: Readonly<Record<CompareOperator, string>> = {
  Eq: " == ",
  NotEq: " != ",
  Lt: " < ",
  LtE: " <= ",
  Gt: " > ",
  GtE: " >= ",
  Is: " is ",
  IsNot: " is not ",
  In: " in ",
  NotIn: " not in ",
};

const UNARY = { Invert: ["~", FACTOR], Not: ["not ", NOT], UAdd: ["+", FACTOR], USub: ["-", FACTOR] } as const;

export function unparse(e: Expr): Text {
  return toText(write(e, TEST));
}

function parenthesize(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

function join(expressions: readonly Expr[], precedence: number): string {
  return expressions.map((e) => write(e, precedence)).join(", ");
}

function write(e: Expr, level: number): string {
  switch (e.kind) {
    case "BoolOp": {
      const [word, precedence] = e.op === "And" ? [" and ", AND] : [" or ", OR];
      return parenthesize(e.values.map((value) => write(value, precedence + 1)).join(word), level > precedence);
    }
    case "BinOp":
      return writeBinary(e, level);
    case "UnaryOp":
      return writeUnary(e, level);
    case "Lambda":
      return writeLambda(e, level);
    case "IfExp": {
      const text = `${write(e.body, TEST + 1)} if ${write(e.test, TEST + 1)} else ${write(e.orelse, TEST)}`;
      return parenthesize(text, level > TEST);
    }
    case "Dict":
      return `{${e.values.map((value, index) => writeItem(e.keys[index] ?? null, value)).join(", ")}}`;
    case "Set":
      return `{${join(e.elts, TEST)}}`;
    case "GeneratorExp":
      return `(${write(e.elt, TEST)}${writeGenerators(e.generators)})`;
    case "ListComp":
      return `[${write(e.elt, TEST)}${writeGenerators(e.generators)}]`;
    case "SetComp":
      return `{${write(e.elt, TEST)}${writeGenerators(e.generators)}}`;
    case "DictComp":
      return `{${write(e.key, TEST)}: ${write(e.value, TEST)}${writeGenerators(e.generators)}}`;
    case "Yield":
      return e.value === null ? "(yield)" : `(yield ${write(e.value, TEST)})`;
    case "YieldFrom":
      return `(yield from ${write(e.value, TEST)})`;
    case "Await":
      return parenthesize(`await ${write(e.value, ATOM)}`, level > AWAIT);
    case "Compare":
      return writeComparison(e, level);
    case "Call":
      return writeCall(e);
    case "Constant":
      return writeConstant(e.value, e.string_kind);
    case "JoinedStr":
      return writeJoinedStr(e, false);
    case "FormattedValue":
      return writeFormattedValue(e);
    case "Attribute": {
      const isInteger = e.value.kind === "Constant" && isInt(e.value.value);
      return `${write(e.value, ATOM)}${isInteger ? " ." : "."}${e.attr}`;
    }
    case "Starred":
      return `*${write(e.value, BIT_OR)}`;
    case "Name":
      return e.id;
    case "List":
      return `[${join(e.elts, TEST)}]`;
    case "Tuple":
      return writeTuple(e, level);
    case "Subscript":
      return writeSubscript(e);
    case "Slice":
      return writeSlice(e);
    case "NamedExpr":
      return parenthesize(`${write(e.target, ATOM)} := ${write(e.value, ATOM)}`, level > TUPLE);
  }
}

function isInt(value: Constant): boolean {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean";
}

function writeItem(key: Expr | null, value: Expr): string {
  return key === null ? `**${write(value, BIT_OR)}` : `${write(key, TEST)}: ${write(value, TEST)}`;
}

function writeBinary(e: BinOpNode, level: number): string {
  const [text, precedence] = OPERATORS[e.op];
  const rightAssociative = e.op === "Pow" ? 1 : 0;
  const left = write(e.left, precedence + rightAssociative);
  const right = write(e.right, precedence + (1 - rightAssociative));
  return parenthesize(left + text + right, level > precedence);
}

function writeUnary(e: UnaryOpNode, level: number): string {
  const [text, precedence] = UNARY[e.op];
  return parenthesize(text + write(e.operand, precedence), level > precedence);
}

function writeLambda(e: LambdaNode, level: number): string {
  // CPython leaves the space out if there are no positional parameters: `lambda*a: x`.
  const space = e.args.posonlyargs.length + e.args.args.length > 0 ? " " : "";
  return parenthesize(`lambda${space}${writeParameters(e.args)}: ${write(e.body, TEST)}`, level > TEST);
}

function writeParameters(args: Arguments): string {
  const parts: string[] = [];
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  for (const [index, parameter] of positional.entries()) {
    const value = args.defaults[index - firstDefault];
    parts.push(parameter.arg + (value === undefined ? "" : `=${write(value, TEST)}`));
    if (index + 1 === args.posonlyargs.length) parts.push("/");
  }
  if (args.vararg !== null) parts.push(`*${args.vararg.arg}`);
  else if (args.kwonlyargs.length > 0) parts.push("*");
  for (const [index, parameter] of args.kwonlyargs.entries()) {
    const value = args.kw_defaults[index] ?? null;
    parts.push(parameter.arg + (value === null ? "" : `=${write(value, TEST)}`));
  }
  if (args.kwarg !== null) parts.push(`**${args.kwarg.arg}`);
  return parts.join(", ");
}

function writeGenerators(generators: readonly Comprehension[]): string {
  let text = "";
  for (const generator of generators) {
    text += `${generator.is_async ? " async for " : " for "}${write(generator.target, TUPLE)} in `;
    text += write(generator.iter, TEST + 1);
    for (const condition of generator.ifs) text += ` if ${write(condition, TEST + 1)}`;
  }
  return text;
}

function writeComparison(e: CompareNode, level: number): string {
  let text = write(e.left, COMPARE + 1);
  for (const [index, operator] of e.ops.entries()) {
    text += COMPARISONS[operator] + write(e.comparators[index]!, COMPARE + 1);
  }
  return parenthesize(text, level > COMPARE);
}

function writeCall(e: CallNode): string {
  const callee = write(e.func, ATOM);
  const only = e.args[0];
  // The generator expression brings the parentheses.
  if (e.args.length === 1 && e.keywords.length === 0 && only?.kind === "GeneratorExp") {
    return callee + write(only, TEST);
  }
  const parts = e.args.map((arg) => write(arg, TEST));
  for (const { arg, value } of e.keywords) parts.push(`${arg === null ? "**" : `${arg}=`}${write(value, TEST)}`);
  return `${callee}(${parts.join(", ")})`;
}

function writeConstant(value: Constant, stringKind: Text | null): string {
  if (value instanceof EllipsisConstant) return "...";
  const prefix = stringKind === null ? "" : String(stringKind);
  if (typeof value === "string" || value instanceof WideText) return prefix + textRepr(value);
  return constantRepr(value).replaceAll("inf", INFINITY);
}

function writeTuple(e: TupleNode, level: number): string {
  if (e.elts.length === 0) return "()";
  const text = e.elts.length === 1 ? `${write(e.elts[0]!, TEST)},` : join(e.elts, TEST);
  return parenthesize(text, level > TUPLE);
}

function writeSubscript(e: SubscriptNode): string {
  return `${write(e.value, ATOM)}[${write(e.slice, TUPLE)}]`;
}

function writeSlice(e: SliceNode): string {
  const lower = e.lower === null ? "" : write(e.lower, TEST);
  const upper = e.upper === null ? "" : write(e.upper, TEST);
  return `${lower}:${upper}${e.step === null ? "" : `:${write(e.step, TEST)}`}`;
}

/** An f-string is written as the repr of its content. */
function writeJoinedStr(e: JoinedStrNode, isSpecification: boolean): string {
  const body = e.values.map((value) => writePart(value, isSpecification)).join("");
  return isSpecification ? body : `f${textRepr(toText(body))}`;
}

function writePart(e: Expr, isSpecification: boolean): string {
  switch (e.kind) {
    case "Constant": {
      const text = plainText(e.value).replaceAll("{", "{{").replaceAll("}", "}}");
      return text;
    }
    case "JoinedStr":
      return writeJoinedStr(e, isSpecification);
    case "FormattedValue":
      return writeFormattedValue(e);
    default:
      throw unplacedSyntaxProblem("unknown expression kind inside f-string");
  }
}

function plainText(value: Constant): string {
  if (typeof value === "string") return value;
  if (value instanceof WideText) return String.fromCodePoint(...value.codePoints);
  return bug("constant in an f-string is no str");
}

function writeFormattedValue(e: FormattedValueNode): string {
  const text = write(e.value, TEST + 1);
  // A brace directly behind the opening one would be an escape.
  let result = text.startsWith("{") ? `{ ${text}` : `{${text}`;
  if (e.conversion > 0) result += `!${String.fromCharCode(e.conversion)}`;
  if (e.format_spec !== null) result += `:${writePart(e.format_spec, true)}`;
  return `${result}}`;
}
