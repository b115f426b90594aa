/**
 * object.__reduce_ex__ and object.__getstate__: the default pickling and copying protocol (CPython
 * Objects/typeobject.c: object___reduce_ex___impl, object_getstate_default).
 */
import { getAttr, instanceDict, lookupAttr } from "../kernel/attribute.ts";
import { call, callSpecial } from "../kernel/call.ts";
import { DICT, isSubtype, LIST, NONE, NONE_TYPE, OBJECT, typeName, typeOf } from "../kernel/core-types.ts";
import { PyDict } from "../kernel/dict.ts";
import { iter } from "../kernel/iterate.ts";
import { lookupInType } from "../kernel/lookup.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { PyList, PyTuple, tuple } from "../kernel/payload.ts";
import { typeError, valueError } from "../kernel/raise.ts";
import { attributeName } from "../kernel/slot-wrappers.ts";
import { hooks } from "../kernel/thread.ts";
import { itemSize } from "./type-layouts.ts";

/** The names of all slots along the MRO, which copyreg remembers in the class. */
function slotNames(cls: PyType): readonly Value[] {
  const remembered = cls.attributes.get("__slotnames__");
  const names = remembered ?? call(getAttr(hooks.importModule("copyreg"), "_slotnames"), cls);
  if (names instanceof PyList) return names.items;
  if (names === NONE) return [];
  throw typeError(
    remembered === undefined
      ? "copyreg._slotnames didn't return a list or None"
      : `${cls.name}.__slotnames__ should be a list or None, not ${typeName(names)}`,
  );
}

/** The default `__getstate__`: the `__dict__`, and, if there are slots, the values of those that are set. */
export function getState(self: Value): Value {
  const type = typeOf(self);
  const own = self instanceof PyObject ? instanceDict(self) : undefined;
  const state: Value = own === undefined || own.size === 0 ? NONE : own;
  const names = slotNames(type);
  if (names.length === 0) return state;
  const slots = new PyDict();
  for (const name of names) {
    const value = lookupAttr(self, attributeName(name));
    if (value !== undefined) slots.set(name, value);
  }
  return slots.size === 0 ? state : tuple([state, slots]);
}

/** May the default state hold all there is of this object? Builtins with a payload must say otherwise themselves. */
function requirePicklable(self: Value): void {
  const type = typeOf(self);
  const { heap, basetype } = type.traits;
  if (itemSize(type) !== 0 && !type.traits.noConstructor) throw typeError(`cannot pickle ${typeName(self)} objects`);
  if (!heap && !basetype && type !== NONE_TYPE) throw typeError(`cannot pickle '${typeName(self)}' object`);
  if (type.solid === OBJECT || type.solid.traits.heap) return;
  if (isSubtype(type, LIST) || isSubtype(type, DICT)) return;
  throw typeError(`cannot pickle '${typeName(self)}' object`);
}

function getNewArguments(self: Value): { args: Value[]; kwargs: PyDict | undefined; given: boolean } {
  const extended = callSpecial(self, "__getnewargs_ex__", []);
  if (extended !== undefined) {
    if (!(extended instanceof PyTuple))
      throw typeError(`__getnewargs_ex__ should return a tuple, not '${typeName(extended)}'`);
    const [args, kwargs] = extended.items;
    if (extended.items.length !== 2) {
      throw valueError(`__getnewargs_ex__ should return a tuple of length 2, not ${extended.items.length}`);
    }
    if (!(args instanceof PyTuple)) {
      throw typeError(`first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '${typeName(args)}'`);
    }
    if (!(kwargs instanceof PyDict)) {
      throw typeError(
        `second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${typeName(kwargs)}'`,
      );
    }
    return { args: args.items, kwargs, given: true };
  }
  const result = callSpecial(self, "__getnewargs__", []);
  if (result === undefined) return { args: [], kwargs: undefined, given: false };
  if (!(result instanceof PyTuple)) throw typeError(`__getnewargs__ should return a tuple, not '${typeName(result)}'`);
  return { args: result.items, kwargs: undefined, given: true };
}

function reduceNew(self: Value): Value {
  const type = typeOf(self);
  if (type.slots.__new__ === undefined) throw typeError(`cannot pickle '${typeName(self)}' object`);
  const { args, kwargs, given } = getNewArguments(self);
  const copyreg = hooks.importModule("copyreg");
  let make: Value;
  let makeArgs: Value;
  if (kwargs === undefined || kwargs.size === 0) {
    make = getAttr(copyreg, "__newobj__");
    makeArgs = tuple([type, ...args]);
  } else {
    make = getAttr(copyreg, "__newobj_ex__");
    makeArgs = tuple([type, tuple(args), kwargs]);
  }
  const custom = lookupInType(type, "__getstate__") !== lookupInType(OBJECT, "__getstate__");
  if (!given && !custom) requirePicklable(self);
  const state = call(getAttr(self, "__getstate__"));
  const listItems = isSubtype(type, LIST) ? iter(self) : NONE;
  const dictItems = isSubtype(type, DICT) ? iter(call(getAttr(self, "items"))) : NONE;
  return tuple([make, makeArgs, state, listItems, dictItems]);
}

/** object.__reduce_ex__ for a class that does not override `__reduce__`. */
export function reduceDefault(self: Value, protocol: number): Value {
  if (protocol >= 2) return reduceNew(self);
  return call(getAttr(hooks.importModule("copyreg"), "_reduce_ex"), self, protocol);
}
