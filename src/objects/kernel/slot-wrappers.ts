/**
 * How Python calls a builtin's slot: `(1).__add__(2)`, `int.__add__(1, 2)` (CPython
 * Objects/typeobject.c, wrap_*). One wrapper a kind of slot; argument errors are the slots' own style.
 */

import { isInstance, isSubtype, MEMORYVIEW, NONE, typeName, typeOf } from "./core-types.ts";
import { exactly } from "./exact-length.ts";
import { endOfIteration, stopOfIteration } from "./iterate.ts";
import { missingAttribute } from "./missing.ts";
import type { PyType, Value } from "./object.ts";
import { intOf, jsString } from "./payload.ts";
import { overflowError, typeError } from "./raise.ts";
import type { BinarySlot, CallSlot, KeywordNames, SlotKind, SlotRow, Slots, UnarySlot } from "./slots.ts";

type Wrap = (slot: never, row: SlotRow) => CallSlot;

function noKeywords(row: SlotRow, kwnames: KeywordNames): void {
  if (kwnames !== undefined && kwnames.length > 0)
    throw typeError(`wrapper ${row.dunder}() takes no keyword arguments`);
}

function expect(
  row: SlotRow,
  args: Value[],
  kwnames: KeywordNames,
  least: number,
  most = least,
  isUnpacked = most > 1,
): void {
  noKeywords(row, kwnames);
  if (args.length >= least && args.length <= most) return;
  const wanted = args.length < least ? least : most;
  const word = least === most ? "" : args.length < least ? "at least " : "at most ";
  // Some unpack their arguments under an empty name, which leaves its space.
  const name = isUnpacked ? " " : "";
  throw typeError(`${name}expected ${word}${wanted} argument${wanted === 1 ? "" : "s"}, got ${args.length}`);
}

/** An attribute name as setattr and friends take it. */
export function attributeName(name: Value): string {
  const text = jsString(name);
  if (text === undefined) throw typeError(`attribute name must be string, not '${typeName(name)}'`);
  return text;
}

const unary: Wrap = (slot: UnarySlot, row) => (self, args, kwnames) => {
  expect(row, args, kwnames, 0);
  return slot(self);
};

const binary: Wrap = (slot: BinarySlot, row) => (self, args, kwnames) => {
  expect(row, args, kwnames, 1);
  return slot(self, args[0]);
};

/** An int that fits Py_ssize_t, through `__index__`. */
function ssize(value: Value): Value {
  const slot = typeOf(value).slots.__index__;
  if (slot === undefined) throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  const index = intOf(slot(value)) as number | bigint;
  if (typeof index === "bigint" && BigInt.asIntN(64, index) !== index) {
    throw overflowError(`cannot fit '${typeName(value)}' into an index-sized integer`);
  }
  return index;
}

/**
 * `object.__setattr__(Class, ...)` must not reach around a metaclass: only the nearest builtin base of
 * the type may be used that way (CPython's hackcheck).
 */
function checkCarlo(self: Value, slot: unknown, row: SlotRow): void {
  let type: PyType | null = typeOf(self);
  while (type?.traits.heap) type = type.base;
  const name = row.dunder as "__setattr__" | "__delattr__";
  if (type !== null && type.slots[name] !== slot) {
    throw typeError(`can't apply this ${name} to ${type.name} object`);
  }
}

const WRAPS: Record<SlotKind, Wrap> = {
  unary,
  string: unary,
  hash: unary,
  length: (slot: NonNullable<Slots["__len__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 0);
    return exactly(slot, self, slot(self));
  },
  truth: unary,
  call: (slot: CallSlot) => slot,
  getattribute: (slot: NonNullable<Slots["__getattribute__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1);
    const name = attributeName(args[0]);
    const value = slot(self, name);
    if (value === undefined) throw missingAttribute(self, name);
    return value;
  },
  setattr: (slot: NonNullable<Slots["__setattr__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 2);
    checkCarlo(self, slot, row);
    slot(self, attributeName(args[0]), args[1]);
    return NONE;
  },
  delattr: (slot: NonNullable<Slots["__delattr__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1);
    checkCarlo(self, slot, row);
    slot(self, attributeName(args[0]));
    return NONE;
  },
  compare: binary,
  binary,
  inplace: binary,
  reflected: (slot: BinarySlot, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1);
    return slot(args[0], self);
  },
  power: (slot: NonNullable<Slots["__pow__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1, 2);
    return slot(self, args[0], args[1] ?? NONE);
  },
  reflectedPower: (slot: NonNullable<Slots["__pow__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1, 2);
    return slot(args[0], self, args[1] ?? NONE);
  },
  inplacePower: (slot: NonNullable<Slots["__pow__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1, 2);
    return slot(self, args[0], args[1] ?? NONE);
  },
  next: (slot: NonNullable<Slots["__next__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 0);
    endOfIteration.value = undefined;
    const value = slot(self);
    if (value === undefined) throw stopOfIteration();
    return value;
  },
  get: (slot: NonNullable<Slots["__get__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1, 2);
    const instance = args[0] === NONE ? undefined : args[0];
    const owner = args.length < 2 || args[1] === NONE ? undefined : (args[1] as PyType);
    if (instance === undefined && owner === undefined) throw typeError("__get__(None, None) is invalid");
    return slot(self, instance, owner);
  },
  set: (slot: NonNullable<Slots["__set__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 2);
    slot(self, args[0], args[1]);
    return NONE;
  },
  delete: (slot: NonNullable<Slots["__delete__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1);
    slot(self, args[0]);
    return NONE;
  },
  init: (slot: NonNullable<Slots["__init__"]>) => (self, args, kwnames) => {
    slot(self, args, kwnames);
    return NONE;
  },
  item: binary,
  setitem: (slot: NonNullable<Slots["__setitem__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 2);
    slot(self, args[0], args[1]);
    return NONE;
  },
  delitem: (slot: NonNullable<Slots["__delitem__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1);
    slot(self, args[0]);
    return NONE;
  },
  contains: (slot: NonNullable<Slots["__contains__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1);
    return slot(self, args[0]);
  },
  repeat: (slot: NonNullable<Slots["sq_repeat"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1, 1, true);
    return slot(self, ssize(args[0]));
  },
  buffer: (slot: NonNullable<Slots["__buffer__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1);
    return slot(self, Number(ssize(args[0])));
  },
  releaseBuffer: (slot: NonNullable<Slots["__release_buffer__"]>, row) => (self, args, kwnames) => {
    expect(row, args, kwnames, 1);
    if (!isInstance(args[0], MEMORYVIEW)) throw typeError("expected a memoryview object");
    slot(self, args[0]);
    return NONE;
  },
};

/** The slot of `row` with Python's calling convention, self apart. */
export function wrapSlot(row: SlotRow, slot: unknown): CallSlot {
  return WRAPS[row.kind](slot as never, row);
}

/** Check the self of an unbound slot wrapper: `int.__add__("x", 1)`. */
export function checkWrapperSelf(owner: PyType, name: string, args: Value[], kwnames: KeywordNames): Value {
  if (args.length === (kwnames?.length ?? 0))
    throw typeError(`descriptor '${name}' of '${owner.name}' object needs an argument`);
  if (!isSubtype(typeOf(args[0]), owner)) {
    throw typeError(`descriptor '${name}' requires a '${owner.name}' object but received a '${typeName(args[0])}'`);
  }
  return args[0];
}
