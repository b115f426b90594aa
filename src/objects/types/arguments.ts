/**
 * Argument checks of constructors that a text signature cannot express, and the conversions of
 * arguments that CPython's clinic makes (Python/getargs.c).
 *
 * `__new__` and `__init__` of list, set, tuple... refuse keywords only when the other of the two is not
 * overridden by a subclass, so they look at the arguments themselves.
 */
import { typeName } from "../kernel/core-types.ts";
import { toIndex } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { intOf } from "../kernel/payload.ts";
import { overflowError, typeError } from "../kernel/raise.ts";
import type { KeywordNames, Slots } from "../kernel/slots.ts";

/** `name() takes no keyword arguments`. */
export function refuseKeywords(name: string, kwnames: KeywordNames): void {
  if (kwnames !== undefined && kwnames.length > 0) throw typeError(`${name}() takes no keyword arguments`);
}

/** Positional arguments, and the value of the one keyword that may follow them. */
export function beforeKeyword(
  name: string,
  keyword: string,
  args: Value[],
  kwnames: KeywordNames,
): { positional: Value[]; value: Value | undefined } {
  const given = kwnames ?? [];
  if (given.length > 1) throw typeError(`${name}() takes at most 1 keyword argument (${given.length} given)`);
  if (given.length === 0) return { positional: args, value: undefined };
  if (given[0] !== keyword) throw typeError(`'${given[0]}' is an invalid keyword argument for ${name}()`);
  return { positional: args.slice(0, -1), value: args[args.length - 1] };
}

/** `name expected at most 2 arguments, got 3`. */
export function checkCount(name: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  const bound = given < least ? least : most;
  const word = least === most ? "" : given < least ? "at least " : "at most ";
  throw typeError(`${name} expected ${word}${bound} argument${bound === 1 ? "" : "s"}, got ${given}`);
}

/** PyArg_ParseTuple's complaint where it was told no name: `function takes at least 4 arguments (1 given)`. */
export function checkTupleCount(given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  const bound = given < least ? least : most;
  const word = least === most ? "exactly" : given < least ? "at least" : "at most";
  throw typeError(`function takes ${word} ${bound} argument${bound === 1 ? "" : "s"} (${given} given)`);
}

/**
 * The positional arguments of a constructor. Keywords are an error unless the class changes `slot`
 * (`__init__` for a `__new__`, and the reverse), which then sees to them.
 */
export function constructorArguments(
  builtin: PyType,
  cls: PyType,
  slot: keyof Slots,
  args: Value[],
  kwnames: KeywordNames,
  least: number,
  most: number,
): Value[] {
  const { name } = builtin;
  const keywords = kwnames === undefined ? 0 : kwnames.length;
  if (keywords > 0 && (cls === builtin || cls.slots[slot] === builtin.slots[slot])) refuseKeywords(name, kwnames);
  const positional = keywords === 0 ? args : args.slice(0, args.length - keywords);
  checkCount(name, positional.length, least, most);
  return positional;
}

/** A Py_ssize_t argument: through `__index__`, OverflowError beyond 64 bits. */
export function toSsizeArgument(value: Value): number {
  return Number(toExactSsize(value));
}

/** As `toSsizeArgument`, to the last digit: a number beyond 2**53 would lose some. */
export function toExactSsize(value: Value): number | bigint {
  const index = toIndex(value);
  if (typeof index === "bigint" && BigInt.asIntN(64, index) !== index) {
    throw overflowError("Python int too large to convert to C ssize_t");
  }
  return index;
}

/** A C int argument: through `__index__`, OverflowError beyond 32 bits. */
export function intArgument(value: Value): number {
  const index = toIndex(value);
  if (index > 0x7fffffff || index < -0x80000000) throw overflowError("Python int too large to convert to C int");
  return Number(index);
}

/** A C int among arguments that a format string parses ("i"), which words its OverflowError in its own way. */
export function parsedInt(value: Value): number {
  const index = toIndex(value);
  if (typeof index === "bigint" && BigInt.asIntN(64, index) !== index) {
    throw overflowError("Python int too large to convert to C long");
  }
  if (index > 0x7fffffff) throw overflowError("signed integer is greater than maximum");
  if (index < -0x80000000) throw overflowError("signed integer is less than minimum");
  return Number(index);
}

/** A Py_ssize_t as C code sets it without arguments to parse (a member, the state of an iterator): an int, nothing else. */
export function stateIndex(state: Value): number {
  return Number(exactStateIndex(state));
}

/** As `stateIndex`, to the last digit. */
export function exactStateIndex(state: Value): number | bigint {
  if (intOf(state) === undefined) throw typeError("an integer is required");
  return toExactSsize(state);
}

/** `f() argument 1 must be int, not str`. */
export function badArgument(name: string, argument: string, expected: string, value: Value): unknown {
  return typeError(`${name}() ${argument} must be ${expected}, not ${typeName(value)}`);
}
