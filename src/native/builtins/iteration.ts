/** The functions of `builtins` about iteration and order (CPython Python/bltinmodule.c). */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call, callWith } from "../../objects/kernel/call.ts";
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { exactLength } from "../../objects/kernel/exact-length.ts";
import { forEach, iter } from "../../objects/kernel/iterate.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString } from "../../objects/kernel/payload.ts";
import { type Comparison, isTrueComparison } from "../../objects/kernel/protocol.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { PyCallableIterator } from "../../objects/types/iterators.ts";
import { listOf } from "../../objects/types/list.ts";
import { PyAnextAwaitable } from "./anext.ts";
import { DOCS } from "./docs.ts";
import { step } from "./steps.ts";

/** Does an item whose truth is `wanted` come? */
function hasItem(iterable: Value, wanted: boolean): boolean {
  let found = false;
  forEach(iterable, (item) => {
    found = isTrue(item) === wanted;
    return !found;
  });
  return found;
}

function iterate(object: Value, sentinel: Value | undefined): Value {
  if (sentinel === undefined) return iter(object);
  if (typeOf(object).slots.__call__ === undefined) throw typeError("iter(object, sentinel): object must be callable");
  return new PyCallableIterator(object, sentinel);
}

function next(iterator: Value, otherwise: Value | undefined): Value {
  const slot = typeOf(iterator).slots.__next__;
  if (slot === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
  if (otherwise === undefined) return step(iterator);
  return slot(iterator) ?? otherwise;
}

/** min() and max(): the first item that no other beats. */
function extreme(name: "min" | "max", args: Value[], keywords: PyDict): Value {
  if (args.length === 0) throw typeError(`${name} expected at least 1 argument, got 0`);
  if (keywords.size > 2) throw typeError(`${name}() takes at most 2 keyword arguments (${keywords.size} given)`);
  let key: Value = NONE;
  let otherwise: Value | undefined;
  for (const [keyword, value] of keywords.entries()) {
    if (jsString(keyword) === "key") key = value;
    else if (jsString(keyword) === "default") otherwise = value;
    else throw typeError(`'${jsString(keyword)}' is an invalid keyword argument for ${name}()`);
  }
  if (args.length > 1 && otherwise !== undefined) {
    throw typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  }
  const op: Comparison = name === "max" ? "__gt__" : "__lt__";
  let best: Value | undefined;
  let bestRank: Value | undefined;
  const consider = (item: Value): void => {
    const rank = key === NONE ? item : call(key, item);
    if (bestRank === undefined || beats(rank, bestRank, op)) {
      best = item;
      bestRank = rank;
    }
  };
  if (args.length > 1) args.forEach(consider);
  else forEach(args[0], consider);
  const result = best ?? otherwise;
  if (result === undefined) throw valueError(`${name}() iterable argument is empty`);
  return result;
}

function beats(rank: Value, best: Value, op: Comparison): boolean {
  if (typeof rank === "number" && typeof best === "number") return op === "__gt__" ? rank > best : rank < best;
  return isTrueComparison(rank, best, op);
}

function asyncIterate(iterable: Value): Value {
  const slot = typeOf(iterable).slots.__aiter__;
  if (slot === undefined) throw typeError(`'${typeName(iterable)}' object is not an async iterable`);
  const iterator = slot(iterable);
  if (typeOf(iterator).slots.__anext__ === undefined) {
    throw typeError(`aiter() returned not an async iterator of type '${typeName(iterator)}'`);
  }
  return iterator;
}

function asyncNext(iterator: Value, otherwise: Value | undefined): Value {
  const slot = typeOf(iterator).slots.__anext__;
  if (slot === undefined) throw typeError(`'${typeName(iterator)}' object is not an async iterator`);
  const awaitable = slot(iterator);
  return otherwise === undefined ? awaitable : new PyAnextAwaitable(awaitable, otherwise);
}

function sorted(iterable: Value, keywords: PyDict): Value {
  const list = listOf(iterable);
  const names = keywords.keyArray().map((key) => jsString(key) as string);
  callWith(getAttr(list, "sort"), keywords.valueArray(), names);
  return list;
}

export const ITERATION_FUNCTIONS: Readonly<Record<string, MethodRow>> = {
  all: ["($module, iterable, /)", DOCS.all, (iterable: Value) => !hasItem(iterable, false)],
  any: ["($module, iterable, /)", DOCS.any, (iterable: Value) => hasItem(iterable, true)],
  iter: ["($module, object, sentinel=<unrepresentable>, /)", DOCS.iter, iterate],
  aiter: ["($module, async_iterable, /)", DOCS.aiter, asyncIterate],
  len: ["($module, obj, /)", DOCS.len, exactLength],
  max: ["~($module, *args, **keywords)", DOCS.max, (args: Value[], keywords: PyDict) => extreme("max", args, keywords)],
  min: ["~($module, *args, **keywords)", DOCS.min, (args: Value[], keywords: PyDict) => extreme("min", args, keywords)],
  next: ["($module, iterator, default=<unrepresentable>, /)", DOCS.next, next],
  anext: ["($module, aiterator, default=<unrepresentable>, /)", DOCS.anext, asyncNext],
  sorted: ["!($module, iterable, /, *, key=None, reverse=False)", DOCS.sorted, sorted],
};
