/** Arguments as PyArg_ParseTupleAndKeywords takes them, which counts before it looks at names, and the checks of datetime. */
import { NONE, NOT_IMPLEMENTED, typeName } from "../../objects/kernel/core-types.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString } from "../../objects/kernel/payload.ts";
import type { Comparison } from "../../objects/kernel/protocol.ts";
import { type PyError, typeError } from "../../objects/kernel/raise.ts";
import { parsedInt } from "../../objects/types/arguments.ts";
import { PyTzinfo } from "./objects.ts";

/**
 * The arguments by their order; undefined where one was not given. Without a `name` it is "function". Each is checked
 * before the next is missed.
 */
export function bindArguments(
  name: string | undefined,
  names: readonly string[],
  required: number,
  args: readonly Value[],
  keywords: PyDict | undefined,
  check: (value: Value, index: number) => void = () => undefined,
): (Value | undefined)[] {
  const shown = name === undefined ? "function" : `${name}()`;
  const given = args.length + (keywords?.size ?? 0);
  if (given > names.length) {
    const word = args.length === 0 ? "keyword " : "";
    throw typeError(
      `${shown} takes at most ${names.length} ${word}argument${names.length === 1 ? "" : "s"} (${given} given)`,
    );
  }
  const bound = names.map((parameter, index) => {
    const value = keywords?.get(parameter);
    if (index < args.length && value !== undefined) {
      throw typeError(`argument for ${shown} given by name ('${parameter}') and position (${index + 1})`);
    }
    const found = index < args.length ? args[index] : value;
    if (found === undefined && index < required) {
      throw typeError(`${shown} missing required argument '${parameter}' (pos ${index + 1})`);
    }
    if (found !== undefined) check(found, index);
    return found;
  });
  for (let i = keywords?.nextEntry(0) ?? -1; keywords !== undefined && i >= 0; i = keywords.nextEntry(i + 1)) {
    const keyword = jsString(keywords.keys[i] as Value) ?? "";
    if (!names.includes(keyword)) {
      throw typeError(
        `'${keyword}' is an invalid keyword argument for ${name === undefined ? "this function" : shown}`,
      );
    }
  }
  return bound;
}

export const hasNone = (keywords: PyDict | undefined): boolean => keywords === undefined || keywords.size === 0;

/** A C int, mostly small. */
export function intOr(value: Value | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  return typeof value === "number" && value <= 0x7fffffff && value >= -0x80000000 ? value : parsedInt(value);
}

export function tzinfoArgument(value: Value | undefined): Value {
  if (value === undefined || value === NONE) return NONE;
  if (value instanceof PyTzinfo) return value;
  throw typeError(`tzinfo argument must be None or of a tzinfo subclass, not type '${typeName(value)}'`);
}

/** The argument of a method that takes a str, and nothing that could become one. */
export function textArgument(value: Value, name: string, place = "argument 1"): string {
  const text = jsString(value);
  if (text === undefined) throw typeError(`${name}() ${place} must be str, not ${typeName(value)}`);
  return text;
}

export const cannotCompare = (left: Value, right: Value): PyError =>
  typeError(`can't compare ${typeName(left)} to ${typeName(right)}`);

type Compare<Self> = (self: Self, other: Value, op: Comparison) => Value;

/** The six slots of one comparison. */
export function comparisons<Self>(compare: Compare<Self>) {
  const slot = (op: Comparison) => (self: Self, other: Value) => compare(self, other, op);
  return {
    __lt__: slot("__lt__"),
    __le__: slot("__le__"),
    __eq__: slot("__eq__"),
    __ne__: slot("__ne__"),
    __gt__: slot("__gt__"),
    __ge__: slot("__ge__"),
  };
}

/** `==` and `!=` of things that can only differ; the rest is not for us. */
export function different(op: Comparison): Value {
  return op === "__eq__" ? false : op === "__ne__" ? true : NOT_IMPLEMENTED;
}
