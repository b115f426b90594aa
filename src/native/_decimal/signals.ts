/**
 * The exceptions of decimal, and how conditions become exceptions and flags (CPython
 * Modules/_decimal/_decimal.c: dec_addstatus).
 */

import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { PyList } from "../../objects/kernel/payload.ts";
import { newException, PyError } from "../../objects/kernel/raise.ts";
import * as C from "./context.ts";

function signal(name: string, ...bases: PyType[]): PyType {
  const type = defineType(`decimal.${name}`, {
    base: bases[0],
    bases,
    traits: { heap: true, basetype: true, instanceDict: true, weakrefs: true },
  });
  const seen = new Set<PyType>();
  // Base classes first come first, what they share last: the order C3 gives for these.
  for (const base of bases) for (const each of base.mro) seen.add(each);
  const rest = [...seen].filter((each) => !bases.includes(each));
  const shared = rest.filter((each) => bases.every((base) => base.mro.includes(each)));
  type.mro = [type, ...bases, ...rest.filter((each) => !shared.includes(each)), ...shared];
  return type;
}

export const DECIMAL_EXCEPTION = signal("DecimalException", EXCEPTIONS.ArithmeticError);
const CLAMPED = signal("Clamped", DECIMAL_EXCEPTION);
const INVALID = signal("InvalidOperation", DECIMAL_EXCEPTION);
const CONVERSION_SYNTAX = signal("ConversionSyntax", INVALID);
const DIVISION_BY_ZERO = signal("DivisionByZero", DECIMAL_EXCEPTION, EXCEPTIONS.ZeroDivisionError);
const DIVISION_IMPOSSIBLE = signal("DivisionImpossible", INVALID);
const DIVISION_UNDEFINED = signal("DivisionUndefined", INVALID, EXCEPTIONS.ZeroDivisionError);
const INEXACT = signal("Inexact", DECIMAL_EXCEPTION);
const INVALID_CONTEXT = signal("InvalidContext", INVALID);
const ROUNDED = signal("Rounded", DECIMAL_EXCEPTION);
const SUBNORMAL = signal("Subnormal", DECIMAL_EXCEPTION);
const OVERFLOW = signal("Overflow", INEXACT, ROUNDED);
const UNDERFLOW = signal("Underflow", INEXACT, ROUNDED, SUBNORMAL);
const FLOAT_OPERATION = signal("FloatOperation", DECIMAL_EXCEPTION, EXCEPTIONS.TypeError);

/** Conditions that are signalled as InvalidOperation, but are named in its argument. */
const CONDITIONS: readonly (readonly [number, PyType])[] = [
  [C.INVALID_OPERATION, INVALID],
  [C.CONVERSION_SYNTAX, CONVERSION_SYNTAX],
  [C.DIVISION_IMPOSSIBLE, DIVISION_IMPOSSIBLE],
  [C.DIVISION_UNDEFINED, DIVISION_UNDEFINED],
  [C.INVALID_CONTEXT, INVALID_CONTEXT],
];

/** Signals in the order in which one of several is chosen to be raised. */
export const SIGNALS: readonly (readonly [mask: number, type: PyType])[] = [
  [C.ANY_INVALID, INVALID],
  [C.FLOAT_OPERATION, FLOAT_OPERATION],
  [C.DIVISION_BY_ZERO, DIVISION_BY_ZERO],
  [C.OVERFLOW, OVERFLOW],
  [C.UNDERFLOW, UNDERFLOW],
  [C.SUBNORMAL, SUBNORMAL],
  [C.INEXACT, INEXACT],
  [C.ROUNDED, ROUNDED],
  [C.CLAMPED, CLAMPED],
];

export const EXCEPTION_TYPES: Readonly<Record<string, PyType>> = Object.fromEntries(
  [
    DECIMAL_EXCEPTION,
    CLAMPED,
    INVALID,
    CONVERSION_SYNTAX,
    DIVISION_BY_ZERO,
    DIVISION_IMPOSSIBLE,
    DIVISION_UNDEFINED,
    INEXACT,
    INVALID_CONTEXT,
    ROUNDED,
    SUBNORMAL,
    OVERFLOW,
    UNDERFLOW,
    FLOAT_OPERATION,
  ].map((type) => [type.name, type]),
);

/** The exception for the trapped conditions in `status`. */
export function trapped(status: number): PyError {
  const chosen = SIGNALS.find(([mask]) => (status & mask) !== 0)?.[1] ?? INVALID;
  const listed: Value[] = CONDITIONS.filter(([bit]) => (status & bit) !== 0).map(([, type]) => type);
  for (const [mask, type] of SIGNALS.slice(1)) if ((status & mask) !== 0) listed.push(type);
  return new PyError(newException(chosen, new PyList(listed)));
}
