/**
 * _decimal: decimal floating-point arithmetic (CPython Modules/_decimal; the General Decimal Arithmetic
 * Specification, version 1.70). Numbers are in number, operations in arithmetic and transcendental, what
 * Python sees in decimal and context-type.
 */

import { getAttr, setAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import type { PyModule } from "../../objects/kernel/payload.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { ANY_INVALID, CLAMPED, DIVISION_BY_ZERO, OVERFLOW, ROUNDINGS, UNDERFLOW } from "./context.ts";
import { CONTEXT, currentContext, PyContext, setContext, templates } from "./context-object.ts";
import { applySettings, makeContext } from "./context-type.ts";
import "./decimal.ts";
import { DECIMAL } from "./decimal-object.ts";
import { EXCEPTION_TYPES } from "./signals.ts";

/** What `localcontext()` gives: sets a context on entry, restores the old one on exit. */
class PyContextManager extends PyObject {
  constructor(
    readonly local: PyContext,
    readonly saved: PyContext,
  ) {
    super(CONTEXT_MANAGER);
  }
}

const CONTEXT_MANAGER = defineType<PyContextManager>("decimal.ContextManager", {
  traits: { noConstructor: true },
  methods: {
    __enter__: [
      "~($self, /)",
      undefined,
      (self: PyContextManager) => {
        setContext(self.local);
        return self.local;
      },
    ],
    __exit__: [
      "~($self, *args)",
      undefined,
      (self: PyContextManager) => {
        setContext(self.saved);
        return false;
      },
    ],
  },
});

function requireContext(value: Value): PyContext {
  if (value instanceof PyContext) return value;
  throw typeError("argument must be a context");
}

/** The templates are never used themselves: whoever sets one gets a copy. */
function useContext(value: Value): void {
  const context = requireContext(value);
  const shared = [templates.default, BASIC, EXTENDED].includes(context);
  setContext(shared ? context.copy() : context);
}

function localContext(value: Value, settings: PyDict): Value {
  const saved = currentContext();
  if (value !== NONE && !(value instanceof PyContext)) throw typeError("optional argument must be a context");
  const local = (value instanceof PyContext ? value : saved).copy();
  applySettings(local, settings);
  return new PyContextManager(local, saved);
}

const BASIC = makeContext(
  { prec: 9, rounding: "ROUND_HALF_UP" },
  ANY_INVALID | DIVISION_BY_ZERO | OVERFLOW | UNDERFLOW | CLAMPED,
);
const EXTENDED = makeContext({ prec: 9 }, 0);

/** Attributes that Python code makes: the named tuple, and the registration as a number. */
function setup(module: PyModule): void {
  const { dict } = module;
  const namedtuple = getAttr(hooks.importModule("collections"), "namedtuple");
  const decimalTuple = call(namedtuple, "DecimalTuple", "sign digits exponent");
  setAttr(decimalTuple, "__module__", "decimal");
  dict.set("DecimalTuple", decimalTuple);
  call(getAttr(getAttr(hooks.importModule("numbers"), "Number"), "register"), DECIMAL);
  dict.set("DefaultContext", templates.default);
  dict.set("BasicContext", BASIC);
  dict.set("ExtendedContext", EXTENDED);
  dict.set("HAVE_THREADS", true);
  dict.set("HAVE_CONTEXTVAR", true);
  for (const name of ROUNDINGS) dict.set(name, name);
}

export default defineModule("_decimal", {
  doc: "C decimal arithmetic module",
  constants: {
    MAX_PREC: 999999999999999999n,
    MAX_EMAX: 999999999999999999n,
    MIN_EMIN: -999999999999999999n,
    MIN_ETINY: -1999999999999999997n,
    __version__: "1.70",
    __libmpdec_version__: "2.5.1",
  },
  types: { Decimal: DECIMAL, Context: CONTEXT, ...EXCEPTION_TYPES },
  functions: {
    getcontext: ["($module, /)", "Get the current default context.", currentContext],
    setcontext: ["($module, context, /)", "Set a new default context.", useContext],
    localcontext: [
      "($module, /, ctx=None, **kwargs)",
      "Return a context manager that will set the default context to a copy of ctx\non entry to the with-statement and restore the previous default context when\nexiting the with-statement. If no context is supplied, a copy of the current\ndefault context is used.",
      localContext,
    ],
  },
  setup,
});
