/**
 * Expressions as source text, for annotations under `from __future__ import annotations` (CPython:
 * Python/ast_unparse.c).
 *
 * Trap: this is not `ast.unparse`: parentheses and spaces follow their own rules, and infinities become 1e309.
 */
import { constantRepr, textRepr } from "../bytecode/constantrepr.ts";
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
import { asSyntaxProblem, unplacedSyntaxProblem } from "./problems.ts";

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

/** `maxIntDigits` is sys.get_int_max_str_digits(); a longer int is a ValueError. */
export function unparse(e: Expr, maxIntDigits: number): Text {
  return toText(new Unparser(maxIntDigits).write(e, TEST));
}

class Unparser {
  constructor(private readonly maxIntDigits: number) {}

  private join(expressions: readonly Expr[], precedence: number): string {
    return expressions.map((e) => this.write(e, precedence)).join(", ");
  }

  write(e: Expr, level: number): string {
    switch (e.kind) {
      case "BoolOp": {
        const [word, precedence] = e.op === "And" ? [" and ", AND] : [" or ", OR];
        return parenthesize(e.values.map((value) => this.write(value, precedence + 1)).join(word), level > precedence);
      }
      case "BinOp":
        return this.writeBinary(e, level);
      case "UnaryOp":
        return this.writeUnary(e, level);
      case "Lambda":
        return this.writeLambda(e, level);
      case "IfExp": {
        const text = `${this.write(e.body, TEST + 1)} if ${this.write(e.test, TEST + 1)} else ${this.write(e.orelse, TEST)}`;
        return parenthesize(text, level > TEST);
      }
      case "Dict":
        return `{${e.values.map((value, index) => this.writeItem(e.keys[index] ?? null, value)).join(", ")}}`;
      case "Set":
        return `{${this.join(e.elts, TEST)}}`;
      case "GeneratorExp":
        return `(${this.write(e.elt, TEST)}${this.writeGenerators(e.generators)})`;
      case "ListComp":
        return `[${this.write(e.elt, TEST)}${this.writeGenerators(e.generators)}]`;
      case "SetComp":
        return `{${this.write(e.elt, TEST)}${this.writeGenerators(e.generators)}}`;
      case "DictComp":
        return `{${this.write(e.key, TEST)}: ${this.write(e.value, TEST)}${this.writeGenerators(e.generators)}}`;
      case "Yield":
        return e.value === null ? "(yield)" : `(yield ${this.write(e.value, TEST)})`;
      case "YieldFrom":
        return `(yield from ${this.write(e.value, TEST)})`;
      case "Await":
        return parenthesize(`await ${this.write(e.value, ATOM)}`, level > AWAIT);
      case "Compare":
        return this.writeComparison(e, level);
      case "Call":
        return this.writeCall(e);
      case "Constant":
        return this.writeConstant(e.value, e.string_kind);
      case "JoinedStr":
        return this.writeJoinedStr(e, false);
      case "FormattedValue":
        return this.writeFormattedValue(e);
      case "Attribute": {
        const isInteger = e.value.kind === "Constant" && isInt(e.value.value);
        return `${this.write(e.value, ATOM)}${isInteger ? " ." : "."}${e.attr}`;
      }
      case "Starred":
        return `*${this.write(e.value, BIT_OR)}`;
      case "Name":
        return e.id;
      case "List":
        return `[${this.join(e.elts, TEST)}]`;
      case "Tuple":
        return this.writeTuple(e, level);
      case "Subscript":
        return this.writeSubscript(e);
      case "Slice":
        return this.writeSlice(e);
      case "NamedExpr":
        return parenthesize(`${this.write(e.target, ATOM)} := ${this.write(e.value, ATOM)}`, level > TUPLE);
    }
  }

  private writeItem(key: Expr | null, value: Expr): string {
    return key === null ? `**${this.write(value, BIT_OR)}` : `${this.write(key, TEST)}: ${this.write(value, TEST)}`;
  }

  private writeBinary(e: BinOpNode, level: number): string {
    const [text, precedence] = OPERATORS[e.op];
    const rightAssociative = e.op === "Pow" ? 1 : 0;
    const left = this.write(e.left, precedence + rightAssociative);
    const right = this.write(e.right, precedence + (1 - rightAssociative));
    return parenthesize(left + text + right, level > precedence);
  }

  private writeUnary(e: UnaryOpNode, level: number): string {
    const [text, precedence] = UNARY[e.op];
    return parenthesize(text + this.write(e.operand, precedence), level > precedence);
  }

  private writeLambda(e: LambdaNode, level: number): string {
    // CPython leaves the space out if there are no positional parameters: `lambda*a: x`.
    const space = e.args.posonlyargs.length + e.args.args.length > 0 ? " " : "";
    return parenthesize(`lambda${space}${this.writeParameters(e.args)}: ${this.write(e.body, TEST)}`, level > TEST);
  }

  private writeParameters(args: Arguments): string {
    const parts: string[] = [];
    const positional = [...args.posonlyargs, ...args.args];
    const firstDefault = positional.length - args.defaults.length;
    for (const [index, parameter] of positional.entries()) {
      const value = args.defaults[index - firstDefault];
      parts.push(parameter.arg + (value === undefined ? "" : `=${this.write(value, TEST)}`));
      if (index + 1 === args.posonlyargs.length) parts.push("/");
    }
    if (args.vararg !== null) parts.push(`*${args.vararg.arg}`);
    else if (args.kwonlyargs.length > 0) parts.push("*");
    for (const [index, parameter] of args.kwonlyargs.entries()) {
      const value = args.kw_defaults[index] ?? null;
      parts.push(parameter.arg + (value === null ? "" : `=${this.write(value, TEST)}`));
    }
    if (args.kwarg !== null) parts.push(`**${args.kwarg.arg}`);
    return parts.join(", ");
  }

  private writeGenerators(generators: readonly Comprehension[]): string {
    let text = "";
    for (const generator of generators) {
      text += `${generator.is_async ? " async for " : " for "}${this.write(generator.target, TUPLE)} in `;
      text += this.write(generator.iter, TEST + 1);
      for (const condition of generator.ifs) text += ` if ${this.write(condition, TEST + 1)}`;
    }
    return text;
  }

  private writeComparison(e: CompareNode, level: number): string {
    let text = this.write(e.left, COMPARE + 1);
    for (const [index, operator] of e.ops.entries()) {
      text += COMPARISONS[operator] + this.write(e.comparators[index]!, COMPARE + 1);
    }
    return parenthesize(text, level > COMPARE);
  }

  private writeCall(e: CallNode): string {
    const callee = this.write(e.func, ATOM);
    const only = e.args[0];
    // The generator expression brings the parentheses.
    if (e.args.length === 1 && e.keywords.length === 0 && only?.kind === "GeneratorExp") {
      return callee + this.write(only, TEST);
    }
    const parts = e.args.map((arg) => this.write(arg, TEST));
    for (const { arg, value } of e.keywords) parts.push(`${arg === null ? "**" : `${arg}=`}${this.write(value, TEST)}`);
    return `${callee}(${parts.join(", ")})`;
  }

  private writeConstant(value: Constant, stringKind: Text | null): string {
    if (value instanceof EllipsisConstant) return "...";
    const prefix = stringKind === null ? "" : String(stringKind);
    if (typeof value === "string" || value instanceof WideText) return prefix + textRepr(value);
    return asSyntaxProblem(() => constantRepr(value, this.maxIntDigits)).replaceAll("inf", INFINITY);
  }

  private writeTuple(e: TupleNode, level: number): string {
    if (e.elts.length === 0) return "()";
    const text = e.elts.length === 1 ? `${this.write(e.elts[0]!, TEST)},` : this.join(e.elts, TEST);
    return parenthesize(text, level > TUPLE);
  }

  private writeSubscript(e: SubscriptNode): string {
    return `${this.write(e.value, ATOM)}[${this.write(e.slice, TUPLE)}]`;
  }

  private writeSlice(e: SliceNode): string {
    const lower = e.lower === null ? "" : this.write(e.lower, TEST);
    const upper = e.upper === null ? "" : this.write(e.upper, TEST);
    return `${lower}:${upper}${e.step === null ? "" : `:${this.write(e.step, TEST)}`}`;
  }

  /** An f-string is written as the repr of its content. */
  private writeJoinedStr(e: JoinedStrNode, isSpecification: boolean): string {
    const body = e.values.map((value) => this.writePart(value, isSpecification)).join("");
    return isSpecification ? body : `f${textRepr(toText(body))}`;
  }

  private writePart(e: Expr, isSpecification: boolean): string {
    switch (e.kind) {
      case "Constant": {
        const text = plainText(e.value).replaceAll("{", "{{").replaceAll("}", "}}");
        return text;
      }
      case "JoinedStr":
        return this.writeJoinedStr(e, isSpecification);
      case "FormattedValue":
        return this.writeFormattedValue(e);
      default:
        throw unplacedSyntaxProblem("unknown expression kind inside f-string");
    }
  }

  private writeFormattedValue(e: FormattedValueNode): string {
    const text = this.write(e.value, TEST + 1);
    // A brace directly behind the opening one would be an escape.
    let result = text.startsWith("{") ? `{ ${text}` : `{${text}`;
    if (e.conversion > 0) result += `!${String.fromCharCode(e.conversion)}`;
    if (e.format_spec !== null) result += `:${this.writePart(e.format_spec, true)}`;
    return `${result}}`;
  }
}

function parenthesize(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

function isInt(value: Constant): boolean {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean";
}

function plainText(value: Constant): string {
  if (typeof value === "string") return value;
  if (value instanceof WideText) return String.fromCodePoint(...value.codePoints);
  return bug("constant in an f-string is no str");
}
