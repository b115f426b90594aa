/** _operator (CPython Modules/_operator.c). */
import { callWith } from "../../objects/kernel/call.ts";
import { NOT_IMPLEMENTED, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { exactly } from "../../objects/kernel/exact-length.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import {
  contains,
  delItem,
  forEach,
  getItem,
  isSequence,
  iter,
  lengthHint,
  setItem,
} from "../../objects/kernel/iterate.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import {
  absolute,
  type BinaryOperator,
  binaryNumber,
  binaryOperator,
  type InplaceOperator,
  inplaceOperator,
  inplacePower,
  power,
  toIndex,
  unaryOperator,
} from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, textOf } from "../../objects/kernel/payload.ts";
import { type Comparison, compare, isEqual } from "../../objects/kernel/protocol.ts";
import { PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import type { BinarySlot } from "../../objects/kernel/slots.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { toSsizeArgument } from "../../objects/types/arguments.ts";
import { getBuffer, hasBuffer } from "../../objects/types/buffer.ts";
import { codePointsOf } from "../../objects/types/text.ts";
import { ATTR_GETTER, ITEM_GETTER, METHOD_CALLER } from "./callables.ts";

const TWO = "($module, a, b, /)";
const ONE = "($module, a, /)";

/** [function, slot, what the docstring shows] */
const BINARY: readonly (readonly [string, BinaryOperator, string])[] = [
  ["add", "__add__", "+"],
  ["sub", "__sub__", "-"],
  ["mul", "__mul__", "*"],
  ["matmul", "__matmul__", "@"],
  ["floordiv", "__floordiv__", "//"],
  ["truediv", "__truediv__", "/"],
  ["mod", "__mod__", "%"],
  ["lshift", "__lshift__", "<<"],
  ["rshift", "__rshift__", ">>"],
  ["and_", "__and__", "&"],
  ["xor", "__xor__", "^"],
  ["or_", "__or__", "|"],
];

const COMPARISONS: readonly (readonly [string, Comparison, string])[] = [
  ["eq", "__eq__", "=="],
  ["ne", "__ne__", "!="],
  ["lt", "__lt__", "<"],
  ["le", "__le__", "<="],
  ["gt", "__gt__", ">"],
  ["ge", "__ge__", ">="],
];

function operators(): Record<string, MethodRow> {
  const rows: Record<string, MethodRow> = {};
  for (const [name, op, symbol] of BINARY) {
    rows[name] = [TWO, `Same as a ${symbol} b.`, (a: Value, b: Value) => binaryOperator(a, b, op)];
    const inplace = `__i${op.slice(2)}` as InplaceOperator;
    const body = (a: Value, b: Value): Value => inplaceOperator(a, b, inplace);
    rows[`i${name.replace("_", "")}`] = [TWO, `Same as a ${symbol}= b.`, body];
  }
  for (const [name, op, symbol] of COMPARISONS) {
    rows[name] = [TWO, `Same as a ${symbol} b.`, (a: Value, b: Value) => compare(a, b, op)];
  }
  return rows;
}

/** The sequences' own `+` comes first here; numbers' `__add__` counts for two sequences that have none. */
function concatenate(a: Value, b: Value, own: BinarySlot | undefined, add: () => Value): Value {
  if (own !== undefined) return own(a, b);
  const result = isSequence(typeOf(a)) && isSequence(typeOf(b)) ? add() : NOT_IMPLEMENTED;
  if (result === NOT_IMPLEMENTED) throw typeError(`'${typeName(a)}' object can't be concatenated`);
  return result;
}

const concat = (a: Value, b: Value): Value =>
  concatenate(a, b, typeOf(a).slots.sq_concat, () => binaryNumber(a, b, "__add__"));

function inplaceConcat(a: Value, b: Value): Value {
  const { __iadd__, sq_concat, sq_inplace_concat } = typeOf(a).slots;
  return concatenate(a, b, sq_inplace_concat ?? sq_concat, () => {
    const result = __iadd__ === undefined ? NOT_IMPLEMENTED : __iadd__(a, b);
    return result === NOT_IMPLEMENTED ? binaryNumber(a, b, "__add__") : result;
  });
}

/** The iterator of what is searched; that it cannot be iterated is told in the words of `in`. */
function searchIterator(container: Value): Value {
  try {
    return iter(container);
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.TypeError)) {
      throw typeError(`argument of type '${typeName(container)}' is not iterable`);
    }
    throw error;
  }
}

function indexOf(a: Value, b: Value): Value {
  let index = -1;
  let position = 0;
  forEach(searchIterator(a), (item) => {
    if (isEqual(item, b)) index = position;
    position++;
    return index < 0;
  });
  if (index < 0) throw valueError("sequence.index(x): x not in sequence");
  return index;
}

function countOf(a: Value, b: Value): Value {
  let count = 0;
  forEach(searchIterator(a), (item) => {
    if (isEqual(item, b)) count++;
  });
  return count;
}

function compareDigest(a: Value, b: Value): Value {
  const [left, right] = digestUnits(a, b);
  // Every unit is looked at, whatever differs: the time must not tell.
  const other = left.length === right.length ? right : left;
  let difference = left.length === right.length ? 0 : 1;
  for (let i = 0; i < left.length; i++) difference |= left[i] ^ other[i];
  return difference === 0;
}

function digestUnits(a: Value, b: Value): [ArrayLike<number>, ArrayLike<number>] {
  const left = textOf(a);
  const right = textOf(b);
  if (left !== undefined && right !== undefined) {
    const units = [codePointsOf(left), codePointsOf(right)] as const;
    if (units.some((each) => each.some((unit) => unit > 0x7f))) {
      throw typeError("comparing strings with non-ASCII characters is not supported");
    }
    return [...units];
  }
  if (!hasBuffer(a) && !hasBuffer(b)) {
    throw typeError(`unsupported operand types(s) or combination of types: '${typeName(a)}' and '${typeName(b)}'`);
  }
  return [getBuffer(a), getBuffer(b)];
}

export default defineModule("_operator", {
  doc: "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.  The function names are those\nused for special methods; variants without leading and trailing\n'__' are also provided for convenience.",
  functions: {
    ...operators(),
    truth: [ONE, "Return True if a is true, False otherwise.", isTrue],
    contains: [TWO, "Same as b in a (note reversed operands).", contains],
    indexOf: [TWO, "Return the first index of b in a.", indexOf],
    countOf: [TWO, "Return the number of items in a which are, or which equal, b.", countOf],
    is_: [TWO, "Same as a is b.", (a: Value, b: Value) => a === b],
    is_not: [TWO, "Same as a is not b.", (a: Value, b: Value) => a !== b],
    index: [ONE, "Same as a.__index__()", toIndex],
    neg: [ONE, "Same as -a.", (a: Value) => unaryOperator(a, "__neg__")],
    pos: [ONE, "Same as +a.", (a: Value) => unaryOperator(a, "__pos__")],
    abs: [ONE, "Same as abs(a).", absolute],
    inv: [ONE, "Same as ~a.", (a: Value) => unaryOperator(a, "__invert__")],
    invert: [ONE, "Same as ~a.", (a: Value) => unaryOperator(a, "__invert__")],
    not_: [ONE, "Same as not a.", (a: Value) => !isTrue(a)],
    concat: [TWO, "Same as a + b, for a and b sequences.", concat],
    iconcat: [TWO, "Same as a += b, for a and b sequences.", inplaceConcat],
    getitem: [TWO, "Same as a[b].", getItem],
    setitem: ["($module, a, b, c, /)", "Same as a[b] = c.", setItem],
    delitem: [TWO, "Same as del a[b].", delItem],
    pow: [TWO, "Same as a ** b.", (a: Value, b: Value) => power(a, b)],
    ipow: [TWO, "Same as a **= b.", inplacePower],
    _compare_digest: [
      TWO,
      "Return 'a == b'.\n\nThis function uses an approach designed to prevent\ntiming analysis, making it appropriate for cryptography.\n\na and b must both be of the same type: either str (ASCII only),\nor any bytes-like object.\n\nNote: If a and b are of different lengths, or if an error occurs,\na timing attack could theoretically reveal information about the\ntypes and lengths of a and b--but not their values.",
      compareDigest,
    ],
    length_hint: [
      "($module, obj, default=0, /)",
      "Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when building from an iterable.\n\nIf the object supports len(), the result will be exact.\nOtherwise, it may over- or under-estimate by an arbitrary amount.\nThe result will be an integer >= 0.",
      (object: Value, otherwise: Value) => {
        const hint = lengthHint(object, toSsizeArgument(otherwise));
        return exactly(typeOf(object).slots.__len__, object, hint);
      },
    ],
    call: [
      "($module, obj, /, *args, **kwargs)",
      "Same as obj(*args, **kwargs).",
      (object: Value, args: Value[], keywords: PyDict) => {
        const names = keywords.keyArray().map((key) => jsString(key) as string);
        return callWith(object, [...args, ...keywords.valueArray()], names.length === 0 ? undefined : names);
      },
    ],
  },
  types: { attrgetter: ATTR_GETTER, itemgetter: ITEM_GETTER, methodcaller: METHOD_CALLER },
});
