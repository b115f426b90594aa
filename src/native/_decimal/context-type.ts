/** The type decimal.Context and its signal dicts (CPython Modules/_decimal/_decimal.c, the `context_` functions). */
import { genericLookup } from "../../objects/kernel/attribute.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { completeType, defineType, type MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { iter, toArray } from "../../objects/kernel/iterate.ts";
import { PyObject, PyType, type Value } from "../../objects/kernel/object.ts";
import { intOf, PyFloat, PyList, textOf, tuple } from "../../objects/kernel/payload.ts";
import { attributeError, keyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import * as A from "./arithmetic.ts";
import * as C from "./context.ts";
import { MAX_EMAX, MAX_PREC, MIN_EMIN, type Settings, settingValue, type Work } from "./context.ts";
import { CONTEXT, PyContext, templates } from "./context-object.ts";
import { BINARY, numberClass, PREDICATES, roundingArgument, UNARY } from "./decimal.ts";
import { exactNumber, newDecimal, numberFromFloat, requireOperand } from "./decimal-object.ts";
import { type DecimalNumber, digitCount, isNaNDecimal, numberText, withSign } from "./number.ts";
import { SIGNALS } from "./signals.ts";
import * as T from "./transcendental.ts";

const SIGNAL_NAMES =
  "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]";

/** The flags or traps of a context as a mapping from exception types to bools. */
class PySignalDict extends PyObject {
  constructor(
    readonly context: PyContext,
    readonly field: "flags" | "traps",
  ) {
    super(SIGNAL_DICT);
  }

  get bits(): number {
    return this.context[this.field];
  }

  set bits(bits: number) {
    this.context[this.field] = bits;
  }
}

function maskOf(signal: Value): number {
  const found = SIGNALS.find(([, type]) => type === signal);
  if (found === undefined) throw keyError(SIGNAL_NAMES);
  return found[0];
}

/** Names in the order of libmpdec's bits; several conditions go by the name of InvalidOperation. */
const SHOWN: readonly (readonly [number, string])[] = [
  [C.CLAMPED, "Clamped"],
  [C.CONVERSION_SYNTAX, "InvalidOperation"],
  [C.DIVISION_BY_ZERO, "DivisionByZero"],
  [C.DIVISION_IMPOSSIBLE | C.DIVISION_UNDEFINED, "InvalidOperation"],
  [C.INEXACT, "Inexact"],
  [C.INVALID_CONTEXT | C.INVALID_OPERATION, "InvalidOperation"],
  [C.FLOAT_OPERATION, "FloatOperation"],
  [C.OVERFLOW, "Overflow"],
  [C.ROUNDED, "Rounded"],
  [C.SUBNORMAL, "Subnormal"],
  [C.UNDERFLOW, "Underflow"],
];

const shownSignals = (bits: number): string =>
  [...new Set(SHOWN.filter(([mask]) => (bits & mask) !== 0).map(([, name]) => name))].join(", ");

const SIGNAL_DICT = defineType<PySignalDict>("decimal.SignalDict", {
  traits: { noConstructor: true, mapping: true, subscriptOnly: true },
  slots: {
    __repr__: (self) =>
      `{${SIGNALS.map(([mask, type]) => `<class 'decimal.${type.name}'>:${(self.bits & mask) !== 0 ? "True" : "False"}`).join(", ")}}`,
    __len__: () => SIGNALS.length,
    __getitem__: (self, key) => (self.bits & maskOf(key)) !== 0,
    __setitem__: (self, key, value) => {
      const mask = maskOf(key);
      self.bits = isTrue(value) ? self.bits | mask : self.bits & ~mask;
    },
    __delitem__: () => {
      throw valueError("signal keys cannot be deleted");
    },
    __contains__: (_self, key) => SIGNALS.some(([, type]) => type === key),
    __iter__: () => iter(new PyList(SIGNALS.map(([, type]) => type))),
    __eq__: (self, other) => other instanceof PySignalDict && same(self.bits, other.bits),
    __ne__: (self, other) => !(other instanceof PySignalDict && same(self.bits, other.bits)),
    __hash__: null,
  },
  methods: {
    copy: ["~($self, /)", undefined, copySignals],
    keys: ["~($self, /)", undefined, () => new PyList(SIGNALS.map(([, type]) => type))],
    values: [
      "~($self, /)",
      undefined,
      (self: PySignalDict) => new PyList(SIGNALS.map(([mask]) => (self.bits & mask) !== 0)),
    ],
    items: [
      "~($self, /)",
      undefined,
      (self: PySignalDict) => new PyList(SIGNALS.map(([mask, type]) => tuple([type, (self.bits & mask) !== 0]))),
    ],
    get: [
      "~($self, key, default=None, /)",
      undefined,
      (self: PySignalDict, key: Value, fallback: Value) => {
        const found = SIGNALS.find(([, type]) => type === key);
        return found === undefined ? fallback : (self.bits & found[0]) !== 0;
      },
    ],
  },
});

const same = (left: number, right: number): boolean =>
  SIGNALS.every(([mask]) => ((left & mask) !== 0) === ((right & mask) !== 0));

function copySignals(self: PySignalDict): Value {
  const copy = new PyDict();
  for (const [mask, type] of SIGNALS) copy.set(type, (self.bits & mask) !== 0);
  return copy;
}

/** Flags or traps given as a list of signals or as a dict. */
function signalBits(value: Value): number {
  if (value instanceof PySignalDict) return value.bits;
  let bits = 0;
  if (value instanceof PyDict) {
    if (value.size !== SIGNALS.length) throw keyError("invalid signal dict");
    for (const [mask, type] of SIGNALS) {
      const on = value.get(type);
      if (on === undefined) throw keyError("invalid signal dict");
      if (isTrue(on)) bits |= mask;
    }
    return bits;
  }
  if (value instanceof PyList) {
    for (const each of toArray(value)) {
      if (!(each instanceof PyType) || !SIGNALS.some(([, type]) => type === each)) throw typeError(SIGNAL_NAMES);
      bits |= maskOf(each);
    }
    return bits;
  }
  throw typeError("argument must be a signal dict");
}

/** Settings that are ints, with their ranges. */
const RANGES: Readonly<Record<"prec" | "Emin" | "Emax" | "capitals" | "clamp", readonly [number, number, string]>> = {
  prec: [1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"],
  Emin: [MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"],
  Emax: [0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"],
  capitals: [0, 1, "valid values for capitals are 0 or 1"],
  clamp: [0, 1, "valid values for clamp are 0 or 1"],
};

function setNumber(self: PyContext, name: keyof typeof RANGES, value: Value): void {
  const number = intOf(value);
  if (number === undefined) throw typeError("an integer is required");
  const [least, most, message] = RANGES[name];
  if (number < least || number > most) throw valueError(message);
  self.settings = { ...self.settings, [name]: Number(number) };
}

function setAttribute(self: PyContext, name: string, value: Value): void {
  if (name in RANGES) setNumber(self, name as keyof typeof RANGES, value);
  else if (name === "rounding")
    self.settings = { ...self.settings, rounding: roundingArgument(value === NONE ? 0 : value, self) };
  else if (name === "traps" || name === "flags") self[name] = signalBits(value);
  else throw attributeError(`'decimal.Context' object has no attribute '${name}'`, name, self);
}

function getAttribute(self: PyContext, name: string): Value | undefined {
  if (name === "traps" || name === "flags") return new PySignalDict(self, name);
  return genericLookup(self, name);
}

function initialize(
  self: PyContext,
  prec: Value,
  rounding: Value,
  Emin: Value,
  Emax: Value,
  capitals: Value,
  clamp: Value,
  flags: Value,
  traps: Value,
): void {
  self.settings = { ...templates.default.settings };
  self.traps = templates.default.traps;
  self.flags = 0;
  for (const [name, value] of Object.entries({ prec, rounding, Emin, Emax, capitals, clamp, flags, traps })) {
    if (value !== NONE) setAttribute(self, name, value);
  }
}

function repr(self: PyContext): string {
  const { prec, rounding, Emin, Emax, capitals, clamp } = self.settings;
  return `Context(prec=${settingValue(prec)}, rounding=${rounding}, Emin=${settingValue(Emin)}, Emax=${settingValue(Emax)}, capitals=${capitals}, clamp=${clamp}, flags=[${shownSignals(self.flags)}], traps=[${shownSignals(self.traps)}])`;
}

const X = "($self, x, /)";
const XY = "($self, x, y, /)";

/** Decimal and int are operands of the context's methods; anything else is an error. */
const one =
  (operation: (work: Work, x: DecimalNumber) => DecimalNumber) =>
  (self: PyContext, x: Value): Value => {
    const number = requireOperand(x);
    return newDecimal(self.run((work) => operation(work, number)));
  };

const two =
  (operation: (work: Work, x: DecimalNumber, y: DecimalNumber) => DecimalNumber) =>
  (self: PyContext, x: Value, y: Value): Value => {
    const left = requireOperand(x);
    const right = requireOperand(y);
    return newDecimal(self.run((work) => operation(work, left, right)));
  };

function operationRows(): Record<string, MethodRow> {
  const rows: Record<string, MethodRow> = {};
  const unary = {
    ...UNARY,
    abs: A.absolute,
    minus: A.minus,
    plus: A.plus,
    to_integral: (work: Work, x: DecimalNumber) => A.toIntegral(work, x, work.settings.rounding, false),
    to_integral_value: (work: Work, x: DecimalNumber) => A.toIntegral(work, x, work.settings.rounding, false),
    to_integral_exact: (work: Work, x: DecimalNumber) => A.toIntegral(work, x, work.settings.rounding, true),
    copy_abs: (_work: Work, x: DecimalNumber) => withSign(x, false),
    copy_negate: (_work: Work, x: DecimalNumber) => withSign(x, !x.negative),
    copy_decimal: (_work: Work, x: DecimalNumber) => x,
    canonical: (_work: Work, x: DecimalNumber) => x,
  };
  for (const [name, operation] of Object.entries(unary)) rows[name] = [X, undefined, one(operation)];
  const binary = {
    ...BINARY,
    add: A.add,
    subtract: A.subtract,
    multiply: A.multiply,
    divide: A.divide,
    divide_int: A.divideInteger,
    remainder: A.remainder,
    quantize: A.quantize,
  };
  for (const [name, operation] of Object.entries(binary)) rows[name] = [XY, undefined, two(operation)];
  for (const [name, test] of Object.entries(PREDICATES)) {
    rows[name] = [X, undefined, (self: PyContext, x: Value) => test(requireOperand(x), self)];
  }
  return rows;
}

/** A number rounded to the context; NaN payloads that do not fit are conversion errors. */
function create(self: PyContext, value: Value): Value {
  const exact = exactNumber(value, self);
  return newDecimal(
    self.run((work) => {
      if (isNaNDecimal(exact)) {
        const room = work.prec - work.settings.clamp;
        return exact.coefficient !== 0n && digitCount(exact.coefficient) > room
          ? work.invalid(C.CONVERSION_SYNTAX)
          : exact;
      }
      return work.finish(exact);
    }),
  );
}

completeType<PyContext>(CONTEXT, {
  doc: "The context affects almost all operations and controls rounding,\nOver/Underflow, raising of exceptions and much more.  A new context\ncan be initialized as follows:\n\n    >>> c = Context(prec=28, Emin=-425000000, Emax=425000000,\n    ...             rounding=ROUND_HALF_EVEN, capitals=1, clamp=1,\n    ...             traps=[InvalidOperation, DivisionByZero, Overflow],\n    ...             flags=[])\n    >>>\n\n\n",
  module: "decimal",
  traits: { basetype: true },
  allocate: (cls) => new PyContext(cls),
  construct: ["(*args, **kwargs)", (cls) => new PyContext(cls)],
  initialize: [
    "($self, /, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)",
    initialize,
  ],
  slots: {
    __repr__: repr,
    __getattribute__: getAttribute,
    __setattr__: setAttribute,
    __delattr__: () => {
      throw attributeError("context attributes cannot be deleted", NONE, NONE);
    },
  },
  methods: {
    ...operationRows(),
    divmod: [
      XY,
      undefined,
      (self: PyContext, x: Value, y: Value) => {
        const left = requireOperand(x);
        const right = requireOperand(y);
        const { quotient, remainder } = self.run((work) => A.divmod(work, left, right));
        return tuple([newDecimal(quotient), newDecimal(remainder)]);
      },
    ],
    power: [
      "($self, /, a, b, modulo=None)",
      undefined,
      (self: PyContext, a: Value, b: Value, modulo: Value) => {
        const x = requireOperand(a);
        const y = requireOperand(b);
        const m = modulo === NONE ? undefined : requireOperand(modulo);
        return newDecimal(self.run((work) => (m === undefined ? T.power(work, x, y) : T.modularPower(work, x, y, m))));
      },
    ],
    fma: [
      "($self, x, y, z, /)",
      undefined,
      (self: PyContext, x: Value, y: Value, z: Value) => {
        const [a, b, c] = [requireOperand(x), requireOperand(y), requireOperand(z)];
        return newDecimal(self.run((work) => A.fma(work, a, b, c)));
      },
    ],
    same_quantum: [
      XY,
      undefined,
      (_self: PyContext, x: Value, y: Value) => A.sameQuantum(requireOperand(x), requireOperand(y)),
    ],
    number_class: [X, undefined, (self: PyContext, x: Value) => numberClass(requireOperand(x), self)],
    to_sci_string: [
      X,
      undefined,
      (self: PyContext, x: Value) => numberText(requireOperand(x), self.settings.capitals === 1),
    ],
    to_eng_string: [
      X,
      undefined,
      (self: PyContext, x: Value) => numberText(requireOperand(x), self.settings.capitals === 1, true),
    ],
    Etiny: ["($self, /)", undefined, (self: PyContext) => settingValue(self.settings.Emin - self.settings.prec + 1)],
    Etop: ["($self, /)", undefined, (self: PyContext) => settingValue(self.settings.Emax - self.settings.prec + 1)],
    radix: [
      "($self, /)",
      undefined,
      () => newDecimal({ negative: false, kind: "finite", coefficient: 10n, exponent: 0 }),
    ],
    clear_flags: [
      "($self, /)",
      undefined,
      (self: PyContext) => {
        self.flags = 0;
      },
    ],
    clear_traps: [
      "($self, /)",
      undefined,
      (self: PyContext) => {
        self.traps = 0;
      },
    ],
    copy: ["($self, /)", undefined, (self: PyContext) => self.copy()],
    __copy__: ["~($self, /)", undefined, (self: PyContext) => self.copy()],
    __reduce__: [
      "~($self, /)",
      undefined,
      (self: PyContext) => {
        const { prec, rounding, Emin, Emax, capitals, clamp } = self.settings;
        const listed = (bits: number) =>
          new PyList(SIGNALS.filter(([mask]) => (bits & mask) !== 0).map(([, type]) => type));
        return tuple([
          self.cls,
          tuple([
            settingValue(prec),
            rounding,
            settingValue(Emin),
            settingValue(Emax),
            capitals,
            clamp,
            listed(self.flags),
            listed(self.traps),
          ]),
        ]);
      },
    ],
    create_decimal: ['($self, num="0", /)', undefined, create],
    create_decimal_from_float: [
      "($self, f, /)",
      undefined,
      (self: PyContext, value: Value) => {
        if (!(value instanceof PyFloat) && intOf(value) === undefined) throw typeError("argument must be int or float");
        const number = value instanceof PyFloat ? numberFromFloat(value.value) : requireOperand(value);
        return newDecimal(self.run((work) => work.finish(number)));
      },
    ],
  },
  getset: {
    prec: [(self) => settingValue(self.settings.prec)],
    Emin: [(self) => settingValue(self.settings.Emin)],
    Emax: [(self) => settingValue(self.settings.Emax)],
    rounding: [(self) => self.settings.rounding],
    capitals: [(self) => self.settings.capitals],
    clamp: [(self) => self.settings.clamp],
  },
});

/** A context with these settings: one of the templates of the module. */
export function makeContext(settings: Partial<Settings>, traps: number): PyContext {
  const context = new PyContext();
  context.settings = { ...context.settings, ...settings };
  context.traps = traps;
  return context;
}

/** `localcontext(ctx=None, **settings)`: what is entered. */
export function applySettings(context: PyContext, settings: PyDict): void {
  for (const [key, value] of settings.entries()) {
    const name = String(textOf(key));
    if (!(name in RANGES) && !["rounding", "flags", "traps"].includes(name)) {
      throw typeError(`'${name}' is an invalid keyword argument for this function`);
    }
    setAttribute(context, name, value);
  }
}
