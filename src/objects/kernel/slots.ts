/**
 * Slots: the operations of a type, resolved along its MRO (CPython's PyTypeObject slots and
 * Objects/typeobject.c `slotdefs`). Named by their dunder.
 *
 * Conventions for the functions in them, whether written in TypeScript or standing for Python code:
 *  - They throw a PyError to raise.
 *  - A binary operator (`__add__` ... `__or__`, `__pow__`, `__divmod__`) is two-sided, as CPython's
 *    nb_ slots: either operand may be the instance; an operand it does not know gives NOT_IMPLEMENTED.
 *    The one function stands for both `__add__` and `__radd__`.
 *  - `sq_concat`, `sq_repeat` are the sequences' one-sided `+` and `*`, tried after the numbers'.
 *  - `__next__` returns undefined at the end. `__getattribute__` returns undefined for "no such
 *    attribute, with the usual message".
 */
import type { PyObject, PyType, Value } from "./object.ts";

export type KeywordNames = readonly string[] | undefined;
/** Positional arguments first, then the values of `kwnames` (PEP 590's order). */
export type CallSlot = (self: Value, args: Value[], kwnames: KeywordNames) => Value;
export type UnarySlot = (self: Value) => Value;
export type BinarySlot = (left: Value, right: Value) => Value;

export class Slots {
  __repr__: UnarySlot | undefined = undefined;
  __str__: UnarySlot | undefined = undefined;
  /** A Python int in the signed 64-bit range; null on the type: unhashable. */
  __hash__: ((self: Value) => number | bigint) | undefined = undefined;
  __call__: CallSlot | undefined = undefined;
  __getattribute__: ((self: Value, name: string) => Value | undefined) | undefined = undefined;
  __setattr__: ((self: Value, name: string, value: Value) => void) | undefined = undefined;
  __delattr__: ((self: Value, name: string) => void) | undefined = undefined;
  __lt__: BinarySlot | undefined = undefined;
  __le__: BinarySlot | undefined = undefined;
  __eq__: BinarySlot | undefined = undefined;
  __ne__: BinarySlot | undefined = undefined;
  __gt__: BinarySlot | undefined = undefined;
  __ge__: BinarySlot | undefined = undefined;
  __iter__: UnarySlot | undefined = undefined;
  __next__: ((self: Value) => Value | undefined) | undefined = undefined;
  /** `instance` is undefined when looked up on the class. */
  __get__: ((self: Value, instance: Value | undefined, owner: PyType | undefined) => Value) | undefined = undefined;
  __set__: ((self: Value, instance: Value, value: Value) => void) | undefined = undefined;
  __delete__: ((self: Value, instance: Value) => void) | undefined = undefined;
  __init__: ((self: Value, args: Value[], kwnames: KeywordNames) => void) | undefined = undefined;
  __new__: ((cls: PyType, args: Value[], kwnames: KeywordNames) => Value) | undefined = undefined;
  __await__: UnarySlot | undefined = undefined;
  __aiter__: UnarySlot | undefined = undefined;
  __anext__: UnarySlot | undefined = undefined;
  __len__: ((self: Value) => number) | undefined = undefined;
  __getitem__: BinarySlot | undefined = undefined;
  __setitem__: ((self: Value, key: Value, value: Value) => void) | undefined = undefined;
  __delitem__: ((self: Value, key: Value) => void) | undefined = undefined;
  __contains__: ((self: Value, item: Value) => boolean) | undefined = undefined;
  __bool__: ((self: Value) => boolean) | undefined = undefined;
  __neg__: UnarySlot | undefined = undefined;
  __pos__: UnarySlot | undefined = undefined;
  __abs__: UnarySlot | undefined = undefined;
  __invert__: UnarySlot | undefined = undefined;
  __int__: UnarySlot | undefined = undefined;
  __float__: UnarySlot | undefined = undefined;
  __index__: UnarySlot | undefined = undefined;
  __add__: BinarySlot | undefined = undefined;
  __sub__: BinarySlot | undefined = undefined;
  __mul__: BinarySlot | undefined = undefined;
  __mod__: BinarySlot | undefined = undefined;
  __divmod__: BinarySlot | undefined = undefined;
  __pow__: ((base: Value, exponent: Value, modulus: Value) => Value) | undefined = undefined;
  __lshift__: BinarySlot | undefined = undefined;
  __rshift__: BinarySlot | undefined = undefined;
  __and__: BinarySlot | undefined = undefined;
  __xor__: BinarySlot | undefined = undefined;
  __or__: BinarySlot | undefined = undefined;
  __floordiv__: BinarySlot | undefined = undefined;
  __truediv__: BinarySlot | undefined = undefined;
  __matmul__: BinarySlot | undefined = undefined;
  __iadd__: BinarySlot | undefined = undefined;
  __isub__: BinarySlot | undefined = undefined;
  __imul__: BinarySlot | undefined = undefined;
  __imod__: BinarySlot | undefined = undefined;
  __ipow__: ((base: Value, exponent: Value, modulus: Value) => Value) | undefined = undefined;
  __ilshift__: BinarySlot | undefined = undefined;
  __irshift__: BinarySlot | undefined = undefined;
  __iand__: BinarySlot | undefined = undefined;
  __ixor__: BinarySlot | undefined = undefined;
  __ior__: BinarySlot | undefined = undefined;
  __ifloordiv__: BinarySlot | undefined = undefined;
  __itruediv__: BinarySlot | undefined = undefined;
  __imatmul__: BinarySlot | undefined = undefined;
  sq_concat: BinarySlot | undefined = undefined;
  sq_repeat: ((self: Value, count: Value) => Value) | undefined = undefined;
  sq_inplace_concat: BinarySlot | undefined = undefined;
  sq_inplace_repeat: ((self: Value, count: Value) => Value) | undefined = undefined;
  /** PEP 688: the memoryview that `memoryview(self)` is made of (a PyObject of type memoryview). */
  __buffer__: ((self: Value, flags: number) => PyObject) | undefined = undefined;
  __release_buffer__: ((self: Value, view: Value) => void) | undefined = undefined;
}

export type SlotName = keyof Slots;

/** How Python calls a slot and how a slot calls Python: see slot-wrappers.ts, one entry a kind. */
export type SlotKind =
  | "unary"
  | "string"
  | "length"
  | "truth"
  | "hash"
  | "call"
  | "getattribute"
  | "setattr"
  | "delattr"
  | "compare"
  | "binary"
  | "reflected"
  | "power"
  | "reflectedPower"
  | "inplace"
  | "inplacePower"
  | "next"
  | "get"
  | "set"
  | "delete"
  | "init"
  | "item"
  | "setitem"
  | "delitem"
  | "contains"
  | "repeat"
  | "buffer"
  | "releaseBuffer";

export interface SlotRow {
  /** The attribute as Python sees it. */
  readonly dunder: string;
  /** Where it lives in Slots. */
  readonly slot: SlotName;
  readonly kind: SlotKind;
  readonly signature: string;
  readonly doc: string;
}

const SELF = "($self, /)";
const VALUE = "($self, value, /)";

const row = (dunder: string, kind: SlotKind, signature: string, doc: string, slot?: SlotName): SlotRow => ({
  dunder,
  slot: slot ?? (dunder as SlotName),
  kind,
  signature,
  doc,
});

/** Operators: [name, symbol as the docstring shows it]. */
const OPERATORS: readonly (readonly [string, string])[] = [
  ["add", "+"],
  ["sub", "-"],
  ["mul", "*"],
  ["mod", "%"],
  ["lshift", "<<"],
  ["rshift", ">>"],
  ["and", "&"],
  ["xor", "^"],
  ["or", "|"],
  ["floordiv", "//"],
  ["truediv", "/"],
  ["matmul", "@"],
];

/**
 * Every dunder that is a slot, in the order in which CPython adds them to a type. The sequence rows
 * come last: where a type has both a number's and a sequence's `+`, `__add__` is the number's.
 */
export const SLOT_ROWS: readonly SlotRow[] = [
  row("__repr__", "string", SELF, "Return repr(self)."),
  row("__hash__", "hash", SELF, "Return hash(self)."),
  row("__call__", "call", "($self, /, *args, **kwargs)", "Call self as a function."),
  row("__str__", "string", SELF, "Return str(self)."),
  row("__getattribute__", "getattribute", "($self, name, /)", "Return getattr(self, name)."),
  row("__setattr__", "setattr", "($self, name, value, /)", "Implement setattr(self, name, value)."),
  row("__delattr__", "delattr", "($self, name, /)", "Implement delattr(self, name)."),
  row("__lt__", "compare", VALUE, "Return self<value."),
  row("__le__", "compare", VALUE, "Return self<=value."),
  row("__eq__", "compare", VALUE, "Return self==value."),
  row("__ne__", "compare", VALUE, "Return self!=value."),
  row("__gt__", "compare", VALUE, "Return self>value."),
  row("__ge__", "compare", VALUE, "Return self>=value."),
  row("__iter__", "unary", SELF, "Implement iter(self)."),
  row("__next__", "next", SELF, "Implement next(self)."),
  row("__get__", "get", "($self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner."),
  row("__set__", "set", "($self, instance, value, /)", "Set an attribute of instance to value."),
  row("__delete__", "delete", "($self, instance, /)", "Delete an attribute of instance."),
  row(
    "__init__",
    "init",
    "($self, /, *args, **kwargs)",
    "Initialize self.  See help(type(self)) for accurate signature.",
  ),
  row(
    "__buffer__",
    "buffer",
    "($self, flags, /)",
    "Return a buffer object that exposes the underlying memory of the object.",
  ),
  row(
    "__release_buffer__",
    "releaseBuffer",
    "($self, buffer, /)",
    "Release the buffer object that exposes the underlying memory of the object.",
  ),
  row("__await__", "unary", SELF, "Return an iterator to be used in await expression."),
  row("__aiter__", "unary", SELF, "Return an awaitable, that resolves in asynchronous iterator."),
  row("__anext__", "unary", SELF, "Return a value or raise StopAsyncIteration."),
  ...OPERATORS.flatMap(([name, symbol]) => [
    row(`__${name}__`, "binary", VALUE, `Return self${symbol}value.`),
    row(`__r${name}__`, "reflected", VALUE, `Return value${symbol}self.`, `__${name}__` as SlotName),
  ]),
  row("__divmod__", "binary", VALUE, "Return divmod(self, value)."),
  row("__rdivmod__", "reflected", VALUE, "Return divmod(value, self).", "__divmod__"),
  row("__pow__", "power", "($self, value, mod=None, /)", "Return pow(self, value, mod)."),
  row("__rpow__", "reflectedPower", "($self, value, mod=None, /)", "Return pow(value, self, mod).", "__pow__"),
  row("__neg__", "unary", SELF, "-self"),
  row("__pos__", "unary", SELF, "+self"),
  row("__abs__", "unary", SELF, "abs(self)"),
  row("__bool__", "truth", SELF, "True if self else False"),
  row("__invert__", "unary", SELF, "~self"),
  row("__int__", "unary", SELF, "int(self)"),
  row("__float__", "unary", SELF, "float(self)"),
  ...OPERATORS.map(([name, symbol]) => row(`__i${name}__`, "inplace", VALUE, `Return self${symbol}=value.`)),
  row("__ipow__", "inplacePower", VALUE, "Return self**=value."),
  row(
    "__index__",
    "unary",
    SELF,
    "Return self converted to an integer, if self is suitable for use as an index into a list.",
  ),
  row("__len__", "length", SELF, "Return len(self)."),
  row("__getitem__", "item", "($self, key, /)", "Return self[key]."),
  row("__setitem__", "setitem", "($self, key, value, /)", "Set self[key] to value."),
  row("__delitem__", "delitem", "($self, key, /)", "Delete self[key]."),
  row("__add__", "inplace", VALUE, "Return self+value.", "sq_concat"),
  row("__mul__", "repeat", VALUE, "Return self*value.", "sq_repeat"),
  row("__rmul__", "repeat", VALUE, "Return value*self.", "sq_repeat"),
  row("__contains__", "contains", "($self, key, /)", "Return bool(key in self)."),
  row("__iadd__", "inplace", VALUE, "Implement self+=value.", "sq_inplace_concat"),
  row("__imul__", "repeat", VALUE, "Implement self*=value.", "sq_inplace_repeat"),
];

/** The rows that concern an attribute name; empty array never, undefined for ordinary names. */
export const ROWS_BY_DUNDER: ReadonlyMap<string, readonly SlotRow[]> = (() => {
  const rows = new Map<string, SlotRow[]>();
  for (const each of SLOT_ROWS) {
    const known = rows.get(each.dunder);
    if (known) known.push(each);
    else rows.set(each.dunder, [each]);
  }
  return rows;
})();
