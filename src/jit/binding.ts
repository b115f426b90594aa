/**
 * Calls that compiled code makes by looking at what is called: arguments are bound to parameters as in any call, and
 * handed over as those of compiled code.
 *
 * `END` says: that is for the driver, which raises too what is wrong with the arguments. Nothing has happened then.
 */
import { DICT, FUNCTION, LIST, TUPLE } from "../objects/kernel/core-types.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import type { Value } from "../objects/kernel/object.ts";
import { type PyList, PyMethod, type PyTuple } from "../objects/kernel/payload.ts";
import { PyError } from "../objects/kernel/raise.ts";
import type { KeywordNames } from "../objects/kernel/slots.ts";
import type { PyFunction } from "../objects/types/function.ts";
import { bindArguments } from "../vm/arguments.ts";
import { Entry, entryOf } from "./entries.ts";
import { END } from "./walking.ts";

/** The entry of a Python function; undefined if it is something else, or better called by the driver. */
function directEntry(callable: Value): Entry | undefined {
  if (typeof callable !== "object" || callable.cls !== FUNCTION) return undefined;
  const func = callable as PyFunction;
  const { compiled } = func.code;
  return compiled instanceof Entry && compiled.globals === func.globals ? compiled : entryOf(func);
}

function run(
  depth: number,
  entry: Entry,
  func: PyFunction,
  args: readonly Value[],
  kwnames: KeywordNames,
): Value | undefined {
  if (kwnames === undefined && func.code.plainArguments === args.length) return entry.run(depth, func, ...args);
  let bound: Value[];
  try {
    bound = bindArguments(func, args, kwnames) as Value[];
  } catch (error) {
    if (error instanceof PyError) return END;
    throw error;
  }
  switch (func.code.parameters) {
    case 1:
      return entry.run(depth, func, bound[0]);
    case 2:
      return entry.run(depth, func, bound[0], bound[1]);
    case 3:
      return entry.run(depth, func, bound[0], bound[1], bound[2]);
    case 4:
      return entry.run(depth, func, bound[0], bound[1], bound[2], bound[3]);
    default:
      return entry.run(depth, func, ...bound.slice(0, func.code.parameters));
  }
}

/** Call whatever it is. */
function callAny(depth: number, callable: Value, ...args: Value[]): Value | undefined {
  if (callable instanceof PyMethod) {
    const { self } = callable;
    const entry = directEntry(callable.func);
    if (entry === undefined) return END;
    const func = callable.func as PyFunction;
    if (args.length === 1 && entry.code.plainArguments === 2) return entry.run(depth, func, self, args[0]);
    return run(depth, entry, func, [self, ...args], undefined);
  }
  const entry = directEntry(callable);
  if (entry === undefined) return END;
  const func = callable as PyFunction;
  if (args.length === 1 && entry.code.plainArguments === 1) return entry.run(depth, func, args[0]);
  return run(depth, entry, func, args, undefined);
}

/** The same with keywords: the last arguments are theirs. */
function callNamed(depth: number, callable: Value, kwnames: readonly string[], ...args: Value[]): Value | undefined {
  const func = callable instanceof PyMethod ? callable.func : callable;
  const entry = directEntry(func);
  if (entry === undefined) return END;
  if (callable instanceof PyMethod) args.unshift(callable.self);
  return run(depth, entry, func as PyFunction, args, kwnames);
}

/** `callable(*given, **keywords)`. */
function callExtended(depth: number, callable: Value, given: Value, keywords?: Value): Value | undefined {
  const func = callable instanceof PyMethod ? callable.func : callable;
  const entry = directEntry(func);
  if (entry === undefined || typeof given !== "object" || (given.cls !== TUPLE && given.cls !== LIST)) return END;
  const args = (given as PyTuple | PyList).items.slice();
  if (callable instanceof PyMethod) args.unshift(callable.self);
  if (keywords === undefined) return run(depth, entry, func as PyFunction, args, undefined);
  if (typeof keywords !== "object" || keywords.cls !== DICT) return END;
  const { keys, values } = keywords as PyDict;
  const names: string[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key === undefined) continue;
    if (typeof key !== "string") return END;
    names.push(key);
    args.push(values[i] as Value);
  }
  return run(depth, entry, func as PyFunction, args, names.length > 0 ? names : undefined);
}

/** DICT_MERGE: the keywords of a call so far get those of another dict; false if that is for tier 0. */
function mergeKeywords(target: Value, source: Value): boolean {
  if (typeof source !== "object" || source.cls !== DICT) return false;
  const { keys, values } = source as PyDict;
  for (const key of keys) {
    if (key !== undefined && (typeof key !== "string" || (target as PyDict).has(key))) return false;
  }
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== undefined) (target as PyDict).set(keys[i] as Value, values[i] as Value);
  }
  return true;
}

/** LIST_EXTEND by a list or tuple; false if that is for tier 0. */
function extend(target: Value, source: Value): boolean {
  if (typeof source !== "object" || (source.cls !== TUPLE && source.cls !== LIST)) return false;
  const { items } = source as PyTuple | PyList;
  // Short ones only: there is no bound to be looked at.
  if (items.length > 1000) return false;
  (target as PyList).items.push(...items);
  return true;
}

export const BINDING = { callAny, callNamed, callExtended, mergeKeywords, extend };
