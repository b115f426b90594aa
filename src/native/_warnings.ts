/**
 * _warnings: issuing warnings (CPython Python/_warnings.c). `warnings` takes its filters from here, and
 * shows what passes them.
 */
import { host } from "../host/current.ts";
import { getAttr, lookupAttr } from "../objects/kernel/attribute.ts";
import { call, callWith } from "../objects/kernel/call.ts";
import { isInstance, isSubtype, NONE, STR, typeName, typeOf } from "../objects/kernel/core-types.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { toArray } from "../objects/kernel/iterate.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex, toSsize } from "../objects/kernel/number.ts";
import { PyType, type Value } from "../objects/kernel/object.ts";
import {
  jsString,
  type PyBaseException,
  PyList,
  PyTuple,
  strFromJs,
  textOf,
  tuple,
} from "../objects/kernel/payload.ts";
import { isEqual, reprText, strText } from "../objects/kernel/protocol.ts";
import { indexError, PyError, runtimeError, typeError, valueError } from "../objects/kernel/raise.ts";
import { addRoot } from "../objects/kernel/roots.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { intArgument } from "../objects/types/arguments.ts";
import { checkSubclass } from "../objects/types/class-checks.ts";
import { textArgument } from "../objects/types/text.ts";
import type { Frame } from "../vm/frame.ts";
import type { Interpreter } from "../vm/interpreter.ts";
import { current, type Thread } from "../vm/thread.ts";

/** Which text, category, line and module; and where it came from. */
interface Warning {
  readonly category: PyType;
  readonly message: Value;
  readonly text: Value;
  readonly filename: Value;
  readonly lineno: number;
  readonly module: Value;
  readonly registry: PyDict | undefined;
  readonly source: Value;
  /** Its module's loader has that line: then C code shows none. */
  readonly isOfLoader?: boolean;
}

/** A filter as `warnings` keeps it: (action, message, category, module, lineno). */
const DEFAULT_FILTERS = (): Value[] => [
  tuple(["default", NONE, EXCEPTIONS.DeprecationWarning, "__main__", 0]),
  tuple(["ignore", NONE, EXCEPTIONS.DeprecationWarning, NONE, 0]),
  tuple(["ignore", NONE, EXCEPTIONS.PendingDeprecationWarning, NONE, 0]),
  tuple(["ignore", NONE, EXCEPTIONS.ImportWarning, NONE, 0]),
  tuple(["ignore", NONE, EXCEPTIONS.ResourceWarning, NONE, 0]),
];

/** Changes with each change of the filters; registries made before are out of date. */
let filtersVersion = 0;

const SETTINGS = {
  filters: { isValid: (value: Value) => value instanceof PyList, kind: "list", error: valueError },
  onceregistry: { isValid: (value: Value) => value instanceof PyDict, kind: "dict", error: typeError },
  defaultaction: { isValid: (value: Value) => textOf(value) !== undefined, kind: "string", error: typeError },
};

type Settings = Record<keyof typeof SETTINGS, Value>;

/** What each interpreter has found last: it stays in force if `warnings` has lost its attribute. */
const settings = new WeakMap<Interpreter, Settings>();

function settingsOf(interpreter: Interpreter): Settings {
  let found = settings.get(interpreter);
  if (found === undefined) {
    found = { filters: new PyList(DEFAULT_FILTERS()), onceregistry: new PyDict(), defaultaction: "default" };
    settings.set(interpreter, found);
  }
  return found;
}
addRoot(() =>
  (current.thread as Thread | undefined) === undefined
    ? undefined
    : Object.values(settingsOf(current.thread.interpreter)),
);

/** An attribute of `warnings`, if that is imported and has it. */
function setting(name: keyof Settings): Value {
  const known = settingsOf(current.thread.interpreter);
  const warnings = hooks.modules().get("warnings");
  const found = warnings === undefined ? undefined : lookupAttr(warnings, name);
  if (found === undefined) return known[name];
  const { isValid, kind, error } = SETTINGS[name];
  if (!isValid(found)) {
    const but = name === "filters" ? "" : `, not '${typeName(found)}'`;
    throw error(`_warnings.${name} must be a ${kind}${but}`);
  }
  known[name] = found;
  return found;
}

function matches(pattern: Value, text: Value): boolean {
  if (pattern === NONE) return true;
  if (typeof pattern === "string") return isEqual(pattern, text);
  return isTrue(call(getAttr(pattern, "match"), text));
}

/** The action of the first filter that applies, and that filter. */
function findAction(warning: Warning): { action: string; filter: Value } {
  const filters = setting("filters") as PyList;
  for (const [i, filter] of filters.items.entries()) {
    if (!(filter instanceof PyTuple) || filter.items.length !== 5) {
      throw valueError(`_warnings.filters item ${i} isn't a 5-tuple`);
    }
    const [action, message, category, module, lineno] = filter.items;
    if (textOf(action) === undefined) throw typeError(`action must be a string, not '${typeName(action)}'`);
    if (
      matches(message, warning.text) &&
      matches(module, warning.module) &&
      checkSubclass(warning.category, category) &&
      (toIndex(lineno) === 0 || toIndex(lineno) === warning.lineno)
    ) {
      return { action: strText(action), filter };
    }
  }
  return { action: strText(setting("defaultaction")), filter: NONE };
}

/** Has the registry seen `key`? It is emptied first if the filters have changed. */
function alreadyWarned(registry: PyDict, key: Value, remember: boolean): boolean {
  if (registry.get("version") !== filtersVersion) {
    registry.clear();
    registry.set("version", filtersVersion);
  } else {
    const seen = registry.get(key);
    if (seen !== undefined && isTrue(seen)) return true;
  }
  if (remember) registry.set(key, true);
  return false;
}

/** Is this one new, under the action's idea of "the same"? */
function isNews(action: string, filter: Value, warning: Warning, key: Value): boolean {
  const { registry, text, category } = warning;
  if (action === "always") return true;
  if (action === "once") {
    registry?.set(key, true);
    return !alreadyWarned(setting("onceregistry") as PyDict, tuple([text, category]), true);
  }
  if (action === "module") return registry === undefined || !alreadyWarned(registry, tuple([text, category, 0]), true);
  if (action === "default") {
    registry?.set(key, true);
    return true;
  }
  throw runtimeError(`Unrecognized action (${reprText(action)}) in warnings.filters:\n ${reprText(filter)}`);
}

function issue(warning: Warning): void {
  const { registry, text, category, lineno } = warning;
  const key = tuple([text, category, lineno]);
  if (registry !== undefined && alreadyWarned(registry, key, false)) return;
  const { action, filter } = findAction(warning);
  if (action === "ignore") return;
  if (action === "error") throw new PyError(warning.message as PyBaseException);
  if (isNews(action, filter, warning, key)) show(warning);
}

function show(warning: Warning): void {
  const { message, category, filename, lineno, source } = warning;
  // Only a warning about a source object is worth an import: `warnings` can tell where it was made.
  const warnings = hooks.modules().get("warnings") ?? (source === NONE ? undefined : importWarnings());
  const showMessage = warnings === undefined ? undefined : lookupAttr(warnings, "_showwarnmsg");
  if (warnings === undefined || showMessage === undefined) {
    showPlainly(warning);
    return;
  }
  if (typeOf(showMessage).slots.__call__ === undefined) {
    throw typeError("warnings._showwarnmsg() must be set to a callable");
  }
  const args = [message, category, filename, lineno, NONE, NONE, source];
  call(showMessage, callWith(getAttr(warnings, "WarningMessage"), args));
}

/** `warnings` formats with the source line, and users replace its hooks: use it if it can be had. */
function importWarnings(): Value | undefined {
  try {
    return hooks.importModule("warnings");
  } catch (error) {
    if (error instanceof PyError) return undefined;
    throw error;
  }
}

/** As C code shows a warning before `warnings` is imported: with the line of the source, if it can be read. */
function showPlainly({ category, text, filename, lineno, isOfLoader = false }: Warning): void {
  const stderr = lookupAttr(hooks.importModule("sys"), "stderr");
  if (stderr === undefined || stderr === NONE) return;
  const line = isOfLoader ? "" : sourceLine(jsString(filename) ?? "", lineno);
  const shown = line === "" ? "" : `  ${line}\n`;
  call(
    getAttr(stderr, "write"),
    strFromJs(`${strText(filename)}:${lineno}: ${category.name}: ${strText(text)}\n${shown}`),
  );
}

function sourceLine(filename: string, lineno: number): string {
  try {
    const lines = new TextDecoder().decode(host().files.readFile(filename)).split("\n");
    return (lines[lineno - 1] ?? "").trim();
  } catch {
    return "";
  }
}

function categoryOf(message: Value, category: Value): PyType {
  if (isInstance(message, EXCEPTIONS.Warning)) return typeOf(message);
  if (category === NONE) return EXCEPTIONS.UserWarning;
  if (category instanceof PyType && isSubtype(category, EXCEPTIONS.Warning)) return category;
  throw typeError(`category must be a Warning subclass, not '${typeName(category)}'`);
}

/** The text, and the warning object itself. */
function messageOf(message: Value, category: Value): { text: Value; message: Value } {
  if (isInstance(message, EXCEPTIONS.Warning)) return { text: strText(message), message };
  return { text: textOf(message) === undefined ? strText(message) : message, message: call(category, message) };
}

function isInternal(frame: Frame): boolean {
  const filename = jsString(frame.code.filename) ?? "";
  return filename.includes("importlib") && filename.includes("_bootstrap");
}

function nextExternal(frame: Frame | null, prefixes: readonly string[]): Frame | null {
  let next = frame === null ? null : frame.back;
  while (next !== null && (isInternal(next) || isSkipped(next, prefixes))) next = next.back;
  return next;
}

function isSkipped(frame: Frame, prefixes: readonly string[]): boolean {
  const filename = jsString(frame.code.filename) ?? "";
  return prefixes.some((prefix) => filename.startsWith(prefix));
}

/** The frame that a warning with this stack level is about. */
function frameAt(stacklevel: number, prefixes: readonly string[]): Frame | null {
  let frame = hooks.currentFrame() as Frame | null;
  let level = stacklevel;
  if (level <= 0 || (frame !== null && isInternal(frame) && prefixes.length === 0)) {
    while (--level > 0 && frame !== null) frame = frame.back;
  } else {
    if (frame !== null && isSkipped(frame, prefixes)) frame = nextExternal(frame, prefixes);
    while (--level > 0 && frame !== null) frame = nextExternal(frame, prefixes);
  }
  return frame;
}

/** `warnings.warn`. */
export function warn(
  message: Value,
  category: PyType,
  stacklevel: number,
  source: Value = NONE,
  prefixes: readonly string[] = [],
): void {
  const frame = frameAt(prefixes.length > 0 ? Math.max(2, stacklevel) : stacklevel, prefixes);
  const globals = frame?.globals ?? new PyDict();
  let registry = globals.get("__warningregistry__");
  if (registry === undefined) {
    registry = new PyDict();
    globals.set("__warningregistry__", registry);
  }
  issue({
    ...messageOf(message, category),
    category: categoryOf(message, category),
    filename: frame === null ? "sys" : frame.code.filename,
    lineno: frame === null ? 1 : frame.line,
    module: globals.get("__name__") ?? "<string>",
    registry: registry instanceof PyDict ? registry : undefined,
    source,
  });
}

/** A warning about a place in a file, as the compiler issues them: without a registry. */
export function warnAt(category: PyType, message: string, filename: Value, lineno: number): void {
  issue({
    ...messageOf(message, category),
    category,
    filename,
    lineno,
    module: moduleOfFile(filename),
    registry: undefined,
    source: NONE,
  });
}

function warnFunction(message: Value, category: Value, stacklevel: Value, source: Value, skip: Value = NONE): void {
  if (skip !== NONE && !(skip instanceof PyTuple)) {
    throw typeError(`warn() argument 'skip_file_prefixes' must be tuple, not ${typeName(skip)}`);
  }
  const prefixes = skip === NONE ? [] : toArray(skip).map((prefix) => jsString(prefix) ?? "");
  warn(message, categoryOf(message, category), toSsize(stacklevel, "OverflowError"), source, prefixes);
}

function warnExplicit(
  message: Value,
  category: Value,
  filename: Value,
  lineno: Value,
  module: Value | undefined,
  registry: Value,
  globals: Value,
  source: Value,
): void {
  textArgument(filename, "warn_explicit", "argument 'filename'");
  const line = intArgument(lineno);
  const isOfLoader = globals !== NONE && loaderHasLine(globals, line);
  // Late at shutdown there is no module any more, and nobody to tell.
  if (module === NONE) return;
  if (registry !== NONE && !(registry instanceof PyDict)) {
    throw typeError("'registry' must be a dict or None");
  }
  const given = isInstance(message, EXCEPTIONS.Warning) ? typeOf(message) : category;
  const { text, message: exception } = messageOf(message, given);
  if (!(given instanceof PyType)) throw typeError("issubclass() arg 1 must be a class");
  issue({
    text,
    message: exception,
    category: given,
    filename,
    lineno: line,
    module: module ?? moduleOfFile(filename),
    registry: registry instanceof PyDict ? registry : undefined,
    source,
    isOfLoader,
  });
}

/** Does the loader of a module with these globals give its source? Then it must have the line. */
function loaderHasLine(globals: Value, lineno: number): boolean {
  if (!(globals instanceof PyDict)) throw typeError(`module_globals must be a dict, not '${typeName(globals)}'`);
  const name = globals.get("__name__");
  const bootstrap = hooks.importModule("_frozen_importlib_external");
  const loader = call(getAttr(bootstrap, "_bless_my_loader"), globals);
  const getSource = name === undefined ? undefined : lookupAttr(loader, "get_source");
  if (getSource === undefined) return false;
  const source = call(getSource, name as Value);
  if (source === NONE) return false;
  // Of a str's own lines: a subclass is not asked.
  const lines = toArray(call(getAttr(STR, "splitlines"), source));
  if (lines[lineno - 1] === undefined) throw indexError("list index out of range");
  return true;
}

/** The module a file name stands for, where nobody said. */
function moduleOfFile(filename: Value): Value {
  const name = jsString(filename) ?? "";
  if (name === "") return "<unknown>";
  return name.endsWith(".py") ? name.slice(0, -3) : filename;
}

export default defineModule("_warnings", {
  doc: "_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.",
  functions: {
    warn: [
      "($module, /, message, category=None, stacklevel=1, source=None, *,\n     skip_file_prefixes=<unrepresentable>)",
      "Issue a warning, or maybe ignore it or raise an exception.\n\n  message\n    Text of the warning message.\n  category\n    The Warning category subclass. Defaults to UserWarning.\n  stacklevel\n    How far up the call stack to make this warning appear. A value of 2 for\n    example attributes the warning to the caller of the code calling warn().\n  source\n    If supplied, the destroyed object which emitted a ResourceWarning\n  skip_file_prefixes\n    An optional tuple of module filename prefixes indicating frames to skip\n    during stacklevel computations for stack frame attribution.",
      warnFunction,
    ],
    warn_explicit: [
      "($module, /, message, category, filename, lineno,\n              module=<unrepresentable>, registry=None,\n              module_globals=None, source=None)",
      "Issue a warning, or maybe ignore it or raise an exception.",
      warnExplicit,
    ],
    _filters_mutated: [
      "($module, /)",
      undefined,
      () => {
        filtersVersion++;
      },
    ],
  },
  setup: (module) => {
    const { filters, onceregistry, defaultaction } = settingsOf(current.thread.interpreter);
    module.dict.set("filters", filters);
    module.dict.set("_onceregistry", onceregistry);
    module.dict.set("_defaultaction", defaultaction);
  },
});
