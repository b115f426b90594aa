/** Variables: fast locals, cells, namespaces, globals (CPython Python/bytecodes.c). */
import { CO_FAST_FREE } from "../../bytecode/code.ts";
import { DICT } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { delItem, getItem, setItem } from "../../objects/kernel/iterate.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyCell, strFromJs } from "../../objects/kernel/payload.ts";
import { nameError, PyError, raise, suppress, systemError } from "../../objects/kernel/raise.ts";
import { MappingBuiltins } from "../../objects/types/mapping-builtins.ts";
import type { Frame } from "../frame.ts";
import { noteDropped } from "../heap/lifetimes.ts";
import { NEXT } from "../outcome.ts";
import type { OpBody } from "./body.ts";

/** `mapping[name]`, or undefined if there is no such key. */
export function lookupIn(mapping: Value, name: Value): Value | undefined {
  if (mapping instanceof PyDict && (mapping.cls === DICT || mapping instanceof MappingBuiltins))
    return mapping.get(name);
  return suppress(EXCEPTIONS.KeyError, () => getItem(mapping, name));
}

export function undefinedName(frame: Frame, index: number): PyError {
  const name = frame.code.names[index];
  return nameError(`name '${name}' is not defined`, name);
}

/** The error of a variable that is not bound. */
export function unboundLocal(frame: Frame, index: number): PyError {
  const name = frame.code.localsplusnames[index];
  return raise(
    "UnboundLocalError",
    strFromJs(`cannot access local variable '${name}' where it is not associated with a value`),
  );
}

function unboundCell(frame: Frame, index: number): PyError {
  if ((frame.code.kinds[index] & CO_FAST_FREE) === 0) return unboundLocal(frame, index);
  const name = frame.code.localsplusnames[index];
  return nameError(
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
    name,
  );
}

/** A global or builtin. */
export function loadGlobal(frame: Frame, index: number): Value {
  const name = frame.code.nameValues[index];
  const value = lookupIn(frame.globals, name) ?? lookupIn(frame.builtins, name);
  if (value === undefined) throw undefinedName(frame, index);
  return value;
}

function localsOf(frame: Frame, what: string): Value {
  if (frame.locals === null) throw systemError(`no locals ${what}`);
  return frame.locals;
}

const cellAt = (frame: Frame, index: number): PyCell => frame.stack[index] as PyCell;

export const NAMES = {
  LOAD_FAST: (_thread, frame, arg) => {
    frame.push(frame.stack[arg]);
    return NEXT;
  },
  LOAD_FAST_CHECK: (_thread, frame, arg) => {
    const value = frame.stack[arg];
    if (value === undefined) throw unboundLocal(frame, arg);
    frame.push(value);
    return NEXT;
  },
  LOAD_FAST_AND_CLEAR: (_thread, frame, arg) => {
    // An unbound variable travels as NULL and comes back by STORE_FAST.
    frame.push(frame.stack[arg] ?? null);
    frame.stack[arg] = undefined;
    return NEXT;
  },
  STORE_FAST: (_thread, frame, arg) => {
    frame.stack[arg] = frame.pop() ?? undefined;
    return NEXT;
  },
  DELETE_FAST: (thread, frame, arg) => {
    const value = frame.stack[arg];
    if (value === undefined) throw unboundLocal(frame, arg);
    frame.stack[arg] = undefined;
    noteDropped(thread, value);
    return NEXT;
  },
  LOAD_NAME: (_thread, frame, arg) => {
    const name = frame.code.nameValues[arg];
    frame.push(lookupIn(localsOf(frame, "when loading a name"), name) ?? loadGlobal(frame, arg));
    return NEXT;
  },
  STORE_NAME: (thread, frame, arg) => {
    const { locals } = frame;
    if (locals === null) throw systemError("no locals found when storing a name");
    const name = frame.code.nameValues[arg];
    const value = frame.pop();
    if (locals instanceof PyDict && locals.cls === DICT) {
      noteDropped(thread, locals.get(name));
      locals.set(name, value);
    } else setItem(locals, name, value);
    return NEXT;
  },
  DELETE_NAME: (thread, frame, arg) => {
    const { locals } = frame;
    if (locals === null) throw systemError("no locals when deleting a name");
    const name = frame.code.nameValues[arg];
    if (locals instanceof PyDict && locals.cls === DICT) {
      const value = locals.delete(name);
      if (value === undefined) throw undefinedName(frame, arg);
      noteDropped(thread, value);
      return NEXT;
    }
    try {
      delItem(locals, name);
    } catch (error) {
      // Whatever the mapping raised.
      if (error instanceof PyError) throw undefinedName(frame, arg);
      throw error;
    }
    return NEXT;
  },
  LOAD_GLOBAL: (_thread, frame, arg) => {
    if ((arg & 1) !== 0) frame.push(null);
    frame.push(loadGlobal(frame, arg >> 1));
    return NEXT;
  },
  STORE_GLOBAL: (thread, frame, arg) => {
    const name = frame.code.nameValues[arg];
    noteDropped(thread, frame.globals.get(name));
    frame.globals.set(name, frame.pop());
    return NEXT;
  },
  DELETE_GLOBAL: (thread, frame, arg) => {
    const value = frame.globals.delete(frame.code.nameValues[arg]);
    if (value === undefined) throw undefinedName(frame, arg);
    noteDropped(thread, value);
    return NEXT;
  },
  MAKE_CELL: (_thread, frame, arg) => {
    frame.stack[arg] = new PyCell(frame.stack[arg] ?? undefined);
    return NEXT;
  },
  COPY_FREE_VARS: (_thread, frame, arg) => {
    const { closure } = frame.func;
    const first = frame.code.nlocalsplus - arg;
    for (let i = 0; i < arg; i++) frame.stack[first + i] = closure[i];
    return NEXT;
  },
  LOAD_CLOSURE: (_thread, frame, arg) => {
    frame.push(frame.stack[arg]);
    return NEXT;
  },
  LOAD_DEREF: (_thread, frame, arg) => {
    const { value } = cellAt(frame, arg);
    if (value === undefined) throw unboundCell(frame, arg);
    frame.push(value);
    return NEXT;
  },
  STORE_DEREF: (_thread, frame, arg) => {
    cellAt(frame, arg).value = frame.pop() ?? undefined;
    return NEXT;
  },
  DELETE_DEREF: (thread, frame, arg) => {
    const cell = cellAt(frame, arg);
    if (cell.value === undefined) throw unboundCell(frame, arg);
    noteDropped(thread, cell.value);
    cell.value = undefined;
    return NEXT;
  },
  LOAD_LOCALS: (_thread, frame) => {
    frame.push(localsOf(frame, ""));
    return NEXT;
  },
  LOAD_FROM_DICT_OR_GLOBALS: (_thread, frame, arg) => {
    const mapping = frame.pop();
    frame.push(lookupIn(mapping, frame.code.nameValues[arg]) ?? loadGlobal(frame, arg));
    return NEXT;
  },
  LOAD_FROM_DICT_OR_DEREF: (_thread, frame, arg) => {
    const mapping = frame.pop();
    const name = frame.code.localsplusnames[arg];
    const value = lookupIn(mapping, name) ?? cellAt(frame, arg).value;
    if (value === undefined) throw unboundCell(frame, arg);
    frame.push(value);
    return NEXT;
  },
  SETUP_ANNOTATIONS: (_thread, frame) => {
    const { locals } = frame;
    if (locals === null) throw systemError("no locals found when setting up annotations");
    if (lookupIn(locals, "__annotations__") === undefined) setItem(locals, "__annotations__", new PyDict());
    return NEXT;
  },
  LOAD_BUILD_CLASS: (_thread, frame) => {
    const build = lookupIn(frame.builtins, "__build_class__");
    if (build === undefined) throw nameError("__build_class__ not found", "__build_class__");
    frame.push(build);
    return NEXT;
  },
} satisfies Record<string, OpBody>;
