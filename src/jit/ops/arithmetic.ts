/**
 * Operators on numbers and strings.
 *
 * Ints carry an interval: an operation whose result fits is not checked. One that may not fit leaves as soon as the
 * result exceeds 32 bits, if tier 0 never saw that happen, else when it is no safe integer any more.
 */

import * as OP from "../../bytecode/generated/op.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { SEEN_FLOAT, SEEN_INT, SEEN_OTHER, SEEN_STR, SEEN_WIDE } from "../../vm/tiering.ts";
import { type Abstract, anyValue, INT32, intValue, make, SAFE, type State } from "../state.ts";
import type { Unit } from "../unit.ts";
import { asFloat, asInt, fallback, type Handler, type Instruction, result, seen, top } from "./handler.ts";

const UINT32 = 2 ** 32 - 1;
const fits = (low: number, high: number, bound: number): boolean => low >= -bound && high <= bound;

/** Check a computed int and give it its interval. */
function checked(u: Unit, s: State, at: Instruction, ref: string, low: number, high: number): Abstract {
  if (fits(low, high, INT32)) return intValue(ref, low, high);
  if (u.assume.speculate && (u.code.seen[at.pc] & SEEN_WIDE) === 0) {
    u.guard(s, at.pc, `(${ref} | 0) !== ${ref}`);
    return intValue(ref, Math.max(low, -INT32 - 1), Math.min(high, INT32));
  }
  if (fits(low, high, SAFE)) return intValue(ref, low, high);
  u.guard(s, at.pc, `!Number.isSafeInteger(${ref})`);
  return intValue(ref, Math.max(low, -SAFE), Math.min(high, SAFE));
}

type IntOperation = (u: Unit, s: State, at: Instruction, a: Abstract, b: Abstract) => Abstract | undefined;

const multiply: IntOperation = (u, s, at, a, b) => {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  const zero = a.low < 0 || b.low < 0 ? " + 0" : "";
  const ref = u.temp(`${a.ref} * ${b.ref}${zero}`);
  return checked(u, s, at, ref, Math.min(...corners), Math.max(...corners));
};

/** Leave if the int is zero. */
function notZero(u: Unit, s: State, at: Instruction, b: Abstract): void {
  if (b.low <= 0 && b.high >= 0) u.guard(s, at.pc, `${b.ref} === 0`);
}

const modulo: IntOperation = (u, s, at, a, b) => {
  notZero(u, s, at, b);
  if (a.low >= 0 && b.low >= 0) {
    return intValue(u.temp(`${a.ref} % ${b.ref}`), 0, Math.min(a.high, Math.max(b.high - 1, 0)));
  }
  const rest = u.temp(`${a.ref} % ${b.ref}`);
  const bound = Math.max(Math.abs(b.low), Math.abs(b.high));
  if (b.low >= 0) return intValue(u.temp(`${rest} < 0 ? ${rest} + ${b.ref} : ${rest} + 0`), 0, bound);
  const wrong = `${rest} !== 0 && ${rest} < 0 !== ${b.ref} < 0`;
  return intValue(u.temp(`${wrong} ? ${rest} + ${b.ref} : ${rest} + 0`), b.high <= 0 ? -bound : -bound, bound);
};

const floorDivide: IntOperation = (u, s, at, a, b) => {
  notZero(u, s, at, b);
  const bound = Math.max(Math.abs(a.low), Math.abs(a.high));
  if (a.low >= 0 && b.low >= 0) {
    const small = fits(a.low, a.high, INT32) && fits(b.low, b.high, INT32);
    const text = small ? `(${a.ref} / ${b.ref}) | 0` : `(${a.ref} - ${a.ref} % ${b.ref}) / ${b.ref}`;
    return intValue(u.temp(text), 0, bound);
  }
  return intValue(u.temp(`$R.floorDivide(${a.ref}, ${b.ref})`), -bound - 1, bound);
};

const shiftLeft: IntOperation = (u, s, at, a, b) => {
  if (b.low !== b.high || b.low < 0 || b.low > 52) return undefined;
  const factor = 2 ** b.low;
  return checked(u, s, at, u.temp(`${a.ref} * ${factor}`), a.low * factor, a.high * factor);
};

const shiftRight: IntOperation = (u, s, at, a, b) => {
  if (b.low < 0) u.guard(s, at.pc, `${b.ref} < 0`);
  const isConstant = b.low === b.high;
  if (isConstant && b.low <= 31 && b.low >= 0) {
    const factor = 2 ** b.low;
    const [low, high] = [Math.floor(a.low / factor), Math.floor(a.high / factor)];
    if (fits(a.low, a.high, INT32 + 1) && a.high <= INT32) return intValue(u.temp(`${a.ref} >> ${b.ref}`), low, high);
    if (a.low >= 0 && a.high <= UINT32) return intValue(u.temp(`${a.ref} >>> ${b.ref}`), low, high);
    return intValue(u.temp(`Math.floor(${a.ref} / ${factor})`), low, high);
  }
  const narrow = narrowed(u, s, at, a);
  if (narrow === undefined) return undefined;
  const count = b.high <= 31 ? b.ref : `(${b.ref} > 31 ? 31 : ${b.ref})`;
  return intValue(u.temp(`${narrow.ref} >> ${count}`), Math.min(narrow.low, 0), Math.max(narrow.high, 0));
};

/** The int if it is within 32 bits; leaves where it is not, unless that was seen. */
function narrowed(u: Unit, s: State, at: Instruction, a: Abstract): Abstract | undefined {
  if (a.low >= -INT32 - 1 && a.high <= INT32) return a;
  if (!u.assume.speculate || (u.code.seen[at.pc] & (SEEN_WIDE | SEEN_OTHER)) !== 0) return undefined;
  u.guard(s, at.pc, `(${a.ref} | 0) !== ${a.ref}`);
  const refined = intValue(a.ref, Math.max(a.low, -INT32 - 1), Math.min(a.high, INT32));
  u.replace(s, a, refined);
  return refined;
}

const isUnsigned = (a: Abstract): boolean => a.low >= 0 && a.high <= UINT32;

const bitAnd: IntOperation = (u, s, at, a, b) => {
  // The low 32 bits of a safe integer are those that JavaScript takes.
  for (const mask of isUnsigned(b) ? [b, a] : [a, b]) {
    if (!isUnsigned(mask)) continue;
    const suffix = mask.high <= INT32 ? "" : ") >>> 0";
    const text = suffix === "" ? `${a.ref} & ${b.ref}` : `(${a.ref} & ${b.ref}${suffix}`;
    return intValue(u.temp(text), 0, mask.high);
  }
  if (u.assume.speculate && (u.code.seen[at.pc] & SEEN_WIDE) !== 0) {
    const most = Math.min(unsigned(u, s, at, a).high, unsigned(u, s, at, b).high);
    return intValue(u.temp(`(${a.ref} & ${b.ref}) >>> 0`), 0, most);
  }
  const left = narrowed(u, s, at, a);
  const right = left === undefined ? undefined : narrowed(u, s, at, b);
  if (left === undefined || right === undefined) return undefined;
  return intValue(u.temp(`${a.ref} & ${b.ref}`), -INT32 - 1, INT32);
};

/** The int if it is within 32 bits without a sign; leaves where it is not. */
function unsigned(u: Unit, s: State, at: Instruction, a: Abstract): Abstract {
  if (isUnsigned(a)) return a;
  u.guard(s, at.pc, `(${a.ref} >>> 0) !== ${a.ref}`);
  const refined = intValue(a.ref, Math.max(a.low, 0), Math.min(a.high, UINT32));
  u.replace(s, a, refined);
  return refined;
}

/** `|` and `^`. */
const bits =
  (operator: string): IntOperation =>
  (u, s, at, left, right) => {
    let [a, b] = [left, right];
    if (u.assume.speculate && (u.code.seen[at.pc] & SEEN_WIDE) !== 0) {
      [a, b] = [unsigned(u, s, at, a), unsigned(u, s, at, b)];
    }
    const most = Math.max(a.high, b.high);
    if (isUnsigned(a) && isUnsigned(b)) {
      const bound = 2 ** Math.ceil(Math.log2(most + 1)) - 1;
      const text = `${a.ref} ${operator} ${b.ref}`;
      return intValue(u.temp(most <= INT32 ? text : `(${text}) >>> 0`), 0, Math.max(bound, 0));
    }
    if (narrowed(u, s, at, a) === undefined || narrowed(u, s, at, b) === undefined) return undefined;
    return intValue(u.temp(`${a.ref} ${operator} ${b.ref}`), -INT32 - 1, INT32);
  };

/** By BINARY_OP's argument. */
const INT_OPERATIONS: Readonly<Record<number, IntOperation>> = {
  0: (u, s, at, a, b) => checked(u, s, at, u.temp(`${a.ref} + ${b.ref}`), a.low + b.low, a.high + b.high),
  1: bitAnd,
  2: floorDivide,
  3: shiftLeft,
  5: multiply,
  6: modulo,
  7: bits("|"),
  8: (u, s, at, a, b) => (b.low === 2 && b.high === 2 ? multiply(u, s, at, a, a) : undefined),
  9: shiftRight,
  10: (u, s, at, a, b) => checked(u, s, at, u.temp(`${a.ref} - ${b.ref}`), a.low - b.high, a.high - b.low),
  11: (u, s, at, a, b) => {
    notZero(u, s, at, b);
    return make("float", u.temp(`${a.ref} / ${b.ref}`));
  },
  12: bits("^"),
};

/** The low 32 bits of an operation on safe ints, by BINARY_OP's argument. */
const LOW_BITS: Readonly<Record<number, (a: Abstract, b: Abstract) => string | undefined>> = {
  0: (a, b) => `(${a.ref} | 0) + (${b.ref} | 0)`,
  3: (a, b) => (b.low === b.high && b.low >= 0 && b.low <= 31 ? `${a.ref} << ${b.ref}` : undefined),
  5: (a, b) => `Math.imul(${a.ref}, ${b.ref})`,
  10: (a, b) => `(${a.ref} | 0) - (${b.ref} | 0)`,
};

/** A constant that follows, and the operator that takes it; undefined if something else follows, or jumps there. */
function nextConstant(u: Unit, load: number): { value: Value; op: number; last: number } | undefined {
  const { code, graph } = u;
  const operator = load + 1;
  if (code.ops[load] !== OP.LOAD_CONST || code.ops[operator] !== OP.BINARY_OP) return undefined;
  if (graph.leaders.has(load) || graph.leaders.has(operator)) return undefined;
  const arg = code.args[operator];
  return { value: code.consts[code.args[load]], op: arg < 13 ? arg : arg - 13, last: operator };
}

const AND = 1;
const REMAINDER = 6;

/** The mask that `& value` or `% value` (of a power of two, also for what is below zero) is; undefined if it is none. */
function maskOf(value: Value, op: number): number | undefined {
  if (typeof value !== "number" || value < 0) return undefined;
  if (op === AND) return value <= UINT32 ? value : undefined;
  const isPower = op === REMAINDER && value > 0 && value <= UINT32 + 1 && Number.isInteger(Math.log2(value));
  return isPower ? value - 1 : undefined;
}

/**
 * `(a * b) & 0xffffffff`, `(a * b + 12345) % 2147483648` and the like: what is masked away is not computed, however long
 * it would be. Gives the instruction that the translation goes on behind.
 */
export function maskedOperation(u: Unit, s: State, at: Instruction): number | undefined {
  const compute = LOW_BITS[at.arg < 13 ? at.arg : at.arg - 13];
  if (at.op !== OP.BINARY_OP || compute === undefined) return undefined;
  let next = nextConstant(u, at.next);
  let addend = 0;
  if (next !== undefined && (next.op === 0 || next.op === 10) && typeof next.value === "number") {
    addend = next.op === 0 ? next.value : -next.value;
    next = nextConstant(u, next.last + 2);
  }
  const mask = next === undefined ? undefined : maskOf(next.value, next.op);
  if (next === undefined || mask === undefined) return undefined;
  const known = seen(u, at);
  const isLikely = known !== 0 && (known & ~(SEEN_INT | SEEN_WIDE | SEEN_OTHER)) === 0;
  for (const depth of [2, 1]) {
    if (top(s, depth).kind === "int") continue;
    if (!isLikely || asInt(u, s, at, top(s, depth)) === undefined) return undefined;
  }
  const product = compute(top(s, 2), top(s));
  if (product === undefined) return undefined;
  const text = addend === 0 ? product : `(${product}) + ${addend | 0}`;
  const masked = mask === UINT32 ? `(${text})` : `((${text}) & ${mask})`;
  result(s, 2, intValue(u.temp(mask <= INT32 ? masked : `${masked} >>> 0`), 0, mask));
  return next.last;
}

const FLOAT_OPERATORS: Readonly<Record<number, string>> = { 0: "+", 5: "*", 10: "-", 11: "/" };

const isNumber = (value: Abstract): boolean => value.kind === "int" || value.kind === "float";

/** An operation on raw numbers of which at least one is a float. */
function floatOperation(
  u: Unit,
  s: State,
  at: Instruction,
  a: Abstract,
  b: Abstract,
  op: number,
): Abstract | undefined {
  const operator = FLOAT_OPERATORS[op];
  if (operator === undefined) return undefined;
  if (op === 11) u.guard(s, at.pc, `${b.ref} === 0`);
  return make("float", u.temp(`${a.ref} ${operator} ${b.ref}`));
}

/** `&`, `|` and `^` of ints without a sign are always done in place. */
const BITWISE: ReadonlySet<number> = new Set([1, 7, 12]);

/** Operators for which a bool is just the int 0 or 1. */
const ADDITIVE: ReadonlySet<number> = new Set([0, 5, 10]);

const truthAsInt = (u: Unit, value: Abstract): Abstract =>
  value.kind === "bool" ? intValue(u.temp(`${value.ref} ? 1 : 0`), 0, 1) : value;

/** A bool and an int, or two bools. */
function withTruth(u: Unit, s: State, at: Instruction, op: number, mask: number): Abstract | undefined {
  for (const depth of [2, 1]) {
    const { kind } = top(s, depth);
    if (kind === "bool" || kind === "int") continue;
    if ((mask & ~(SEEN_WIDE | SEEN_OTHER)) !== SEEN_INT || asInt(u, s, at, top(s, depth)) === undefined)
      return undefined;
  }
  return INT_OPERATIONS[op](u, s, at, truthAsInt(u, top(s, 2)), truthAsInt(u, top(s)));
}

function specialised(u: Unit, s: State, at: Instruction, op: number): Abstract | undefined {
  const mask = seen(u, at);
  if (ADDITIVE.has(op) && (top(s, 2).kind === "bool" || top(s).kind === "bool")) {
    const made = withTruth(u, s, at, op, mask);
    if (made !== undefined) return made;
  }
  const operands = (): [Abstract, Abstract] => [top(s, 2), top(s)];
  let [a, b] = operands();
  const isInts = a.kind === "int" && b.kind === "int";
  if (isInts && BITWISE.has(op) && isUnsigned(a) && isUnsigned(b)) return INT_OPERATIONS[op](u, s, at, a, b);
  if (isInts ? (mask & SEEN_OTHER) === 0 : (mask & ~SEEN_WIDE) === SEEN_INT) {
    if (asInt(u, s, at, a) === undefined || asInt(u, s, at, b) === undefined) return undefined;
    [a, b] = operands();
    return INT_OPERATIONS[op]?.(u, s, at, a, b);
  }
  if (mask === SEEN_FLOAT) {
    if (a.kind !== "int" && asFloat(u, s, at, a) === undefined) return undefined;
    [a, b] = operands();
    if (b.kind !== "int" && asFloat(u, s, at, b) === undefined) return undefined;
    [a, b] = operands();
  } else if (a.kind === "float" && b.kind === "any" && mask === SEEN_OTHER) return undefined;
  if (isNumber(a) && isNumber(b) && (a.kind === "float" || b.kind === "float")) {
    return floatOperation(u, s, at, a, b, op);
  }
  if (op === 0 && a.kind === "str" && b.kind === "str") return make("str", u.temp(`${a.ref} + ${b.ref}`));
  if (op === 0 && mask === SEEN_STR) return concatenation(u, s, at, a, b);
  return undefined;
}

function concatenation(u: Unit, s: State, at: Instruction, a: Abstract, b: Abstract): Abstract | undefined {
  for (const value of [a, b]) {
    if (value.kind === "str") continue;
    if (value.kind !== "any") return undefined;
    u.guard(s, at.pc, `typeof ${value.ref} !== "string"`);
    u.replace(s, value, make("str", value.ref));
  }
  return make("str", u.temp(`${a.ref} + ${b.ref}`));
}

/** The operators that have a helper of their own, by BINARY_OP's argument. */
const HELPERS: Readonly<Record<number, string>> = { 0: "add", 5: "multiply", 10: "subtract" };

const binaryOp: Handler = (u, s, at) => {
  const op = at.arg < 13 ? at.arg : at.arg - 13;
  const made = specialised(u, s, at, op);
  if (made !== undefined) {
    result(s, 2, made);
    return undefined;
  }
  const a = u.box(s, top(s, 2));
  const b = u.box(s, top(s));
  const slot = u.slot();
  u.line(`${slot} = $R.${HELPERS[op] ?? "binary"}(${a}, ${b}, ${at.arg});`);
  fallback(u, s, at, slot);
  result(s, 2, anyValue(slot));
  return undefined;
};

const OPERATORS = ["<", "<=", "===", "!==", ">", ">="] as const;

const compareOp: Handler = (u, s, at) => {
  const index = at.arg >> 4;
  const operator = OPERATORS[index];
  const mask = seen(u, at) & ~SEEN_WIDE;
  let [a, b] = [top(s, 2), top(s)];
  if (mask === SEEN_INT) {
    asInt(u, s, at, a);
    asInt(u, s, at, top(s));
  } else if (mask === SEEN_FLOAT) {
    if (a.kind !== "int") asFloat(u, s, at, a);
    if (top(s).kind !== "int") asFloat(u, s, at, top(s));
  } else if (mask === SEEN_STR) {
    for (const value of [a, b]) {
      if (value.kind !== "any") continue;
      u.guard(s, at.pc, `typeof ${value.ref} !== "string"`);
      u.replace(s, value, make("str", value.ref));
    }
  }
  [a, b] = [top(s, 2), top(s)];
  if ((isNumber(a) && isNumber(b)) || (a.kind === "str" && b.kind === "str")) {
    result(s, 2, make("bool", u.temp(`${a.ref} ${operator} ${b.ref}`)));
    return undefined;
  }
  const slot = u.slot();
  u.line(`${slot} = $R.compare(${u.box(s, a)}, ${u.box(s, b)}, ${index});`);
  fallback(u, s, at, slot);
  result(s, 2, anyValue(slot));
  return undefined;
};

export const ARITHMETIC: Record<string, Handler> = {
  BINARY_OP: binaryOp,
  COMPARE_OP: compareOp,
  IS_OP: (u, s, at) => {
    const operator = at.arg === 1 ? "!==" : "===";
    const text = `${u.box(s, top(s, 2))} ${operator} ${u.box(s, top(s))}`;
    result(s, 2, make("bool", u.temp(text)));
    return undefined;
  },
  CONTAINS_OP: (u, s, at) => {
    const slot = u.slot();
    u.line(`${slot} = $R.contains(${u.box(s, top(s))}, ${u.box(s, top(s, 2))}, ${at.arg === 1});`);
    fallback(u, s, at, slot);
    result(s, 2, make("bool", slot));
    return undefined;
  },
  UNARY_NOT: (u, s, at) => {
    const value = top(s);
    if (value.kind === "bool") {
      result(s, 1, make("bool", u.temp(`!${value.ref}`)));
      return undefined;
    }
    const slot = u.slot();
    u.line(`${slot} = $R.not(${u.box(s, value)});`);
    fallback(u, s, at, slot);
    result(s, 1, make("bool", slot));
    return undefined;
  },
  UNARY_NEGATIVE: (u, s, at) => {
    const value = top(s);
    if (value.kind === "int") {
      result(s, 1, intValue(u.temp(`0 - ${value.ref}`), -value.high, -value.low));
      return undefined;
    }
    if (value.kind === "float") {
      result(s, 1, make("float", u.temp(`-${value.ref}`)));
      return undefined;
    }
    const slot = u.slot();
    u.line(`${slot} = $R.negative(${u.box(s, value)});`);
    fallback(u, s, at, slot);
    result(s, 1, anyValue(slot));
    return undefined;
  },
};
