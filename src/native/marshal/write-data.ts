/**
 * marshal.dumps of plain data: numbers, texts, bytes, and tuples, lists and dicts of them, at once to bytes.
 *
 * Which object is flagged for later reference is decided as bytecode/marshalgraph.ts does it: by the references that are
 * counted in the data, where equal numbers and texts are one object, small ints and interned texts immortal.
 * Invariant: nothing is written before all of the data was seen to be plain.
 */
import { MarshalBytes } from "../../bytecode/marshalbytes.ts";
import * as format from "../../bytecode/marshalformat.ts";
import { IMMORTAL, isImmortalText, isSmallInt } from "../../bytecode/marshalgraph.ts";
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
  if (!writer.count(value, 0)) return undefined;
  writer.hold(value);
  writer.write(value);
  return writer.finish();
}

class DataWriter {
  readonly #out = new MarshalBytes(MARSHAL_VERSION);
  readonly #met = new Set<Value>();
  /** The references to each value that has more than one; once it is written, the complement of its index. */
  readonly #shared = new Map<Value, number>();
  #flagged = 0;

  finish(): Uint8Array {
    return this.#out.finish();
  }

  /** The caller refers to the value, and so does the argument. */
  hold(value: Value): void {
    this.#shared.set(value, (this.#shared.get(value) ?? 0) + 2);
  }

  /** Count the references in the data; false if it is not plain. */
  count(value: Value, depth: number): boolean {
    if (typeof value === "boolean" || value === NONE) return true;
    const before = this.#met.size;
    this.#met.add(value);
    if (this.#met.size === before) {
      this.#shared.set(value, (this.#shared.get(value) ?? 0) + 2);
      return true;
    }
    if (typeof value === "object") return this.#countObject(value, depth);
    if (typeof value === "string" ? isImmortalText(value) : isSmallInt(value)) this.#shared.set(value, IMMORTAL);
    return true;
  }

  #countObject(value: PyObject, depth: number): boolean {
    if (value === EMPTY_TUPLE) this.#shared.set(value, IMMORTAL);
    switch (value.cls) {
      case FLOAT:
        return true;
      case BYTES:
        // Shorter ones are immortal, and one with their equals.
        return (value as PyBytes).bytes.length > 1;
      case TUPLE:
        if ((value as PyTuple).items.length === 0 && value !== EMPTY_TUPLE) return false;
        return this.#countItems((value as PyTuple).items, depth);
      case LIST:
        return this.#countItems((value as PyList).items, depth);
      case DICT: {
        if (depth === MOST_NESTED) return false;
        const dict = value as PyDict;
        for (let i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
          if (!this.count(dict.keys[i] as Value, depth + 1) || !this.count(dict.values[i] as Value, depth + 1))
            return false;
        }
        return true;
      }
      default:
        return false;
    }
  }

  #countItems(items: readonly Value[], depth: number): boolean {
    if (depth === MOST_NESTED) return false;
    for (const item of items) if (!this.count(item, depth + 1)) return false;
    return true;
  }

  write(value: Value): void {
    if (value === NONE) this.#out.byte(format.TYPE_NONE);
    else if (typeof value === "boolean") this.#out.byte(value ? format.TYPE_TRUE : format.TYPE_FALSE);
    else {
      const references = this.#shared.get(value) ?? 1;
      if (references < 0) {
        this.#out.byte(format.TYPE_REF);
        this.#out.int32(~references);
        return;
      }
      let flag = 0;
      if (references > 1) {
        this.#shared.set(value, ~this.#flagged++);
        flag = format.FLAG_REF;
      }
      if (typeof value === "string") this.#out.text(value, references >= IMMORTAL, flag);
      else if (typeof value !== "object") this.#out.int(value, flag);
      else this.#writeObject(value, flag);
    }
  }

  #writeObject(value: PyObject, flag: number): void {
    const out = this.#out;
    switch (value.cls) {
      case FLOAT:
        out.byte(format.TYPE_BINARY_FLOAT | flag);
        out.float((value as PyFloat).value);
        return;
      case BYTES:
        out.byte(format.TYPE_STRING | flag);
        out.sized((value as PyBytes).bytes);
        return;
      case DICT: {
        const dict = value as PyDict;
        out.byte(format.TYPE_DICT | flag);
        for (let i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
          this.write(dict.keys[i] as Value);
          this.write(dict.values[i] as Value);
        }
        out.byte(format.TYPE_NULL);
        return;
      }
      default: {
        const { items } = value as PyList | PyTuple;
        if (value.cls === TUPLE && items.length < 256) {
          out.byte(format.TYPE_SMALL_TUPLE | flag);
          out.byte(items.length);
        } else {
          out.byte((value.cls === TUPLE ? format.TYPE_TUPLE : format.TYPE_LIST) | flag);
          out.int32(items.length);
        }
        for (const item of items) this.write(item);
      }
    }
  }
}
