/**
 * marshal.loads of plain data: numbers, texts, bytes, and tuples, lists and dicts of them, at once to Python values.
 *
 * Data in which anything is wrong or unusual is left to the reader of bytecode/, which has the errors: `undefined` says so.
 */
import * as format from "../../bytecode/marshalformat.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import type { PyObject, Value } from "../../objects/kernel/object.ts";
import { EMPTY_TUPLE, PyBytes, PyFloat, PyList, PyTuple } from "../../objects/kernel/payload.ts";
import { latin1Decoder } from "../../util/text/latin1.ts";

/** Deeper and longer data is unusual. */
const MOST_NESTED = 100;
const MOST_BYTES = 0x400000;
/** Digits of an int of 64 bits or fewer. */
const MOST_DIGITS = 4;
const DIGIT_BASE = 2 ** format.DIGIT_BITS;

/** The value that the data begins with; undefined if that is not plain data. */
export function readData(bytes: Uint8Array): Value | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  return new DataReader(bytes).value(0);
}

const isPlainKey = (key: PyObject): boolean => key === NONE || key instanceof PyFloat || key instanceof PyBytes;

/** An array of the size that small ones will have: one that grows takes room for more. */
function itemsFor(size: number): Value[] {
  switch (size) {
    case 1:
      return [NONE];
    case 2:
      return [NONE, NONE];
    case 3:
      return [NONE, NONE, NONE];
    case 4:
      return [NONE, NONE, NONE, NONE];
    default:
      return [];
  }
}

class DataReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #references: Value[] = [];
  /** All bytes as Latin-1 text, of which texts are cut. */
  #text: string | undefined = undefined;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  value(depth: number): Value | undefined {
    const code = this.#bytes[this.#at++];
    if (code === undefined || depth === MOST_NESTED) return undefined;
    const isShared = (code & format.FLAG_REF) !== 0;
    const type = code & ~format.FLAG_REF;
    switch (type) {
      case format.TYPE_TUPLE:
        return this.#tuple(this.#size(), isShared, depth);
      case format.TYPE_SMALL_TUPLE:
        return this.#tuple(this.#bytes[this.#at++], isShared, depth);
      case format.TYPE_LIST:
        return this.#list(this.#size(), isShared, depth);
      case format.TYPE_DICT:
        return this.#dict(isShared, depth);
      case format.TYPE_REF: {
        const start = this.#step(4);
        return start < 0 ? undefined : this.#references[this.#view.getInt32(start, true)];
      }
    }
    const leaf = this.#leaf(type);
    if (isShared && leaf !== undefined) this.#references.push(leaf);
    return leaf;
  }

  #leaf(type: number): Value | undefined {
    switch (type) {
      case format.TYPE_NONE:
        return NONE;
      case format.TYPE_FALSE:
        return false;
      case format.TYPE_TRUE:
        return true;
      case format.TYPE_SHORT_ASCII:
      case format.TYPE_SHORT_ASCII_INTERNED:
        return this.#latin1(this.#bytes[this.#at++]);
      case format.TYPE_ASCII:
      case format.TYPE_ASCII_INTERNED:
        return this.#latin1(this.#size());
      case format.TYPE_INT: {
        const start = this.#step(4);
        return start < 0 ? undefined : this.#view.getInt32(start, true);
      }
      case format.TYPE_LONG:
        return this.#long();
      case format.TYPE_BINARY_FLOAT: {
        const start = this.#step(8);
        return start < 0 ? undefined : new PyFloat(this.#view.getFloat64(start, true));
      }
      case format.TYPE_STRING: {
        const start = this.#step(this.#size());
        return start < 0 ? undefined : new PyBytes(this.#bytes.slice(start, this.#at));
      }
      default:
        return undefined;
    }
  }

  /** Step over so many bytes; where they begin, or -1 if they are not there. */
  #step(size: number | undefined): number {
    const start = this.#at;
    if (size === undefined || size < 0 || size > this.#bytes.length - start) return -1;
    this.#at = start + size;
    return start;
  }

  #size(): number {
    const start = this.#step(4);
    return start < 0 ? -1 : this.#view.getInt32(start, true);
  }

  #latin1(size: number | undefined): string | undefined {
    const start = this.#step(size);
    if (start < 0) return undefined;
    this.#text ??= latin1Decoder.decode(this.#bytes);
    return this.#text.slice(start, this.#at);
  }

  #long(): number | bigint | undefined {
    const signed = this.#size();
    const count = Math.abs(signed);
    if (count > MOST_DIGITS || count === 0) return undefined;
    const start = this.#step(2 * count);
    if (start < 0) return undefined;
    let value = 0;
    let last = 0;
    let weight = 1;
    for (let i = 0; i < count; i++) {
      last = this.#view.getUint16(start + 2 * i, true);
      if (last >>> format.DIGIT_BITS !== 0) return undefined;
      value += last * weight;
      weight *= DIGIT_BASE;
    }
    if (last === 0 || !Number.isSafeInteger(value)) return undefined;
    return signed < 0 ? -value : value;
  }

  /** Fill `items`; false if one of them is unusual. Nothing is allocated by a size that the data claims. */
  #fill(items: Value[], size: number, depth: number): boolean {
    for (let i = 0; i < size; i++) {
      const item = this.value(depth + 1);
      if (item === undefined) return false;
      if (i < items.length) items[i] = item;
      else items.push(item);
    }
    return true;
  }

  #tuple(size: number | undefined, isShared: boolean, depth: number): Value | undefined {
    if (size === undefined || size < 0) return undefined;
    const items = itemsFor(size);
    const tuple = size === 0 ? EMPTY_TUPLE : new PyTuple(items);
    if (isShared) this.#references.push(tuple);
    return this.#fill(items, size, depth) ? tuple : undefined;
  }

  #list(size: number, isShared: boolean, depth: number): Value | undefined {
    if (size < 0) return undefined;
    const list = new PyList(itemsFor(size));
    if (isShared) this.#references.push(list);
    return this.#fill(list.items, size, depth) ? list : undefined;
  }

  #dict(isShared: boolean, depth: number): Value | undefined {
    const dict = new PyDict();
    if (isShared) this.#references.push(dict);
    while (this.#bytes[this.#at] !== format.TYPE_NULL) {
      const key = this.value(depth + 1);
      // What cannot be a key is the other reader's.
      if (key === undefined || (typeof key === "object" && !isPlainKey(key))) return undefined;
      const item = this.value(depth + 1);
      if (item === undefined) return undefined;
      dict.set(key, item);
    }
    this.#at++;
    return dict;
  }
}
