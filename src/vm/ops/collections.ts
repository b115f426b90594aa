/** Building, filling and unpacking containers (CPython Python/bytecodes.c, ceval.c: unpack_iterable). */

import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { call, callWith } from "../../objects/kernel/call.ts";
import { DICT, LIST, NONE, SET, TUPLE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import {
  forEach,
  getItem,
  isIterable,
  iter,
  length,
  MAX_PUSHED_ITEMS,
  next,
  toArray,
} from "../../objects/kernel/iterate.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList, PySlice, type PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { strText } from "../../objects/kernel/protocol.ts";
import { memoryError, type PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { mergeMapping } from "../../objects/types/dict-entries.ts";
import { PySet } from "../../objects/types/set-table.ts";
import type { Frame } from "../frame.ts";
import { jsFunctionText } from "../function-text.ts";
import { NEXT } from "../outcome.ts";
import type { OpBody } from "./body.ts";

/** Take the topmost `count` values off the stack. */
export function popMany(frame: Frame, count: number): Value[] {
  const { sp } = frame;
  frame.sp = sp - count;
  return frame.stack.slice(sp - count, sp) as Value[];
}

const makeSet = (items: Value[]): Value => call(SET, tuple(items));

function method(self: Value, name: string): (...args: Value[]) => Value {
  const descriptor = lookupInType(typeOf(self), name) as Value;
  return (...args) => callWith(descriptor, [self, ...args]);
}

/** The items that `for x, y in ...` style unpacking wants, exactly `count`. */
function unpackSequence(value: Value, count: number): readonly Value[] {
  if (typeof value === "object" && (value.cls === TUPLE || value.cls === LIST)) {
    const { items } = value as PyTuple | PyList;
    if (items.length === count) return items.slice();
    if (items.length > count) throw valueError(`too many values to unpack (expected ${count})`);
    throw notEnough(count, items.length);
  }
  const iterator = iterateForUnpacking(value);
  const items: Value[] = [];
  while (items.length < count) {
    const item = next(iterator);
    if (item === undefined) throw notEnough(count, items.length);
    items.push(item);
  }
  if (next(iterator) !== undefined) throw valueError(`too many values to unpack (expected ${count})`);
  return items;
}

const notEnough = (count: number, got: number): PyError =>
  valueError(`not enough values to unpack (expected ${count}, got ${got})`);

function iterateForUnpacking(value: Value): Value {
  if (!isIterable(typeOf(value))) {
    throw typeError(`cannot unpack non-iterable ${typeName(value)} object`);
  }
  return iter(value);
}

/** `a, *b, c = value`: the values before the star, a list, those after. */
function unpackStarred(value: Value, before: number, behind: number): Value[] {
  const iterator = iterateForUnpacking(value);
  const items: Value[] = [];
  while (items.length < before) {
    const item = next(iterator);
    if (item === undefined) {
      throw valueError(`not enough values to unpack (expected at least ${before + behind}, got ${items.length})`);
    }
    items.push(item);
  }
  const rest = toArray(iterator);
  if (rest.length < behind) {
    throw valueError(`not enough values to unpack (expected at least ${before + behind}, got ${before + rest.length})`);
  }
  const last = rest.splice(rest.length - behind, behind);
  return [...items, new PyList(rest), ...last];
}

/** `[*value]`. */
function extendList(list: PyList, value: Value): void {
  if (!isIterable(typeOf(value))) {
    throw typeError(`Value after * must be an iterable, not ${typeName(value)}`);
  }
  const items = toArray(value);
  for (let i = 0; i < items.length; i++) list.items.push(items[i]);
}

/** `dict.update(value)` for `{**value}`; a mapping is something with `keys`. */
function updateDict(dict: PyDict, value: Value): void {
  if (lookupAttr(value, "keys") === undefined) throw typeError(`'${typeName(value)}' object is not a mapping`);
  mergeMapping(dict, value);
}

/** `f(**value)` after other keywords: no name twice. */
function mergeKeywords(callable: Value, dict: PyDict, value: Value): void {
  const add = (key: Value, item: Value): void => {
    if (!dict.has(key)) {
      dict.set(key, item);
      return;
    }
    throw typeError(`${jsFunctionText(callable)} got multiple values for keyword argument '${strText(key)}'`);
  };
  // A subclass of dict that is not iterated in its own way is not asked.
  if (value instanceof PyDict && value.cls.slots.__iter__ === DICT.slots.__iter__) {
    for (let i = value.nextEntry(0); i >= 0; i = value.nextEntry(i + 1)) {
      add(value.keys[i] as Value, value.values[i] as Value);
    }
    return;
  }
  const keys = lookupAttr(value, "keys");
  if (keys === undefined) {
    throw typeError(`${jsFunctionText(callable)} argument after ** must be a mapping, not ${typeName(value)}`);
  }
  forEach(call(keys), (key) => add(key, getItem(value, key)));
}

export const COLLECTIONS = {
  BUILD_TUPLE: (_thread, frame, arg) => {
    frame.push(tuple(popMany(frame, arg)));
    return NEXT;
  },
  BUILD_LIST: (_thread, frame, arg) => {
    frame.push(new PyList(popMany(frame, arg)));
    return NEXT;
  },
  BUILD_SET: (_thread, frame, arg) => {
    frame.push(makeSet(popMany(frame, arg)));
    return NEXT;
  },
  BUILD_MAP: (_thread, frame, arg) => {
    const items = popMany(frame, 2 * arg);
    const dict = new PyDict();
    dict.reserveFor(items, 2);
    for (let i = 0; i < items.length; i += 2) dict.set(items[i], items[i + 1]);
    frame.push(dict);
    return NEXT;
  },
  BUILD_CONST_KEY_MAP: (_thread, frame, arg) => {
    const keys = (frame.pop() as PyTuple).items;
    const items = popMany(frame, arg);
    const dict = new PyDict();
    dict.reserveFor(keys, 1);
    for (let i = 0; i < arg; i++) dict.set(keys[i], items[i]);
    frame.push(dict);
    return NEXT;
  },
  BUILD_SLICE: (_thread, frame, arg) => {
    const step = arg === 3 ? frame.pop() : NONE;
    const stop = frame.pop();
    const start = frame.pop();
    frame.push(new PySlice(start, stop, step));
    return NEXT;
  },
  LIST_APPEND: (_thread, frame, arg) => {
    const value = frame.pop();
    if ((frame.peek(arg) as PyList).items.push(value) > MAX_PUSHED_ITEMS) throw memoryError();
    return NEXT;
  },
  LIST_EXTEND: (_thread, frame, arg) => {
    const value = frame.pop();
    extendList(frame.peek(arg) as PyList, value);
    return NEXT;
  },
  SET_ADD: (_thread, frame, arg) => {
    const value = frame.pop();
    const set = frame.peek(arg);
    if (set instanceof PySet) set.add(value);
    else method(set, "add")(value);
    return NEXT;
  },
  SET_UPDATE: (_thread, frame, arg) => {
    const value = frame.pop();
    method(frame.peek(arg), "update")(value);
    return NEXT;
  },
  MAP_ADD: (_thread, frame, arg) => {
    const value = frame.pop();
    const key = frame.pop();
    (frame.peek(arg) as PyDict).set(key, value);
    return NEXT;
  },
  DICT_UPDATE: (_thread, frame, arg) => {
    const value = frame.pop();
    updateDict(frame.peek(arg) as PyDict, value);
    return NEXT;
  },
  DICT_MERGE: (_thread, frame, arg) => {
    const value = frame.pop();
    mergeKeywords(frame.peek(arg + 2), frame.peek(arg) as PyDict, value);
    return NEXT;
  },
  UNPACK_SEQUENCE: (_thread, frame, arg) => {
    const items = unpackSequence(frame.pop(), arg);
    for (let i = arg - 1; i >= 0; i--) frame.push(items[i]);
    return NEXT;
  },
  UNPACK_EX: (_thread, frame, arg) => {
    const items = unpackStarred(frame.pop(), arg & 0xff, arg >> 8);
    for (let i = items.length - 1; i >= 0; i--) frame.push(items[i]);
    return NEXT;
  },
  GET_LEN: (_thread, frame) => {
    frame.push(length(frame.peek(1)));
    return NEXT;
  },
} satisfies Record<string, OpBody>;
