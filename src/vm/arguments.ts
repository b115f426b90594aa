/**
 * Binding arguments to the parameters of a Python function, with CPython's error texts
 * (Python/ceval.c: initialize_locals, too_many_positional, missing_arguments).
 */
import { CO_VARARGS, CO_VARKEYWORDS } from "../bytecode/code.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString, strFromJs, tuple } from "../objects/kernel/payload.ts";
import { type PyError, typeError } from "../objects/kernel/raise.ts";
import type { KeywordNames } from "../objects/kernel/slots.ts";
import type { PyFunction } from "../objects/types/function.ts";
import type { Slot } from "./frame.ts";

/** A frame's stack with the parameters bound. `args` holds the positional values, then those of `kwnames`. */
export function bindArguments(func: PyFunction, args: readonly Value[], kwnames: KeywordNames): Slot[] {
  const { code } = func;
  const { argcount, nlocalsplus } = code;
  const stack: Slot[] = new Array(nlocalsplus + code.stacksize);
  const given = kwnames === undefined ? args.length : args.length - kwnames.length;
  const copied = given < argcount ? given : argcount;
  for (let i = 0; i < copied; i++) stack[i] = args[i];
  if (code.plainArguments === given && kwnames === undefined) return stack;
  const named = argcount + code.kwonlyargcount;
  if ((code.flags & CO_VARARGS) !== 0) stack[named] = tuple(args.slice(copied, given));
  if (kwnames !== undefined || (code.flags & CO_VARKEYWORDS) !== 0)
    bindKeywords(func, stack, args, given, kwnames ?? []);
  if (given > argcount && (code.flags & CO_VARARGS) === 0) throw tooManyPositional(func, stack, given);
  if (given < argcount) fillDefaults(func, stack, given);
  if (code.kwonlyargcount > 0) fillKeywordDefaults(func, stack);
  return stack;
}

function bindKeywords(
  func: PyFunction,
  stack: Slot[],
  args: readonly Value[],
  given: number,
  kwnames: readonly string[],
): void {
  const { code } = func;
  const named = code.argcount + code.kwonlyargcount;
  const names = code.localsplusnames;
  let extra: PyDict | undefined;
  if ((code.flags & CO_VARKEYWORDS) !== 0) {
    extra = new PyDict();
    stack[named + ((code.flags & CO_VARARGS) !== 0 ? 1 : 0)] = extra;
  }
  for (let i = 0; i < kwnames.length; i++) {
    const name = kwnames[i];
    let index = code.posonlyargcount;
    while (index < named && names[index] !== name) index++;
    if (index < named) {
      if (stack[index] !== undefined) throw error(func, `got multiple values for argument '${name}'`);
      stack[index] = args[given + i];
    } else if (extra !== undefined) {
      extra.set(strFromJs(name), args[given + i]);
    } else {
      throw positionalOnlyByKeyword(func, kwnames) ?? error(func, `got an unexpected keyword argument '${name}'`);
    }
  }
}

function fillDefaults(func: PyFunction, stack: Slot[], given: number): void {
  const { argcount, localsplusnames } = func.code;
  const defaults = func.defaults === null ? [] : func.defaults.items;
  const required = argcount - defaults.length;
  const missing: string[] = [];
  for (let i = given; i < required; i++) if (stack[i] === undefined) missing.push(localsplusnames[i]);
  if (missing.length > 0) throw missingArguments(func, "positional", missing);
  for (let i = Math.max(given, required); i < argcount; i++) {
    if (stack[i] === undefined) stack[i] = defaults[i - required];
  }
}

function fillKeywordDefaults(func: PyFunction, stack: Slot[]): void {
  const { argcount, kwonlyargcount, localsplusnames } = func.code;
  const missing: string[] = [];
  for (let i = argcount; i < argcount + kwonlyargcount; i++) {
    if (stack[i] !== undefined) continue;
    const name = localsplusnames[i];
    const value = func.kwdefaults?.get(strFromJs(name));
    if (value === undefined) missing.push(name);
    else stack[i] = value;
  }
  if (missing.length > 0) throw missingArguments(func, "keyword-only", missing);
}

function error(func: PyFunction, message: string): PyError {
  return typeError(strFromJs(`${jsString(func.qualname)}() ${message}`));
}

function positionalOnlyByKeyword(func: PyFunction, kwnames: readonly string[]): PyError | undefined {
  const { posonlyargcount, localsplusnames } = func.code;
  const passed = localsplusnames.slice(0, posonlyargcount).filter((name) => kwnames.includes(name));
  if (passed.length === 0) return undefined;
  return error(func, `got some positional-only arguments passed as keyword arguments: '${passed.join(", ")}'`);
}

function missingArguments(func: PyFunction, kind: string, names: readonly string[]): PyError {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop() as string;
  const list =
    quoted.length === 0 ? last : quoted.length === 1 ? `${quoted[0]} and ${last}` : `${quoted.join(", ")}, and ${last}`;
  const plural = names.length === 1 ? "" : "s";
  return error(func, `missing ${names.length} required ${kind} argument${plural}: ${list}`);
}

function tooManyPositional(func: PyFunction, stack: readonly Slot[], given: number): PyError {
  const { argcount, kwonlyargcount } = func.code;
  let keywords = 0;
  for (let i = argcount; i < argcount + kwonlyargcount; i++) if (stack[i] !== undefined) keywords++;
  const defaults = func.defaults === null ? 0 : func.defaults.items.length;
  const takes = defaults > 0 ? `from ${argcount - defaults} to ${argcount}` : `${argcount}`;
  const plural = defaults > 0 || argcount !== 1 ? "s" : "";
  const also =
    keywords === 0
      ? ""
      : ` positional argument${given === 1 ? "" : "s"} (and ${keywords} keyword-only argument${keywords === 1 ? "" : "s"})`;
  const verb = given === 1 && keywords === 0 ? "was" : "were";
  return error(func, `takes ${takes} positional argument${plural} but ${given}${also} ${verb} given`);
}
