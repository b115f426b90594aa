/** The functions of `sys` that are about values, limits and the process. */
import { getAttr, lookupAttr, setAttr } from "../../objects/kernel/attribute.ts";
import { audit, auditAll, auditing } from "../../objects/kernel/audit.ts";
import { call, callSpecial } from "../../objects/kernel/call.ts";
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { toDouble } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf, type PyBaseException, PyFloat, PyStr, PyTuple, textOf } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { PyError, runtimeError, suppress, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { limits } from "../../objects/types/int-limits.ts";
import { decodeBytes, encodeStr } from "../../objects/types/str-codecs.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";
import { headSize } from "../../objects/types/type-layouts.ts";
import { referenceCount } from "../../vm/heap/count.ts";
import { setSwitchInterval, switchInterval } from "../../vm/scheduler/scheduler.ts";
import { current } from "../../vm/thread.ts";

function displayHook(value: Value): void {
  if (value === NONE) return;
  const builtins = hooks.importModule("builtins");
  setAttr(builtins, "_", NONE);
  const stdout = lookupAttr(hooks.importModule("sys"), "stdout");
  if (stdout === undefined || stdout === NONE) throw runtimeError("lost sys.stdout");
  writeEncodable(stdout, reprText(value));
  call(getAttr(stdout, "write"), "\n");
  setAttr(builtins, "_", value);
}

/** What the stream cannot encode is shown with backslashes. */
function writeEncodable(stdout: Value, text: Value): void {
  const written = suppress(EXCEPTIONS.UnicodeEncodeError, () => call(getAttr(stdout, "write"), text));
  if (written !== undefined) return;
  const encoding = getAttr(stdout, "encoding");
  const bytes = encodeStr(text, encoding, "backslashreplace");
  call(getAttr(stdout, "write"), decodeBytes(bytes, bytes.bytes, encoding, "strict"));
}

function exit(status: Value): never {
  const args = status === NONE ? [] : status instanceof PyTuple ? status.items : [status];
  throw new PyError(call(EXCEPTIONS.SystemExit, ...args) as PyBaseException);
}

const interned = new Map<string, PyStr>();

/** Equal plain strings are one object already; others are kept by their repr. */
function intern(value: Value): Value {
  if (typeof value === "string") return value;
  if (!(value instanceof PyStr) || typeName(value) !== "str") {
    if (textOf(value) === undefined) throw typeError(`intern() argument must be str, not ${typeName(value)}`);
    throw typeError(`can't intern ${typeName(value)}`);
  }
  const key = reprText(value);
  const known = interned.get(key);
  if (known !== undefined) return known;
  interned.set(key, value);
  return value;
}

function getSizeOf(object: Value, fallback: Value | undefined): Value {
  if (fallback === undefined) return measured(object);
  return suppress(EXCEPTIONS.TypeError, () => measured(object)) ?? fallback;
}

/** `__sizeof__`, and what lies before the object in memory. */
function measured(object: Value): Value {
  const size = callSpecial(object, "__sizeof__", []);
  if (size === undefined) throw typeError(`Type ${typeName(object)} doesn't define __sizeof__`);
  const bytes = intOf(size);
  if (bytes === undefined) throw typeError("an integer is required");
  if (bytes < 0) throw valueError("__sizeof__() should return >= 0");
  return Number(bytes) + headSize(typeOf(object));
}

function setInterval(interval: Value): void {
  const seconds = toDouble(interval);
  if (seconds <= 0) throw valueError("switch interval must be strictly positive");
  setSwitchInterval(seconds);
}

function setIntMaxStrDigits(maxdigits: Value): void {
  const digits = intArgument(maxdigits);
  if (digits !== 0 && digits < 640) throw valueError("maxdigits must be 0 or larger than 640");
  limits.maxStrDigits = digits;
}

function auditEvent(all: Value[]): void {
  const [event, ...args] = all;
  if (event === undefined) throw typeError("audit() missing 1 required positional argument: 'event'");
  if (textOf(event) === undefined) throw typeError(`expected str for argument 'event', not ${typeName(event)}`);
  auditAll(event, args);
}

function addAuditHook(hook: Value): void {
  try {
    audit("sys.addaudithook");
  } catch (error) {
    // A hook may veto a new one, in silence.
    if (error instanceof PyError && error.is(EXCEPTIONS.RuntimeError)) return;
    throw error;
  }
  auditing.hooks.push(hook);
}

const ASYNCGEN_HOOKS = defineStructSequence("asyncgen_hooks", undefined, [
  ["firstiter", undefined],
  ["finalizer", undefined],
]);

function asyncGenHooks(): Value {
  const { asyncGenFirstIter, asyncGenFinalizer } = current.thread;
  return ASYNCGEN_HOOKS.make([asyncGenFirstIter ?? NONE, asyncGenFinalizer ?? NONE]);
}

function setAsyncGenHooks(firstiter: Value | undefined, finalizer: Value | undefined): void {
  const check = (hook: Value | undefined, name: string): void => {
    if (hook !== undefined && hook !== NONE && lookupAttr(hook, "__call__") === undefined) {
      throw typeError(`callable ${name} expected, got ${typeName(hook)}`);
    }
  };
  check(finalizer, "finalizer");
  check(firstiter, "firstiter");
  const { thread } = current;
  if (finalizer !== undefined) audit("sys.set_asyncgen_hook_finalizer");
  if (firstiter !== undefined) audit("sys.set_asyncgen_hook_firstiter");
  if (firstiter !== undefined) thread.asyncGenFirstIter = firstiter === NONE ? null : firstiter;
  if (finalizer !== undefined) thread.asyncGenFinalizer = finalizer === NONE ? null : finalizer;
}

/** `sys.breakpointhook`: what PYTHONBREAKPOINT names, by default pdb.set_trace. */
function breakpointHook(args: Value[]): Value {
  const environment = getAttr(hooks.importModule("os"), "environ");
  const name = call(getAttr(environment, "get"), "PYTHONBREAKPOINT", "pdb.set_trace");
  const text = textOf(name);
  if (text === "0") return NONE;
  const path = text === "" ? "pdb.set_trace" : String(text);
  const dot = path.lastIndexOf(".");
  const module = dot < 0 ? "builtins" : path.slice(0, dot);
  const found = dot === 0 ? undefined : suppress(EXCEPTIONS.ImportError, () => hooks.importModule(module));
  const callable = found === undefined ? undefined : lookupAttr(found, path.slice(dot + 1));
  if (callable === undefined) {
    hooks.warn(EXCEPTIONS.RuntimeWarning, `Ignoring unimportable $PYTHONBREAKPOINT: "${path}"`, 1);
    return NONE;
  }
  return call(callable, ...args);
}

export const state = { finalizing: false };

export const valueFunctions: Record<string, MethodRow> = {
  displayhook: ["($module, object, /)", "Print an object to sys.stdout and also save it in builtins._", displayHook],
  breakpointhook: [
    "~($module, *args)",
    "breakpointhook(*args, **kws)\n\nThis hook function is called by built-in breakpoint().\n",
    breakpointHook,
  ],
  exit: [
    "($module, status=None, /)",
    "Exit the interpreter by raising SystemExit(status).\n\nIf the status is omitted or None, it defaults to zero (i.e., success).\nIf the status is an integer, it will be used as the system exit status.\nIf it is another kind of object, it will be printed and the system\nexit status will be one (i.e., failure).",
    exit,
  ],
  intern: [
    "($module, string, /)",
    "``Intern'' the given string.\n\nThis enters the string in the (global) table of interned strings whose\npurpose is to speed up dictionary lookups. Return the string itself or\nthe previously interned string object with the same value.",
    intern,
  ],
  getdefaultencoding: [
    "($module, /)",
    "Return the current default encoding used by the Unicode implementation.",
    () => "utf-8",
  ],
  getfilesystemencoding: [
    "($module, /)",
    "Return the encoding used to convert Unicode filenames to OS filenames.",
    () => "utf-8",
  ],
  getfilesystemencodeerrors: [
    "($module, /)",
    "Return the error mode used Unicode to OS filename conversion.",
    () => "surrogateescape",
  ],
  getsizeof: [
    "~($module, object, default=<unrepresentable>)",
    "getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.",
    getSizeOf,
  ],
  getrefcount: [
    "($module, object, /)",
    "Return the reference count of object.\n\nThe count returned is generally one higher than you might expect,\nbecause it includes the (temporary) reference as an argument to\ngetrefcount().",
    referenceCount,
  ],
  getswitchinterval: [
    "($module, /)",
    "Return the current thread switch interval; see sys.setswitchinterval().",
    () => new PyFloat(switchInterval()),
  ],
  setswitchinterval: [
    "($module, interval, /)",
    "Set the ideal thread switching delay inside the Python interpreter.\n\nThe actual frequency of switching threads can be lower if the\ninterpreter executes long sequences of uninterruptible code\n(this is implementation-specific and workload-dependent).\n\nThe parameter must represent the desired switching delay in seconds\nA typical value is 0.005 (5 milliseconds).",
    setInterval,
  ],
  get_int_max_str_digits: [
    "($module, /)",
    "Return the maximum string digits limit for non-binary int<->str conversions.",
    () => limits.maxStrDigits,
  ],
  set_int_max_str_digits: [
    "($module, /, maxdigits)",
    "Set the maximum string digits limit for non-binary int<->str conversions.",
    setIntMaxStrDigits,
  ],
  is_finalizing: ["($module, /)", "Return True if Python is exiting.", () => state.finalizing],
  audit: [
    "~($module, /, *args)",
    "audit(event, *args)\n\nPasses the event to any audit hooks that are attached.",
    auditEvent,
  ],
  addaudithook: ["($module, /, hook)", "Adds a new audit hook callback.", addAuditHook],
  get_asyncgen_hooks: [
    "($module, /)",
    "Return the installed asynchronous generators hooks.\n\nThis returns a namedtuple of the form (firstiter, finalizer).",
    asyncGenHooks,
  ],
  set_asyncgen_hooks: [
    "~($module, firstiter=<unrepresentable>, finalizer=<unrepresentable>)",
    "set_asyncgen_hooks([firstiter] [, finalizer])\n\nSet a finalizer for async generators objects.",
    setAsyncGenHooks,
  ],
  _clear_type_cache: ["($module, /)", "Clear the internal type lookup cache.", () => undefined],
  getallocatedblocks: ["($module, /)", "Return the number of memory blocks currently allocated.", () => 0],
  getunicodeinternedsize: [
    "($module, /)",
    "Return the number of elements of the unicode interned dictionary",
    () => interned.size,
  ],
  is_stack_trampoline_active: ["($module, /)", "Return *True* if a stack profiler trampoline is active.", () => false],
};
