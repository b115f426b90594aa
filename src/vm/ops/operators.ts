/**
 * Operators, comparisons, subscripts and string formatting (CPython Python/bytecodes.c).
 *
 * Where the operator is Python code (a trampoline fills the slot), it runs in a frame of the same driver:
 * `tryInOrder` walks through the methods that may answer, as binary_op1 and do_richcompare do.
 */
import type { Text } from "../../bytecode/constants.ts";
import {
  DICT,
  isSubtype,
  LIST,
  NONE,
  NOT_IMPLEMENTED,
  STR,
  TUPLE,
  typeName,
  typeOf,
} from "../../objects/kernel/core-types.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { contains, delItem, getItem, setItem } from "../../objects/kernel/iterate.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import {
  type BinaryOperator,
  binaryFallback,
  binaryOperator,
  format,
  type InplaceOperator,
  inplaceFallback,
  inplaceOperator,
  inplacePower,
  power,
  unaryOperator,
} from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { type PyList, PySlice, PyStr, type PyTuple, strFromText, textOf } from "../../objects/kernel/payload.ts";
import { type Comparison, compare, repr, reprText, str } from "../../objects/kernel/protocol.ts";
import { indexOutOfRange, keyError, PyError, typeError } from "../../objects/kernel/raise.ts";
import type { BinarySlot, SlotName } from "../../objects/kernel/slots.ts";
import { TRAMPOLINES } from "../../objects/kernel/trampolines.ts";
import { joinTexts } from "../../objects/types/text.ts";
import { callUnboundMethod, callValue } from "../calls.ts";
import { after, settle } from "../deliver.ts";
import type { Frame } from "../frame.ts";
import { requestCheck } from "../heap/lifetimes.ts";
import { DONE, NEXT, type Outcome, RAISE, type Result } from "../outcome.ts";
import { raiseException } from "../raising.ts";
import type { Thread } from "../thread.ts";
import { test } from "../truth.ts";
import type { OpBody } from "./body.ts";

/** The names in the methods of BINARY_OP's arguments, in their order; in-place ones follow from 13 on. */
export const PLAIN: readonly string[] = [
  "add",
  "and",
  "floordiv",
  "lshift",
  "matmul",
  "mul",
  "mod",
  "or",
  "pow",
  "rshift",
  "sub",
  "truediv",
  "xor",
];
const OPERATOR_SLOTS = PLAIN.map((name) => `__${name}__`);
const INPLACE_SLOTS = PLAIN.map((name) => `__i${name}__`);
const INPLACE = PLAIN.length;
const POWER = PLAIN.indexOf("pow");

/** One method (or builtin slot) that may answer an operator. */
interface Attempt {
  readonly self: Value;
  readonly other: Value;
  readonly name: string;
  /** Given: a builtin's function, called with both operands in their order. */
  readonly slot?: (() => Value) | undefined;
}

function tryInOrder(
  thread: Thread,
  frame: Frame,
  attempts: readonly Attempt[],
  first: number,
  last: () => Value,
  lenient = false,
): Result {
  for (let i = first; i < attempts.length; i++) {
    const { self, other, name, slot } = attempts[i];
    let result: Result;
    if (slot !== undefined) result = slot();
    else {
      const method = lookupInType(typeOf(self), name);
      if (method === undefined) continue;
      result = lenient
        ? callLeniently(thread, frame, method, self, other)
        : callUnboundMethod(thread, frame, method, self, [other]);
    }
    if (result === NOT_IMPLEMENTED) continue;
    return after(thread, frame, result, {
      apply: (ownThread, caller, value) =>
        value === NOT_IMPLEMENTED ? tryInOrder(ownThread, caller, attempts, i + 1, last, lenient) : value,
    });
  }
  return last();
}

/** A comparison whose method cannot even be got hold of does not know the answer. */
function callLeniently(thread: Thread, frame: Frame, method: Value, self: Value, other: Value): Result {
  const { slots, traits } = typeOf(method);
  if (traits.methodDescriptor || slots.__get__ === undefined) {
    return callUnboundMethod(thread, frame, method, self, [other]);
  }
  let bound: Value;
  try {
    bound = slots.__get__(method, self, typeOf(self));
  } catch (error) {
    if (error instanceof PyError) return NOT_IMPLEMENTED;
    throw error;
  }
  return callValue(thread, frame, bound, [other], undefined);
}

type Getter = (type: PyType) => BinarySlot | undefined;

/** The order in which `left <op> right` asks (binary_op1 together with the slots of Python classes). */
function binaryAttempts(left: Value, right: Value, name: string, slotOf: Getter): Attempt[] {
  const trampoline = TRAMPOLINES[name as SlotName] as unknown;
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  const leftSlot = slotOf(leftType);
  let rightSlot = rightType === leftType ? undefined : slotOf(rightType);
  const reflected = `__r${name.slice(2)}`;
  const forward: Attempt = { self: left, other: right, name };
  const backward: Attempt = { self: right, other: left, name: reflected };
  const derived = isSubtype(rightType, leftType);
  if (leftSlot === trampoline && rightSlot === trampoline) {
    const ours = lookupInType(rightType, reflected);
    const overrides = derived && ours !== undefined && ours !== lookupInType(leftType, reflected);
    return overrides ? [backward, forward] : [forward, backward];
  }
  if (rightSlot === leftSlot) rightSlot = undefined;
  const attempts: Attempt[] = [];
  const add = (slot: BinarySlot | undefined, python: Attempt): void => {
    if (slot === trampoline) attempts.push(python);
    else if (slot !== undefined) attempts.push({ ...python, slot: () => slot(left, right) });
  };
  if (derived) add(rightSlot, backward);
  add(leftSlot, forward);
  if (!derived) add(rightSlot, backward);
  return attempts;
}

const isPython = (left: Value, right: Value, name: string): boolean => {
  const trampoline = TRAMPOLINES[name as SlotName] as unknown;
  return (
    (typeof left === "object" && left.cls.slots[name as SlotName] === trampoline) ||
    (typeof right === "object" && right.cls.slots[name as SlotName] === trampoline)
  );
};

/** `left <op> right`, `op` being BINARY_OP's argument. */
export function binary(thread: Thread, frame: Frame, left: Value, right: Value, op: number): Result {
  const plain = op < INPLACE ? op : op - INPLACE;
  const name = OPERATOR_SLOTS[plain];
  const own = op < INPLACE ? undefined : INPLACE_SLOTS[plain];
  const python =
    isPython(left, right, name) ||
    (own !== undefined && typeof left === "object" && left.cls.slots[own as SlotName] === TRAMPOLINES[own as SlotName]);
  if (!python) return binaryBuiltin(left, right, plain, own !== undefined);
  const isPower = plain === POWER;
  const slotOf: Getter = isPower
    ? (type) => {
        const slot = type.slots.__pow__;
        if (slot === undefined || slot === TRAMPOLINES.__pow__) return slot as BinarySlot | undefined;
        return (base, exponent) => slot(base, exponent, NONE);
      }
    : (type) => type.slots[name as BinaryOperator];
  const attempts = binaryAttempts(left, right, name, slotOf);
  if (own !== undefined) {
    const slot = typeOf(left).slots[own as InplaceOperator];
    const attempt: Attempt = { self: left, other: right, name: own };
    if ((slot as unknown) === TRAMPOLINES[own as SlotName]) attempts.unshift(attempt);
    else if (slot !== undefined) attempts.unshift({ ...attempt, slot: () => slot(left, right) });
  }
  return tryInOrder(thread, frame, attempts, 0, () => {
    if (isPower) throw unsupported(left, right, own === undefined ? "** or pow()" : "**=");
    return own === undefined
      ? binaryFallback(left, right, name as BinaryOperator)
      : inplaceFallback(left, right, own as InplaceOperator);
  });
}

function binaryBuiltin(left: Value, right: Value, plain: number, inplace: boolean): Value {
  if (plain === POWER) return inplace ? inplacePower(left, right) : power(left, right);
  return inplace
    ? inplaceOperator(left, right, INPLACE_SLOTS[plain] as InplaceOperator)
    : binaryOperator(left, right, OPERATOR_SLOTS[plain] as BinaryOperator);
}

function unsupported(left: Value, right: Value, symbol: string): unknown {
  return typeError(`unsupported operand type(s) for ${symbol}: '${typeName(left)}' and '${typeName(right)}'`);
}

const COMPARISONS: readonly Comparison[] = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"];
const SWAPPED: readonly number[] = [4, 5, 2, 3, 0, 1];

/** `left <op> right` for an index of COMPARE_OPS. */
export function comparison(thread: Thread, frame: Frame, left: Value, right: Value, op: number): Result {
  const forward = COMPARISONS[op];
  const backward = COMPARISONS[SWAPPED[op]];
  if (!isPython(left, right, forward) && !isPython(left, right, backward)) return compare(left, right, forward);
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  const attempt = (self: Value, other: Value, name: Comparison): Attempt => {
    const slot = typeOf(self).slots[name];
    if (slot === undefined) return { self, other, name, slot: () => NOT_IMPLEMENTED };
    const python = (slot as unknown) === TRAMPOLINES[name];
    return python ? { self, other, name } : { self, other, name, slot: () => slot(self, other) };
  };
  const ours = attempt(left, right, forward);
  const theirs = attempt(right, left, backward);
  const first = leftType !== rightType && isSubtype(rightType, leftType) && rightType.slots[backward] !== undefined;
  const last = (): Value => {
    if (forward === "__eq__") return left === right;
    if (forward === "__ne__") return left !== right;
    throw typeError(
      `'${["<", "<=", "==", "!=", ">", ">="][op]}' not supported between instances of '${leftType.name}' and '${rightType.name}'`,
    );
  };
  return tryInOrder(thread, frame, first ? [theirs, ours] : [ours, theirs], 0, last, true);
}

/** Call the Python method behind a slot, if it is one; else undefined comes back at once from `builtin`. */
function viaSlot(
  thread: Thread,
  frame: Frame,
  self: Value,
  name: SlotName,
  args: Value[],
  builtin: () => Result,
): Result {
  if (typeof self !== "object" || self.cls.slots[name] !== TRAMPOLINES[name]) return builtin();
  const method = lookupInType(self.cls, name);
  return method === undefined ? builtin() : callUnboundMethod(thread, frame, method, self, args);
}

const DISCARD = { apply: (): Result => DONE };

/** What a plain subscript raises most: made without throwing, which costs JavaScript more than all the rest. */
function missingItem(container: Value, key: Value): PyError | undefined {
  if (typeof container !== "object" || (typeof key !== "number" && typeof key !== "string")) return undefined;
  if (container.cls === DICT) return (container as PyDict).has(key) ? undefined : keyError(key);
  if ((container.cls !== LIST && container.cls !== TUPLE) || typeof key === "string") return undefined;
  const { length } = (container as PyList | PyTuple).items;
  return key >= -length && key < length ? undefined : indexOutOfRange(container.cls.name);
}

export function subscript(thread: Thread, frame: Frame, container: Value, key: Value): Result {
  return viaSlot(thread, frame, container, "__getitem__", [key], () => getItem(container, key));
}

function storeSubscript(thread: Thread, frame: Frame, container: Value, key: Value, value: Value): Result {
  const result = viaSlot(thread, frame, container, "__setitem__", [key, value], () => {
    setItem(container, key, value);
    return DONE;
  });
  return after(thread, frame, result, DISCARD);
}

function deleteSubscript(thread: Thread, frame: Frame, container: Value, key: Value): Result {
  const result = viaSlot(thread, frame, container, "__delitem__", [key], () => {
    delItem(container, key);
    return DONE;
  });
  return after(thread, frame, result, DISCARD);
}

export function membership(thread: Thread, frame: Frame, container: Value, item: Value, invert: boolean): Result {
  if (typeof container === "object" && container.cls.slots.__contains__ === TRAMPOLINES.__contains__) {
    const method = lookupInType(container.cls, "__contains__");
    if (method !== undefined && method !== NONE) {
      return after(thread, frame, callUnboundMethod(thread, frame, method, container, [item]), {
        apply: (ownThread, caller, value) => test(ownThread, caller, value, (_, truth) => truth !== invert),
      });
    }
  }
  return contains(container, item) !== invert;
}

function unary(thread: Thread, frame: Frame, op: "__neg__" | "__pos__" | "__invert__"): Outcome {
  const value = frame.pop();
  return settle(
    frame,
    viaSlot(thread, frame, value, op, [], () => unaryOperator(value, op)),
  );
}

/** `+value`, for the intrinsic. */
export function unaryPositive(thread: Thread, frame: Frame, value: Value): Result {
  return viaSlot(thread, frame, value, "__pos__", [], () => unaryOperator(value, "__pos__"));
}

/** Join strings: one JavaScript string where all are. */
export function joinStrings(pieces: readonly Value[]): Value {
  if (pieces.every((piece) => typeof piece === "string")) return pieces.join("");
  return strFromText(
    joinTexts(
      pieces.map((piece) => textOf(piece) as Text),
      "",
    ),
  );
}

/** `ascii(value)`. */
function ascii(value: Value): Value {
  let text = "";
  for (const character of reprText(value)) {
    const c = character.codePointAt(0) as number;
    if (c < 0x80) text += character;
    else if (c < 0x100) text += `\\x${c.toString(16).padStart(2, "0")}`;
    else if (c < 0x10000) text += `\\u${c.toString(16).padStart(4, "0")}`;
    else text += `\\U${c.toString(16).padStart(8, "0")}`;
  }
  return text;
}

const isExactStr = (value: Value): boolean =>
  typeof value === "string" || (value instanceof PyStr && value.cls === STR);

function formatted(thread: Thread, frame: Frame, value: Value, spec: Value | undefined): Result {
  if (isExactStr(value) && (spec === undefined || spec === "")) return value;
  const method = typeof value === "object" ? lookupInType(value.cls, "__format__") : undefined;
  if (method === undefined || !value || !typeOf(value).traits.heap) return format(value, spec ?? "");
  return after(thread, frame, callUnboundMethod(thread, frame, method, value, [spec ?? ""]), {
    apply: (_thread, _caller, result) => {
      if (textOf(result) === undefined) throw typeError(`__format__ must return a str, not ${typeName(result)}`);
      return result;
    },
  });
}

/** `str(value)` or `repr(value)`, in a frame if it is Python code. */
function converted(thread: Thread, frame: Frame, value: Value, kind: number): Result {
  if (kind === 3) return ascii(value);
  if (typeof value === "object" && value.cls.traits.heap) {
    const slots = value.cls.slots;
    const name =
      kind === 1 && slots.__str__ === TRAMPOLINES.__str__
        ? "__str__"
        : kind === 2 && slots.__repr__ === TRAMPOLINES.__repr__
          ? "__repr__"
          : undefined;
    if (name !== undefined) {
      const method = lookupInType(value.cls, name) as Value;
      return after(thread, frame, callUnboundMethod(thread, frame, method, value, []), {
        apply: (_thread, _caller, result) => {
          if (textOf(result) === undefined) throw typeError(`${name} returned non-string (type ${typeName(result)})`);
          return result;
        },
      });
    }
  }
  return kind === 1 ? str(value) : repr(value);
}

export const OPERATORS = {
  UNARY_NEGATIVE: (thread, frame) => unary(thread, frame, "__neg__"),
  UNARY_INVERT: (thread, frame) => unary(thread, frame, "__invert__"),
  UNARY_NOT: (thread, frame) =>
    settle(
      frame,
      test(thread, frame, frame.pop(), (_, truth) => !truth),
    ),
  BINARY_OP: (thread, frame, arg) => {
    const right = frame.pop();
    const left = frame.pop();
    return settle(frame, binary(thread, frame, left, right, arg));
  },
  COMPARE_OP: (thread, frame, arg) => {
    const right = frame.pop();
    const left = frame.pop();
    return settle(frame, comparison(thread, frame, left, right, arg >> 4));
  },
  IS_OP: (_thread, frame, arg) => {
    const right = frame.pop();
    const left = frame.pop();
    frame.push((left === right) !== (arg === 1));
    return NEXT;
  },
  CONTAINS_OP: (thread, frame, arg) => {
    const container = frame.pop();
    const item = frame.pop();
    return settle(frame, membership(thread, frame, container, item, arg === 1));
  },
  BINARY_SUBSCR: (thread, frame) => {
    const key = frame.pop();
    const container = frame.pop();
    const missing = missingItem(container, key);
    if (missing !== undefined) {
      raiseException(thread, missing.exception);
      return RAISE;
    }
    return settle(frame, subscript(thread, frame, container, key));
  },
  STORE_SUBSCR: (thread, frame) => {
    const key = frame.pop();
    const container = frame.pop();
    const value = frame.pop();
    return settle(frame, storeSubscript(thread, frame, container, key, value));
  },
  DELETE_SUBSCR: (thread, frame) => {
    const key = frame.pop();
    const container = frame.pop();
    requestCheck(thread);
    return settle(frame, deleteSubscript(thread, frame, container, key));
  },
  BINARY_SLICE: (thread, frame) => {
    const stop = frame.pop();
    const start = frame.pop();
    const container = frame.pop();
    return settle(frame, subscript(thread, frame, container, new PySlice(start, stop, NONE)));
  },
  STORE_SLICE: (thread, frame) => {
    const stop = frame.pop();
    const start = frame.pop();
    const container = frame.pop();
    const value = frame.pop();
    return settle(frame, storeSubscript(thread, frame, container, new PySlice(start, stop, NONE), value));
  },
  FORMAT_VALUE: (thread, frame, arg) => {
    const spec = (arg & 4) !== 0 ? frame.pop() : undefined;
    const value = frame.pop();
    const kind = arg & 3;
    if (kind === 0) return settle(frame, formatted(thread, frame, value, spec));
    const text = converted(thread, frame, value, kind);
    const result = after(thread, frame, text, {
      apply: (ownThread, caller, converted_) => formatted(ownThread, caller, converted_, spec),
    });
    return settle(frame, result);
  },
  BUILD_STRING: (_thread, frame, arg) => {
    const { stack } = frame;
    const pieces = stack.slice(frame.sp - arg, frame.sp) as Value[];
    frame.sp -= arg;
    frame.push(joinStrings(pieces));
    return NEXT;
  },
} satisfies Record<string, OpBody>;
