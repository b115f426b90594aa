/**
 * _testcapi (CPython Modules/_testcapimodule.c): what CPython's own tests call to reach the C interface, as far as that
 * has a counterpart here: limits, calls in every convention, exceptions and how they are printed, signatures in docs.
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import type { PyBuiltinFunction } from "../../objects/kernel/builtin.ts";
import { call, callWith } from "../../objects/kernel/call.ts";
import { isSubtype, NONE, TYPE } from "../../objects/kernel/core-types.ts";
import { defineType, type MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { defineModule, makeFunction } from "../../objects/kernel/module.ts";
import { PyObject, PyType, type Value } from "../../objects/kernel/object.ts";
import {
  type PyBaseException,
  PyFloat,
  PyList,
  type PyModule,
  PyTuple,
  strFromJs,
  textOf,
  tuple,
} from "../../objects/kernel/payload.ts";
import { memoryError, PyError, systemError, typeError } from "../../objects/kernel/raise.ts";
import { current } from "../../vm/thread.ts";
import { setTrace } from "../../vm/tracing.ts";
import { PyTraceback } from "../../vm/types/traceback.ts";
import { EMPTY_HAMT } from "../_contextvars/hamt-object.ts";
import { exceptHook } from "../sys/excepthook.ts";
import { formatFrames } from "../sys/print-frames.ts";
import { singleFunctions } from "./functions.ts";
import { exampleTypes } from "./types.ts";

const LIMITS: Readonly<Record<string, number | bigint>> = {
  CHAR_MAX: 127,
  CHAR_MIN: -128,
  UCHAR_MAX: 255,
  SHRT_MAX: 32767,
  SHRT_MIN: -32768,
  USHRT_MAX: 65535,
  INT_MAX: 2147483647,
  INT_MIN: -2147483648,
  UINT_MAX: 4294967295,
  LONG_MAX: 2n ** 63n - 1n,
  LONG_MIN: -(2n ** 63n),
  ULONG_MAX: 2n ** 64n - 1n,
  LLONG_MAX: 2n ** 63n - 1n,
  LLONG_MIN: -(2n ** 63n),
  ULLONG_MAX: 2n ** 64n - 1n,
  PY_SSIZE_T_MAX: 2n ** 63n - 1n,
  PY_SSIZE_T_MIN: -(2n ** 63n),
  SIZEOF_WCHAR_T: 4,
  SIZEOF_VOID_P: 8,
  SIZEOF_TIME_T: 8,
  SIZEOF_PID_T: 4,
};

type Self = Value | undefined;

/** The functions that give back what they were called with, one for each calling convention of C. */
function conventions(selfOf: (bound: Self) => Value, head: string): Record<string, MethodRow> {
  const row = (parameters: string, body: (bound: Self, ...args: never[]) => Value): MethodRow => [
    `~(${[head, parameters].filter((part) => part !== "").join(", ")})`,
    undefined,
    head === "" ? (...args: never[]) => body(undefined, ...args) : body,
  ];
  const positional = row("*args", (bound, args: Value[]) => tuple([selfOf(bound), tuple(args)]));
  const keywords = row("*args, **kwargs", (bound, args: Value[], kwargs: PyDict) =>
    tuple([selfOf(bound), tuple(args), kwargs.size === 0 ? NONE : kwargs]),
  );
  return {
    meth_varargs: positional,
    meth_varargs_keywords: keywords,
    meth_o: row("object, /", (bound, object: Value) => tuple([selfOf(bound), object])),
    meth_noargs: row("/", (bound) => selfOf(bound)),
    meth_fastcall: positional,
    meth_fastcall_keywords: keywords,
  };
}

const plain = { traits: { noConstructor: false }, construct: ["()", (cls: PyType) => new PyObject(cls)] as const };
const METH_INSTANCE = defineType("_testcapi.MethInstance", {
  ...plain,
  methods: conventions((bound) => bound as Value, "$self"),
});
const METH_CLASS = defineType("_testcapi.MethClass", {
  ...plain,
  classmethods: conventions((bound) => bound as Value, "$type"),
});
const METH_STATIC = defineType("_testcapi.MethStatic", {
  ...plain,
  staticmethods: conventions(() => NONE, ""),
});

const itemsOf = (args: Value): Value[] => {
  if (args === NONE) return [];
  if (args instanceof PyTuple) return [...args.items];
  throw typeError("args must be None or a tuple");
};

function fastCallDict(func: Value, args: Value, kwargs: Value): Value {
  const all = itemsOf(args);
  if (kwargs === NONE) return callWith(func, all);
  if (!(kwargs instanceof PyDict)) throw typeError("kwnames must be None or a dict");
  const names = kwargs.keyArray().map((name) => textOf(name) as string);
  all.push(...kwargs.valueArray());
  return callWith(func, all, names.length === 0 ? undefined : names);
}

function vectorCall(func: Value, args: Value, kwnames: Value): Value {
  const names = itemsOf(kwnames).map((name) => textOf(name) as string);
  return callWith(func, itemsOf(args), names.length === 0 ? undefined : names);
}

function raiseException(exception: Value, count: Value): never {
  const args = Array.from({ length: Number(count) }, (_, i) => i);
  if (!(exception instanceof PyType) || !isSubtype(exception, EXCEPTIONS.Exception.base as PyType)) {
    throw systemError(`_PyErr_SetObject: exception ${String(exception)} is not a BaseException subclass`);
  }
  throw new PyError(call(exception, ...args) as PyBaseException);
}

/** PyErr_NewExceptionWithDoc */
function makeException(name: Value, doc: Value | undefined, base: Value | undefined, dict: Value | undefined): Value {
  const text = textOf(name) as string;
  const dot = text.lastIndexOf(".");
  if (dot < 0) throw systemError("PyErr_NewException: name must be module.class");
  const namespace = dict instanceof PyDict ? dict.copy() : new PyDict();
  if (namespace.get("__module__") === undefined) namespace.set("__module__", text.slice(0, dot));
  if (doc !== undefined) namespace.set("__doc__", doc);
  const bases = base instanceof PyTuple ? base : tuple([base ?? EXCEPTIONS.Exception]);
  return call(TYPE, text.slice(dot + 1), bases, namespace);
}

function printTraceback(traceback: Value, file: Value): void {
  if (!(traceback instanceof PyTraceback)) throw typeError("traceback_print() argument 1 must be a traceback");
  const lines = `Traceback (most recent call last):\n${formatFrames(traceback)}`;
  call(getAttr(file, "write"), strFromJs(lines));
}

/** PyTrace_CALL and its followers. */
const TRACED = ["call", "exception", "line", "return"];

/** The trace function in C that notes each event in a list. */
function traceToRecord(events: Value): void {
  if (!(events instanceof PyList)) throw typeError("argument must be a list");
  const record: PyBuiltinFunction = makeFunction("_testcapi", "record", [
    "~(frame, event, arg, /)",
    undefined,
    (frame: Value, event: Value, arg: Value) => {
      events.items.push(tuple([TRACED.indexOf(textOf(event) as string), getAttr(frame, "f_lineno"), arg]));
      return record;
    },
  ]);
  setTrace(current.thread, record);
}

const SIGNED = "docstring_with_signature_with_defaults";

const functions: Record<string, MethodRow> = {
  ...singleFunctions,
  hamt: ["~($module, /)", undefined, () => EMPTY_HAMT],
  pyobject_fastcall: [
    "~($module, func, args, /)",
    undefined,
    (func: Value, args: Value) => callWith(func, itemsOf(args)),
  ],
  pyobject_fastcalldict: ["~($module, func, args, kwargs, /)", undefined, fastCallDict],
  pyobject_vectorcall: ["~($module, func, args, kwnames, /)", undefined, vectorCall],
  pyvectorcall_call: ["~($module, func, args, kwargs=None, /)", undefined, fastCallDict],
  raise_exception: ["~($module, exception, count, /)", undefined, raiseException],
  raise_memoryerror: [
    "~($module, /)",
    undefined,
    () => {
      throw memoryError();
    },
  ],
  make_exception_with_doc: [
    "~($module, /, name, doc=<unrepresentable>, base=<unrepresentable>, dict=<unrepresentable>)",
    undefined,
    makeException,
  ],
  exception_print: [
    "~($module, exc, legacy=False, /)",
    undefined,
    (exception: Value) => exceptHook(NONE, exception, NONE),
  ],
  settrace_to_record: ["~($module, list, /)", undefined, traceToRecord],
  traceback_print: ["~($module, traceback, file, /)", undefined, printTraceback],
  docstring_empty: ["~($module, /)", "", () => NONE],
  docstring_no_signature: ["~($module, *args)", "This docstring has no signature.", () => NONE],
  docstring_with_signature: ["($module, /, sig)", "This docstring has a valid signature.", () => NONE],
  docstring_with_signature_but_no_doc: ["($module, /, sig)", "", () => NONE],
  [SIGNED]: [
    "($module, s='avocado', b=b'bytes', d=3.14, i=35, n=None, t=True, f=False, local=None, sys=sys.maxsize,\n                                        exp=None)",
    "\n\nThis docstring has a valid signature with parameters,\nand the parameters take defaults of varying types.",
    () => NONE,
  ],
  test_with_docstring: ["~($module, /)", "This is a pretty normal docstring.", () => NONE],
};

export default defineModule("_testcapi", {
  functions,
  constants: { ...LIMITS, FLT_MAX: new PyFloat(3.4028234663852886e38), DBL_MAX: new PyFloat(Number.MAX_VALUE) },
  types: { MethInstance: METH_INSTANCE, MethClass: METH_CLASS, MethStatic: METH_STATIC, ...exampleTypes },
  setup: (module: PyModule) => {
    for (const [name, row] of Object.entries(conventions(() => module, ""))) {
      module.dict.set(name, makeFunction("_testcapi", name, row, module));
    }
  },
});
