/** What is raised at the end of `except*` clauses (CPython Objects/exceptions.c: _PyExc_PrepReraiseStar). */
import { getAttr, lookupAttr, setAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { isInstance, NONE } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { toArray } from "../objects/kernel/iterate.ts";
import type { Value } from "../objects/kernel/object.ts";
import { type PyBaseException, PyList } from "../objects/kernel/payload.ts";

const isGroup = (value: Value): boolean => isInstance(value, EXCEPTIONS.BaseExceptionGroup);

const members = (group: Value): Value[] => toArray(getAttr(group, "exceptions"));

function leaves(value: Value, found: Set<Value>): void {
  if (!isGroup(value)) found.add(value);
  else for (const each of members(value)) leaves(each, found);
}

/** The part of `group` that holds just these leaves, with its structure; undefined if there are none. */
function projection(group: Value, keep: ReadonlySet<Value>): Value | undefined {
  if (!isGroup(group)) return keep.has(group) ? group : undefined;
  const all = members(group);
  const kept = all.map((each) => projection(each, keep)).filter((each) => each !== undefined);
  if (kept.length === 0) return undefined;
  if (kept.length === all.length && kept.every((each, i) => each === all[i])) return group;
  const derived = call(getAttr(group, "derive"), new PyList(kept)) as PyBaseException;
  const original = group as PyBaseException;
  derived.traceback = original.traceback;
  derived.context = original.context;
  derived.cause = original.cause;
  derived.suppressContext = original.suppressContext;
  const notes = lookupAttr(group, "__notes__");
  if (notes !== undefined) setAttr(derived, "__notes__", new PyList(toArray(notes)));
  return derived;
}

/** Was the exception split off from `original` and raised again as it was? A split copies the notes: they say nothing. */
function sameOrigin(exception: PyBaseException, original: PyBaseException): boolean {
  return (
    isGroup(exception) &&
    exception.traceback === original.traceback &&
    exception.cause === original.cause &&
    exception.context === original.context
  );
}

export function prepareReraiseStar(original: Value, list: Value): Value {
  const exceptions = (list as PyList).items.filter((each) => each !== NONE) as PyBaseException[];
  if (exceptions.length === 0) return NONE;
  // A naked exception was wrapped: at most one clause ran.
  if (!isGroup(original)) return exceptions[0];
  const keep = new Set<Value>();
  const raised: Value[] = [];
  for (const each of exceptions) {
    if (sameOrigin(each, original as PyBaseException)) leaves(each, keep);
    else raised.push(each);
  }
  const reraised = projection(original, keep);
  if (raised.length === 0) return reraised ?? NONE;
  if (reraised !== undefined) raised.push(reraised);
  return raised.length === 1 ? raised[0] : call(EXCEPTIONS.BaseExceptionGroup, "", new PyList(raised));
}
