/**
 * marshal.dumps of plain data: numbers, texts, bytes, and tuples, lists and dicts of them, at once to bytes.
 *
 * Which object is flagged for later reference is decided as bytecode/marshalgraph.ts does it: by the references that are
 * counted in the data, where equal numbers and texts are one object, small ints and interned texts immortal.
 * All is written in one walk: an object gets its flag when it is met again, a reference holds the object's number among
 * all objects, and becomes the number among the flagged ones when those are known.
 */
import { MarshalBytes } from "../../bytecode/marshalbytes.ts";
import * as format from "../../bytecode/marshalformat.ts";
import { isImmortalText, isSmallInt } from "../../bytecode/marshalgraph.ts";
import { MARSHAL_VERSION } from "../../bytecode/marshalwriter.ts";
import { BYTES, DICT, FLOAT, LIST, NONE, TUPLE } from "../../objects/kernel/core-types.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import type { PyObject, Value } from "../../objects/kernel/object.ts";
import { EMPTY_TUPLE, type PyBytes, type PyFloat, type PyList, type PyTuple } from "../../objects/kernel/payload.ts";

/** Deeper data is unusual. */
const MOST_NESTED = 100;

/** What marshal.dumps of the current version gives; undefined of anything that is not plain data. */
export function writeData(value: Value): Uint8Array | undefined {
  const writer = new DataWriter();
  if (!writer.write(value, 0)) return undefined;
  return writer.finish();
}

class DataWriter {
  readonly #out = new MarshalBytes(MARSHAL_VERSION);
  /** The number of each object that can be referred to, in the order of their first bytes. */
  readonly #numbers = new Map<Value, number>();
  /** Where each of them begins. */
  readonly #starts: number[] = [];
  /** Where the references are. */
  readonly #references: number[] = [];

  /** The caller refers to the whole, and so does the argument. */
  finish(): Uint8Array {
    const out = this.#out;
    if (this.#starts[0] === 0) out.flag(0);
    const indices: number[] = [];
    let flagged = 0;
    for (const start of this.#starts) indices.push(out.isFlagged(start) ? flagged++ : -1);
    for (const at of this.#references) out.replaceInt32(at, indices[out.int32At(at)] as number);
    return out.finish();
  }

  /** False if the value is not plain data. */
  write(value: Value, depth: number): boolean {
    const out = this.#out;
    if (typeof value === "boolean") {
      out.byte(value ? format.TYPE_TRUE : format.TYPE_FALSE);
      return true;
    }
    if (value === NONE) {
      out.byte(format.TYPE_NONE);
      return true;
    }
    const known = this.#numbers.get(value);
    if (known !== undefined) {
      out.flag(this.#starts[known] as number);
      out.byte(format.TYPE_REF);
      this.#references.push(out.length);
      out.int32(known);
      return true;
    }
    this.#numbers.set(value, this.#starts.length);
    this.#starts.push(out.length);
    if (typeof value === "object") return this.#writeObject(value, depth);
    if (typeof value === "string") {
      const isImmortal = isImmortalText(value);
      out.text(value, isImmortal, isImmortal ? format.FLAG_REF : 0);
    } else out.int(value, isSmallInt(value) ? format.FLAG_REF : 0);
    return true;
  }

  #writeObject(value: PyObject, depth: number): boolean {
    const out = this.#out;
    switch (value.cls) {
      case FLOAT:
        out.byte(format.TYPE_BINARY_FLOAT);
        out.float((value as PyFloat).value);
        return true;
      case BYTES: {
        const { bytes } = value as PyBytes;
        out.byte(format.TYPE_STRING);
        out.sized(bytes);
        // Shorter ones are immortal, and one with their equals.
        return bytes.length > 1;
      }
      case TUPLE:
        return this.#tuple(value as PyTuple, depth);
      case LIST: {
        const { items } = value as PyList;
        out.byte(format.TYPE_LIST);
        out.int32(items.length);
        return this.#items(items, depth);
      }
      case DICT:
        return this.#dict(value as PyDict, depth);
      default:
        return false;
    }
  }

  #tuple(tuple: PyTuple, depth: number): boolean {
    const out = this.#out;
    const { items } = tuple;
    const flag = tuple === EMPTY_TUPLE ? format.FLAG_REF : 0;
    if (items.length === 0 && flag === 0) return false;
    if (items.length < 256) {
      out.byte(format.TYPE_SMALL_TUPLE | flag);
      out.byte(items.length);
    } else {
      out.byte(format.TYPE_TUPLE);
      out.int32(items.length);
    }
    return this.#items(items, depth);
  }

  #items(items: readonly Value[], depth: number): boolean {
    if (depth === MOST_NESTED) return false;
    for (let i = 0; i < items.length; i++) if (!this.write(items[i] as Value, depth + 1)) return false;
    return true;
  }

  #dict(dict: PyDict, depth: number): boolean {
    if (depth === MOST_NESTED) return false;
    this.#out.byte(format.TYPE_DICT);
    const { keys, values } = dict;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === undefined) continue;
      if (!this.write(key, depth + 1) || !this.write(values[i] as Value, depth + 1)) return false;
    }
    this.#out.byte(format.TYPE_NULL);
    return true;
  }
}
