/** "Did you mean": the nearest known name (CPython Python/suggestions.c). */
import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { toArray } from "../../objects/kernel/iterate.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { jsString, type PyBaseException } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { frameLocals } from "../../vm/types/frame.ts";
import { PyTraceback } from "../../vm/types/traceback.ts";
import { STDLIB_MODULE_NAMES } from "./stdlib-names.ts";

const MAX_CANDIDATES = 750;
const MAX_LENGTH = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

/** What is added to the message of an exception; "" for nothing. Never raises. */
export function suggestionFor(exception: PyBaseException): string {
  try {
    return suggest(exception);
  } catch (error) {
    if (error instanceof PyError) return "";
    throw error;
  }
}

function suggest(exception: PyBaseException): string {
  const type: PyType = exception.cls;
  const { fields } = exception;
  if (type === EXCEPTIONS.AttributeError) {
    const name = jsString(fields?.name ?? 0);
    if (name === undefined || fields?.obj === undefined) return "";
    return didYouMean(nearest(name, namesOf(fields.obj)));
  }
  if (type === EXCEPTIONS.NameError) return forName(exception);
  if (type === EXCEPTIONS.ImportError) {
    const name = jsString(fields?.name_from ?? 0);
    const module = jsString(fields?.name ?? 0);
    if (name === undefined || module === undefined) return "";
    return didYouMean(nearest(name, namesOf(hooks.importModule(module))));
  }
  return "";
}

const didYouMean = (name: string | undefined): string =>
  name === undefined ? "" : `. Did you mean: ${reprText(name)}?`;

function namesOf(value: Value): string[] {
  const dir = getAttr(hooks.importModule("builtins"), "dir");
  return strings(toArray(call(dir, value)));
}

const strings = (values: readonly Value[]): string[] =>
  values.map((value) => jsString(value)).filter((text) => text !== undefined);

function forName(exception: PyBaseException): string {
  const name = jsString(exception.fields?.name ?? 0);
  if (name === undefined || !(exception.traceback instanceof PyTraceback)) return "";
  let last = exception.traceback;
  while (last.next !== null) last = last.next;
  const { frame } = last;
  const suggestion =
    attributeOfSelf(frameLocals(frame), name) ??
    nearest(name, frame.code.namesOfKind(0x20)) ??
    nearest(name, strings(frame.globals.keyArray())) ??
    nearest(name, strings(frame.builtins.keyArray()));
  if (!STDLIB_MODULE_NAMES.includes(name)) return didYouMean(suggestion);
  const forgot = `id you forget to import ${reprText(name)}?`;
  return suggestion === undefined ? `. D${forgot}` : `${didYouMean(suggestion)} Or d${forgot}`;
}

/** In a method the name may be meant as an attribute of the instance. */
function attributeOfSelf(locals: Value, name: string): string | undefined {
  const self = (locals as PyDict).get?.("self");
  if (self === undefined) return undefined;
  return lookupAttr(self, name) === undefined ? undefined : `self.${name}`;
}

/** The candidate nearest to `name`, if one is near enough. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length >= MAX_CANDIDATES) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    // No more than a third of the characters may differ, and only a better match counts.
    const allowed = Math.floor(((candidate.length + name.length + 3) * MOVE_COST) / 6);
    const limit = Math.min(allowed, bestDistance - 1);
    const distance = levenshtein(name, candidate, limit);
    if (distance > limit) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Weighted edit distance; anything above `limit` may come back as `limit + 1`. */
function levenshtein(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  const shorter = Math.min(left.length, right.length) - start;
  while (end < shorter && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  let a = left.slice(start, left.length - end);
  let b = right.slice(start, right.length - end);
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * MOVE_COST;
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return limit + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > limit) return limit + 1;
  const row = Array.from(a, (_, i) => (i + 1) * MOVE_COST);
  let result = 0;
  for (let i = 0; i < b.length; i++) {
    let diagonal = i * MOVE_COST;
    result = diagonal;
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < a.length; j++) {
      const replace = diagonal + substitution(b[i], a[j]);
      diagonal = row[j];
      result = Math.min(Math.min(result, diagonal) + MOVE_COST, replace);
      row[j] = result;
      least = Math.min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}
