/** Items of a buffer by any format of the struct module (CPython Modules/_testbuffer.c: pack_single, unpack_single). */
import type { Value } from "../../objects/kernel/object.ts";
import { intOf, PyBytes, PyFloat, PyList, PyTuple } from "../../objects/kernel/payload.ts";
import { type PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { layoutOf, packValues, unpackValues } from "../_struct/layout.ts";

/** The format of what says nothing of its items. */
export const BYTE_FORMAT = "B";

export const sizeOfFormat = (format: Value): number => layoutOf(format).size;

/** A format of one value gives the value, one of several a tuple. */
export function unpackSingle(memory: Uint8Array, at: number, format: string): Value {
  const values = unpackValues(layoutOf(format), memory, at);
  return values.items.length === 1 ? values.items[0] : values;
}

export function packSingle(memory: Uint8Array, at: number, format: string, item: Value): void {
  const layout = layoutOf(format);
  packValues(layout, valuesOf(item, layout.count), 0, memory.subarray(at, at + layout.size));
}

function valuesOf(item: Value, count: number): readonly Value[] {
  const isSingle = item instanceof PyBytes || item instanceof PyFloat || intOf(item) !== undefined;
  if (isSingle && count === 1) return [item];
  if ((item instanceof PyList || item instanceof PyTuple) && item.items.length === count) return item.items;
  throw valueError("mismatch between initializer element and format string");
}

/** The items of a list or tuple; `name` is for the message. */
export function listItems(value: Value, name: string): readonly Value[] {
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  throw notAList(name);
}

const notAList = (name: string): PyError => typeError(`${name} must be a list or a tuple`);
