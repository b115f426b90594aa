/** Structural pattern matching (CPython Python/ceval.c: match_keys, match_class). */

import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { DICT, NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { isInstanceOf } from "../instance.ts";
import { NEXT } from "../outcome.ts";
import type { OpBody } from "./body.ts";

/** The values of the keys, or undefined if one is missing. A `__missing__` must not make entries, so `get` is asked. */
function matchKeys(subject: Value, keys: readonly Value[]): Value[] | undefined {
  const seen = new PyDict();
  const values: Value[] = [];
  const direct = subject instanceof PyDict && subject.cls === DICT;
  const absent = new PyObject(typeOf(NONE));
  const get = direct || keys.length === 0 ? undefined : getAttr(subject, "get");
  for (const key of keys) {
    if (seen.has(key)) throw valueError(`mapping pattern checks duplicate key (${reprText(key)})`);
    seen.set(key, NONE);
    const value = direct ? subject.get(key) : call(get as Value, key, absent);
    if (value === undefined || value === absent) return undefined;
    values.push(value);
  }
  return values;
}

/** What a class pattern binds, or undefined if the subject does not match. */
function matchClass(subject: Value, cls: Value, count: number, keywords: readonly Value[]): Value[] | undefined {
  if (!(cls instanceof PyType)) throw typeError("called match pattern must be a class");
  if (!isInstanceOf(subject, cls)) return undefined;
  const names: string[] = [];
  const values: Value[] = [];
  const take = (name: string): boolean => {
    if (names.includes(name))
      throw typeError(`${cls.name}() got multiple sub-patterns for attribute ${reprText(name)}`);
    names.push(name);
    const value = lookupAttr(subject, name);
    if (value === undefined) return false;
    values.push(value);
    return true;
  };
  if (count > 0 && !takePositional(subject, cls, count, values, take)) return undefined;
  for (const keyword of keywords) if (!take(jsString(keyword) as string)) return undefined;
  return values;
}

function takePositional(
  subject: Value,
  cls: PyType,
  count: number,
  values: Value[],
  take: (name: string) => boolean,
): boolean {
  const matchArgs = lookupAttr(cls, "__match_args__");
  const isSelf = matchArgs === undefined && cls.traits.matchSelf;
  if (matchArgs !== undefined && !(matchArgs instanceof PyTuple)) {
    throw typeError(`${cls.name}.__match_args__ must be a tuple (got ${typeName(matchArgs)})`);
  }
  const args = matchArgs instanceof PyTuple ? matchArgs.items : [];
  const allowed = isSelf ? 1 : args.length;
  if (allowed < count) {
    throw typeError(
      `${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? "" : "s"} (${count} given)`,
    );
  }
  if (isSelf) {
    values.push(subject);
    return true;
  }
  for (let i = 0; i < count; i++) {
    const name = jsString(args[i]);
    if (name === undefined) throw typeError(`__match_args__ elements must be strings (got ${typeName(args[i])})`);
    if (!take(name)) return false;
  }
  return true;
}

export const PATTERNS = {
  MATCH_MAPPING: (_thread, frame) => {
    frame.push(typeOf(frame.peek(1)).traits.mapping);
    return NEXT;
  },
  MATCH_SEQUENCE: (_thread, frame) => {
    frame.push(typeOf(frame.peek(1)).traits.sequence);
    return NEXT;
  },
  MATCH_KEYS: (_thread, frame) => {
    const values = matchKeys(frame.peek(2), (frame.peek(1) as PyTuple).items);
    frame.push(values === undefined ? NONE : tuple(values));
    return NEXT;
  },
  MATCH_CLASS: (_thread, frame, arg) => {
    const keywords = (frame.pop() as PyTuple).items;
    const cls = frame.pop();
    const subject = frame.pop();
    const values = matchClass(subject, cls, arg, keywords);
    frame.push(values === undefined ? NONE : tuple(values));
    return NEXT;
  },
} satisfies Record<string, OpBody>;
