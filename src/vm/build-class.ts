/** `__build_class__`: what a class statement calls (CPython Python/bltinmodule.c). The body runs in a frame. */
import { lookupAttr } from "../objects/kernel/attribute.ts";
import { callWith } from "../objects/kernel/call.ts";
import { CELL, FUNCTION, TYPE, typeName, typeOf } from "../objects/kernel/core-types.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { setItem } from "../objects/kernel/iterate.ts";
import { PyType, type Value } from "../objects/kernel/object.ts";
import { PyCell, PyTuple, textOf, tuple } from "../objects/kernel/payload.ts";
import { reprText } from "../objects/kernel/protocol.ts";
import { runtimeError, typeError } from "../objects/kernel/raise.ts";
import type { KeywordNames } from "../objects/kernel/slots.ts";
import { calculateMetaclass } from "../objects/types/class-creation.ts";
import type { PyFunction } from "../objects/types/function.ts";
import { callValue, newFrame } from "./calls.ts";
import { after } from "./deliver.ts";
import { type Frame, type Slot, Then } from "./frame.ts";
import { type Result, SWITCHED } from "./outcome.ts";
import type { Thread } from "./thread.ts";

/** What there is to know when the body has run. */
interface ClassParts {
  readonly name: Value;
  readonly metaclass: Value;
  readonly bases: PyTuple;
  /** The bases as written, if `__mro_entries__` changed them. */
  readonly originalBases: PyTuple | undefined;
  readonly namespace: Value;
  readonly keywords: Value[];
  readonly kwnames: string[];
}

/** Replace each base that is no class by what its `__mro_entries__` gives (update_bases). */
export function resolveBases(bases: PyTuple): PyTuple {
  const resolved: Value[] = [];
  let changed = false;
  for (const base of bases.items) {
    const entries = base instanceof PyType ? undefined : lookupAttr(base, "__mro_entries__");
    if (entries === undefined) {
      resolved.push(base);
      continue;
    }
    const replacement = callWith(entries, [bases]);
    if (!(replacement instanceof PyTuple)) throw typeError("__mro_entries__ must return a tuple");
    resolved.push(...replacement.items);
    changed = true;
  }
  return changed ? tuple(resolved) : bases;
}

function prepare(args: Value[], keywordNames: KeywordNames): { func: PyFunction; parts: ClassParts } {
  const kwnames = [...(keywordNames ?? [])];
  const positional = args.slice(0, args.length - kwnames.length);
  const keywords = args.slice(positional.length);
  if (positional.length < 2) throw typeError("__build_class__: not enough arguments");
  const [func, name, ...given] = positional;
  if (typeOf(func) !== FUNCTION) throw typeError("__build_class__: func must be a function");
  if (textOf(name) === undefined) throw typeError("__build_class__: name is not a string");
  const original = tuple(given);
  const bases = resolveBases(original);
  let metaclass: Value;
  const index = kwnames.indexOf("metaclass");
  if (index >= 0) {
    metaclass = keywords[index];
    kwnames.splice(index, 1);
    keywords.splice(index, 1);
  } else metaclass = bases.items.length === 0 ? TYPE : typeOf(bases.items[0]);
  if (metaclass instanceof PyType) metaclass = calculateMetaclass(metaclass, bases.items);
  const namespace = prepareNamespace(metaclass, name, bases, keywords, kwnames);
  const originalBases = bases === original ? undefined : original;
  const parts = { name, metaclass, bases, originalBases, namespace, keywords, kwnames };
  return { func: func as PyFunction, parts };
}

function prepareNamespace(
  metaclass: Value,
  name: Value,
  bases: PyTuple,
  keywords: Value[],
  kwnames: readonly string[],
): Value {
  if (metaclass === TYPE) return new PyDict();
  const method = lookupAttr(metaclass, "__prepare__");
  if (method === undefined) return new PyDict();
  const namespace = callWith(method, [name, bases, ...keywords], kwnames.length === 0 ? undefined : kwnames);
  if (typeOf(namespace).slots.__getitem__ === undefined) {
    const who = metaclass instanceof PyType ? metaclass.name : "<metaclass>";
    throw typeError(`${who}.__prepare__() must return a mapping, not ${typeName(namespace)}`);
  }
  return namespace;
}

/** The body has run: make the class. */
function makeClass(thread: Thread, frame: Frame, parts: ClassParts, cell: Value): Result {
  const { name, metaclass, bases, originalBases, namespace, keywords, kwnames } = parts;
  if (originalBases !== undefined) setItem(namespace, "__orig_bases__", originalBases);
  const names = kwnames.length === 0 ? undefined : kwnames;
  const made = callValue(thread, frame, metaclass, [name, bases, namespace, ...keywords], names);
  return after(thread, frame, made, {
    apply: (_thread, _caller, cls) => {
      checkClassCell(cls, cell, name);
      return cls;
    },
  });
}

/** A metaclass that does not pass `__classcell__` on leaves `__class__` of the methods empty. */
function checkClassCell(cls: Value, cell: Value, name: Value): void {
  if (!(cls instanceof PyType) || !(cell instanceof PyCell) || cell.cls !== CELL || cell.value === cls) return;
  if (cell.value === undefined) {
    throw runtimeError(
      `__class__ not set defining ${reprText(name)} as ${reprText(cls)}. Was __classcell__ propagated to type.__new__?`,
    );
  }
  throw typeError(`__class__ set to ${reprText(cell.value)} defining ${reprText(name)} as ${reprText(cls)}`);
}

/** `__build_class__(func, name, *bases, **keywords)` for the interpreter loop. */
export function buildClass(thread: Thread, frame: Frame, args: Value[], kwnames: KeywordNames): Result {
  const { func, parts } = prepare(args, kwnames);
  const { code } = func;
  if (!code.isDecoded) code.decode();
  const stack: Slot[] = new Array(code.nlocalsplus + code.stacksize);
  const body = newFrame(thread, func, stack, frame, parts.namespace);
  body.then = new Then({ apply: (ownThread, caller, cell) => makeClass(ownThread, caller, parts, cell) }, null);
  thread.frame = body;
  return SWITCHED;
}

/** The same on the JavaScript stack. */
export function buildClassNested(thread: Thread, args: Value[], kwnames: KeywordNames): Value {
  const { func, parts } = prepare(args, kwnames);
  const { name, metaclass, bases, originalBases, namespace, keywords } = parts;
  const stack: Slot[] = new Array(func.code.nlocalsplus + func.code.stacksize);
  const body = newFrame(thread, func, stack, thread.frame, namespace);
  body.entry = true;
  thread.frame = body;
  const cell = thread.drive(thread, body);
  if (originalBases !== undefined) setItem(namespace, "__orig_bases__", originalBases);
  const names = parts.kwnames.length === 0 ? undefined : parts.kwnames;
  const cls = callWith(metaclass, [name, bases, namespace, ...keywords], names);
  checkClassCell(cls, cell, name);
  return cls;
}
