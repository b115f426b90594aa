/**
 * What compiled code calls ("$R" in its text).
 *
 * Operations that run no Python code and look at no frame. `undefined` says: not one of the easy cases, or it would
 * raise; nothing has happened, let tier 0 do it.
 */

import { genericLookup, genericSet, ownAttribute } from "../objects/kernel/attribute.ts";
import { auditing } from "../objects/kernel/audit.ts";
import { PyMemberDescriptor } from "../objects/kernel/builtin.ts";
import {
  BYTEARRAY,
  BYTES,
  COROUTINE,
  DICT,
  FLOAT,
  FROZENSET,
  FUNCTION,
  isSubtype,
  LIST,
  NONE,
  OBJECT,
  SET,
  STR,
  TUPLE,
  TYPE,
  typeOf,
} from "../objects/kernel/core-types.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { idOf } from "../objects/kernel/identity.ts";
import { getItem, MAX_PUSHED_ITEMS } from "../objects/kernel/iterate.ts";
import { lookupInType } from "../objects/kernel/lookup.ts";
import { type BinaryOperator, binaryOperator, format, power, unaryOperator } from "../objects/kernel/number.ts";
import { PyInstance, type PyObject, PyType, type Value } from "../objects/kernel/object.ts";
import {
  EMPTY_TUPLE,
  type PyByteArray,
  type PyBytes,
  PyCell,
  PyFloat,
  PyList,
  PyMethod,
  PySlice,
  PyTuple,
} from "../objects/kernel/payload.ts";
import { type Comparison, compare, str } from "../objects/kernel/protocol.ts";
import { memoryError, PyError, typeError } from "../objects/kernel/raise.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import type { PyCode } from "../objects/types/code.ts";
import type { PyFunction } from "../objects/types/function.ts";
import { PyRange, PyRangeIterator } from "../objects/types/range.ts";
import { PySet } from "../objects/types/set-table.ts";
import { callType } from "../objects/types/type.ts";
import { compareFloats, compareInts, floatOperation, intOperation, mixedOperation } from "../vm/arithmetic.ts";
import { Initialized } from "../vm/calls.ts";
import { Then } from "../vm/frame.ts";
import { delegateOf } from "../vm/generators.ts";
import { watchesEnds } from "../vm/heap/lifetimes.ts";
import type { SuperSite } from "../vm/ops/attributes.ts";
import { newFunction } from "../vm/ops/calls.ts";
import { joinStrings, PLAIN } from "../vm/ops/operators.ts";
import { raiseException } from "../vm/raising.ts";
import type { Thread } from "../vm/thread.ts";
import { PyGenerator } from "../vm/types/generator-object.ts";
import { BINDING } from "./binding.ts";
import { newCoroutine } from "./makers.ts";
import { RUNNING } from "./running.ts";
import { END, enumerate, iterator, next, zip } from "./walking.ts";

/** Is the value one whose operations run no Python code? */
function isSimple(value: Value): boolean {
  return typeof value !== "object" || value === NONE || value.cls === FLOAT || isSimpleTuple(value);
}

const isSimpleTuple = (value: PyObject): boolean => value.cls === TUPLE && (value as PyTuple).items.every(isSimple);

const isSimpleNumber = (value: Value): boolean =>
  typeof value === "number" ||
  typeof value === "bigint" ||
  typeof value === "boolean" ||
  (typeof value === "object" && value.cls === FLOAT);

/** What raises here raises again in tier 0. */
function attempt<T>(operation: () => T): T | undefined {
  try {
    return operation();
  } catch (error) {
    if (error instanceof PyError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const OPERATORS = PLAIN.map((name) => `__${name}__` as BinaryOperator);
const [ADD, MULTIPLY, MODULO, POWER] = [0, 5, 6, 8];

/** Operators for which a bool is just the int 0 or 1. */
const ADDITIVE: ReadonlySet<number> = new Set([ADD, MULTIPLY, 10]);
const isTruthOrInt = (value: Value): value is boolean | number =>
  typeof value === "number" || typeof value === "boolean";

function binary(left: Value, right: Value, op: number): Value | undefined {
  if (typeof left === "number" && typeof right === "number") {
    const made = intOperation(left, right, op);
    if (made !== undefined) return made;
  } else if (left instanceof PyFloat && right instanceof PyFloat) {
    const made = floatOperation(left, right, op);
    if (made !== undefined) return made;
  } else if (typeof left === "string" && typeof right === "string" && (op === 0 || op === 13)) return left + right;
  const plain = op < 13 ? op : op - 13;
  if (ADDITIVE.has(plain) && isTruthOrInt(left) && isTruthOrInt(right)) {
    const made = intOperation(Number(left), Number(right), plain);
    if (made !== undefined) return made;
  }
  if (typeof left === "string" && plain === MULTIPLY && typeof right === "number" && right * left.length < 2 ** 16) {
    return right > 0 ? left.repeat(right) : "";
  }
  const mixed = mixedOperation(left, right, plain);
  if (mixed !== undefined) return mixed;
  if (isSimpleNumber(left) && isSimpleNumber(right)) {
    return attempt(() => (plain === POWER ? power(left, right) : binaryOperator(left, right, OPERATORS[plain])));
  }
  return sequenceOperation(left, right, plain, op < 13);
}

/** The operators met most, where ints and floats mix. */
function add(left: Value, right: Value, op: number): Value | undefined {
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right;
    if (sum <= MAX_SAFE && sum >= -MAX_SAFE) return sum;
  } else if (areFloats(left, right)) return new PyFloat(left.value + (right as PyFloat).value);
  return binary(left, right, op);
}

function subtract(left: Value, right: Value, op: number): Value | undefined {
  if (typeof left === "number" && typeof right === "number") {
    const difference = left - right;
    if (difference <= MAX_SAFE && difference >= -MAX_SAFE) return difference;
  } else if (areFloats(left, right)) return new PyFloat(left.value - (right as PyFloat).value);
  return binary(left, right, op);
}

function multiply(left: Value, right: Value, op: number): Value | undefined {
  if (typeof left === "number" && typeof right === "number") {
    const product = left * right;
    if (product <= MAX_SAFE && product >= -MAX_SAFE) return product + 0;
  } else if (areFloats(left, right)) return new PyFloat(left.value * (right as PyFloat).value);
  return binary(left, right, op);
}

const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const areFloats = (left: Value, right: Value): left is PyFloat =>
  left instanceof PyFloat && right instanceof PyFloat && left.cls === FLOAT && right.cls === FLOAT;

function sequenceOperation(left: Value, right: Value, plain: number, isPlain: boolean): Value | undefined {
  const isText = typeof left === "string";
  if (plain === MODULO && isText && isSimple(right)) return attempt(() => binaryOperator(left, right, "__mod__"));
  const isSequence = isText || (typeof left === "object" && (left.cls === TUPLE || (left.cls === LIST && isPlain)));
  if (!isSequence) return undefined;
  const fits = plain === ADD ? typeOf(left) === typeOf(right) : plain === MULTIPLY && typeof right === "number";
  return fits ? attempt(() => binaryOperator(left, right, OPERATORS[plain])) : undefined;
}

const COMPARISONS: readonly Comparison[] = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"];

function compareValues(left: Value, right: Value, op: number): Value | undefined {
  if (typeof left === "number" && typeof right === "number") return compareInts(left, right, op);
  if (areFloats(left, right)) return compareFloats(left.value, (right as PyFloat).value, op);
  if (typeof left === "string" && typeof right === "string" && (op === 2 || op === 3))
    return (left === right) === (op === 2);
  if (!isSimple(left) || !isSimple(right)) return undefined;
  return attempt(() => compare(left, right, COMPARISONS[op]));
}

function truth(value: Value): boolean | undefined {
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
      return value !== 0;
    case "string":
      return value !== "";
    case "bigint":
      return true;
    default: {
      if (value === NONE) return false;
      const { __bool__, __len__ } = value.cls.slots;
      if (__bool__ === undefined && __len__ === undefined) return true;
      return value.cls.traits.heap ? undefined : isTrue(value);
    }
  }
}

/** `item in container`, or `not in`. */
function contains(container: Value, item: Value, invert: boolean): boolean | undefined {
  if (typeof container === "string") {
    return typeof item === "string" ? container.includes(item) !== invert : undefined;
  }
  if (typeof container !== "object" || !isSimple(item)) return undefined;
  const { cls } = container;
  if (cls === DICT) return (container as PyDict).has(item) !== invert;
  if (cls === SET || cls === FROZENSET) return (container as PySet).has(item) !== invert;
  if (cls !== LIST && cls !== TUPLE) return undefined;
  for (const each of (container as PyList | PyTuple).items) {
    if (each === item) return !invert;
    if (!isSimple(each)) return undefined;
    if (
      typeof each === "string"
        ? typeof item !== "string"
        : typeof item !== "string" && compare(each, item, "__eq__") === true
    ) {
      if (typeof each === "string") continue;
      return !invert;
    }
  }
  return invert;
}

function subscript(container: Value, key: Value): Value | undefined {
  if (typeof container === "string") {
    if (typeof key === "number") return container[key < 0 ? container.length + key : key];
    return key instanceof PySlice ? sliced(container, key) : undefined;
  }
  if (typeof container !== "object") return undefined;
  const { cls } = container;
  if (cls === LIST || cls === TUPLE) {
    const { items } = container as PyList | PyTuple;
    if (typeof key === "number") return items[key < 0 ? items.length + key : key];
    return key instanceof PySlice ? sliced(container, key) : undefined;
  }
  if (cls === DICT) return isSimple(key) ? (container as PyDict).get(key) : undefined;
  if (typeof key === "number" && cls === BYTES) {
    const { bytes } = container as PyBytes;
    return bytes[key < 0 ? bytes.length + key : key];
  }
  if (typeof key !== "number" || cls.traits.heap || cls.slots.__getitem__ === undefined) return undefined;
  return BYTES_LIKE.has(cls.name) ? attempt(() => getItem(container, key)) : undefined;
}

function sliced(container: Value, key: PySlice): Value | undefined {
  return isIndex(key.start) && isIndex(key.stop) && isIndex(key.step)
    ? attempt(() => getItem(container, key))
    : undefined;
}

const BYTES_LIKE: ReadonlySet<string> = new Set(["bytes", "bytearray", "array", "range"]);

function store(container: Value, key: Value, value: Value): true | undefined {
  if (typeof container !== "object") return undefined;
  if (container.cls === LIST && typeof key === "number") {
    const { items } = container as PyList;
    const index = key < 0 ? items.length + key : key;
    if (index < 0 || index >= items.length) return undefined;
    items[index] = value;
    return true;
  }
  if (container.cls === BYTEARRAY) return storeByte(container as PyByteArray, key, value);
  if (container.cls !== DICT || !isSimple(key)) return undefined;
  (container as PyDict).set(key, value);
  return true;
}

function storeByte(bytes: PyByteArray, index: Value, value: Value): true | undefined {
  if (typeof index !== "number" || index < 0 || index >= bytes.length) return undefined;
  if (typeof value !== "number" || value < 0 || value > 255) return undefined;
  bytes.buffer[index] = value;
  return true;
}

/** Add a simple value to a set; false if that is for tier 0. */
function setAdd(set: Value, value: Value): boolean {
  if (!isSimple(value) || !(set instanceof PySet)) return false;
  set.add(value);
  return true;
}

const isIndex = (value: Value): boolean => typeof value === "number" || value === NONE;

function slice(container: Value, start: Value, stop: Value): Value | undefined {
  if (!isIndex(start) || !isIndex(stop)) return undefined;
  const from = start === NONE ? 0 : (start as number);
  const to = stop === NONE ? undefined : (stop as number);
  if (typeof container === "string") return container.slice(from, to);
  if (typeof container !== "object") return undefined;
  if (container.cls === LIST) return new PyList((container as PyList).items.slice(from, to));
  const isPlain = container.cls === TUPLE || container.cls.name === "bytes";
  return isPlain && !typeOf(container).traits.heap ? getItem(container, new PySlice(start, stop, NONE)) : undefined;
}

/** A plain value of a class, or a function. */
function classAttribute(self: PyType, name: string): Value | undefined {
  const found = lookupInType(TYPE, name) === undefined ? lookupInType(self, name) : undefined;
  if (found === undefined || typeOf(found) === FUNCTION) return found;
  return typeOf(found).slots.__get__ === undefined ? found : undefined;
}

const CLASS_OF_OBJECT = lookupInType(OBJECT, "__class__");

function attribute(self: Value, name: string): Value | undefined {
  if (typeof self !== "object") return undefined;
  const { cls } = self;
  if (cls === TYPE) return classAttribute(self as PyType, name);
  if (cls.slots.__getattribute__ !== genericLookup) return undefined;
  const found = lookupInType(cls, name);
  if (name === "__class__" && found === CLASS_OF_OBJECT) return cls;
  if (found === undefined) return cls.traits.instanceDict ? ownAttribute(self, name) : undefined;
  if (found instanceof PyMemberDescriptor && found.owner.traits.heap && isSubtype(cls, found.owner))
    return self[found.key];
  const { __get__, __set__, __delete__ } = typeOf(found).slots;
  if (__set__ !== undefined || __delete__ !== undefined) return undefined;
  const own = cls.traits.instanceDict ? ownAttribute(self, name) : undefined;
  return own ?? (__get__ === undefined ? found : undefined);
}

/** Set an attribute that is simply in the instance; false if it is not that simple. */
function storeAttribute(self: Value, name: string, key: `$${string}`, value: Value): boolean {
  if (typeof self !== "object" || self.dict !== undefined) return false;
  const { cls } = self;
  if (cls.slots.__setattr__ !== genericSet || !cls.traits.instanceDict || !cls.traits.heap) return false;
  const found = lookupInType(cls, name);
  if (found !== undefined) {
    const { __set__, __delete__ } = typeOf(found).slots;
    if (__set__ !== undefined || __delete__ !== undefined) return false;
  }
  self[key] = value;
  return true;
}

const LENGTHS: ReadonlySet<string> = new Set(["set", "frozenset", "bytes", "bytearray", "range", "deque", "array"]);

function length(value: Value): number | undefined {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object") return undefined;
  if (value.cls === LIST || value.cls === TUPLE) return (value as PyList).items.length;
  if (value.cls === DICT) return (value as PyDict).size;
  const { name, slots, traits } = value.cls;
  return !traits.heap && LENGTHS.has(name) ? slots.__len__?.(value) : undefined;
}

function isInstance(value: Value, cls: Value): boolean | undefined {
  if (cls instanceof PyTuple && cls.cls === TUPLE) {
    for (const each of cls.items) {
      const answer = isInstance(value, each);
      if (answer !== false) return answer;
    }
    return false;
  }
  if (!(cls instanceof PyType)) return undefined;
  const own = typeOf(value);
  if (own === cls) return true;
  if (cls.cls !== TYPE) return undefined;
  if (isSubtype(own, cls)) return true;
  return own.traits.heap && mayPretend(own) ? undefined : false;
}

/** May an instance claim another class by `__class__`? */
function mayPretend(own: PyType): boolean {
  const object = TYPE.base as PyType;
  return ["__class__", "__getattribute__"].some((name) => lookupInType(own, name) !== lookupInType(object, name));
}

const extreme =
  (op: number) =>
  (...values: Value[]): Value | undefined => {
    let best = values[0];
    for (let i = 1; i < values.length; i++) {
      const isBetter = compareValues(values[i], best, op);
      if (isBetter === undefined) return undefined;
      if (isBetter === true) best = values[i];
    }
    return isSimple(best) ? best : undefined;
  };

function rangeLength(start: number, stop: number, step: number): number {
  if (step > 0) return stop > start ? Math.ceil((stop - start) / step) : 0;
  return start > stop ? Math.ceil((start - stop) / -step) : 0;
}

/** A builtin that compiled code has called raised `error`: tier 0 does that again. */
function raised(error: unknown): undefined {
  if (!(error instanceof PyError || error instanceof RangeError)) throw error;
}

/** Is this exit of a unit reached for the first time? `reached` is the unit's own list. */
function forced(reached: Set<number>, exit: number): boolean {
  if (reached.has(exit)) return false;
  reached.add(exit);
  return true;
}

export const SUPPORT = {
  ...RUNNING,
  ...BINDING,
  forced,
  watchesEnds,
  raised,
  isSimple,
  binary,
  add,
  subtract,
  multiply,
  compare: compareValues,
  truth,
  contains,
  subscript,
  store,
  setAdd,
  slice,
  attribute,
  storeAttribute,
  superMethod: (site: SuperSite, cls: Value, self: Value, name: string): Value | undefined => {
    try {
      return site.find(cls, self, name);
    } catch (error) {
      return raised(error);
    }
  },
  length,
  isInstance,
  min: extreme(0),
  max: extreme(4),
  iterator,
  next,
  END,
  rangeLength,
  not: (value: Value): boolean | undefined => {
    const answer = truth(value);
    return answer === undefined ? undefined : !answer;
  },
  negative: (value: Value): Value | undefined => (isSimpleNumber(value) ? unaryOperator(value, "__neg__") : undefined),
  floorDivide: (a: number, b: number): number => {
    const rest = a % b;
    return (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0) + 0;
  },
  isModerate: (value: number): boolean => value >= -(2 ** 51) && value <= 2 ** 51,
  append: (list: PyList, value: Value): void => {
    if (list.items.push(value) > MAX_PUSHED_ITEMS) throw memoryError();
  },
  join: joinStrings,
  format: (value: Value): Value | undefined => {
    if (typeof value === "string") return value;
    if (typeof value === "number") return String(value);
    return isSimple(value) && typeof value !== "object" ? format(value, "") : isSimple(value) ? str(value) : undefined;
  },
  convert,
  typeOf,
  id: (value: Value): Value | undefined => (auditing.hooks.length === 0 ? idOf(value) : undefined),
  joinItems,
  enumerate,
  zip,
  initialised: (thread: Thread, value: Value | undefined, instance: Value): Value | undefined => {
    if (value === NONE) return instance;
    if (value !== undefined) {
      const { exception } = typeError(`__init__() should return None, not '${typeOf(value).name}'`);
      thread.landed = null;
      return raiseException(thread, exception);
    }
    if (thread.landed !== null) thread.landed.then = new Then(new Initialized(instance), null);
    return undefined;
  },
  range: (start: number, stop: number, step: number): PyRange => new PyRange(start, stop, step),
  rangeIterator: (current: number, step: number, remaining: number): PyRangeIterator =>
    new PyRangeIterator(current, step, remaining),
  newCoroutine,
  /** What `await` awaits, if that is plain to see. */
  awaitable: (value: Value): Value | undefined =>
    value instanceof PyGenerator && value.cls === COROUTINE && delegateOf(value) === null ? value : undefined,
  newFunction: (outer: PyFunction, code: PyCode, closure?: PyTuple, ...more: (Value | undefined)[]): PyFunction =>
    newFunction(outer, code, closure?.items as PyCell[] | undefined, ...more),
  Cell: PyCell,
  Slice: PySlice,
  List: PyList,
  Tuple: PyTuple,
  Dict: PyDict,
  Method: PyMethod,
  Instance: PyInstance,
  Generator: PyGenerator,
  emptyTuple: EMPTY_TUPLE,
};

/** A type called with a simple argument, a list or tuple, or none. */
function convert(cls: PyType, argument?: Value): Value | undefined {
  if (cls === STR && typeof argument === "number") return String(argument);
  if (argument === undefined) return attempt(() => callType(cls, [], undefined));
  if (isExactSequence(argument)) {
    const isHashing = cls === SET || cls === FROZENSET;
    if (!isHashing && cls !== LIST && cls !== TUPLE) return undefined;
    if (isHashing && !(argument as PyList | PyTuple).items.every(isSimple)) return undefined;
  } else if (!isSimple(argument)) return undefined;
  return attempt(() => callType(cls, [argument], undefined));
}

/** str.join of a list or tuple of exact strs. */
function joinItems(separator: Value, items: Value): Value | undefined {
  if (typeof separator !== "string" || !isExactSequence(items)) return undefined;
  const texts = (items as PyList | PyTuple).items;
  for (const each of texts) if (typeof each !== "string") return undefined;
  return attempt(() => texts.join(separator));
}

const isExactSequence = (value: Value): boolean =>
  typeof value === "object" && (value.cls === LIST || value.cls === TUPLE);
