/**
 * Plain data as pickle, protocols 2 to 5 (CPython Modules/_pickle.c: save and what it calls, for exact builtin types).
 *
 * Nothing here runs Python code, so whatever is no plain data is refused with nothing done, and the library's pickler
 * begins anew. Traps: a dict or set of exactly so many thousand items is followed by an empty batch; what a frame would
 * hold is not known before it is complete, so the room for its head is taken back if that is less than four bytes.
 */
import {
  BYTEARRAY,
  BYTES,
  DICT,
  FLOAT,
  FROZENSET,
  LIST,
  NONE as PYTHON_NONE,
  SET,
  TUPLE,
} from "../../objects/kernel/core-types.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import type { PyObject, Value } from "../../objects/kernel/object.ts";
import type { PyByteArray, PyBytes, PyFloat, PyList, PyTuple } from "../../objects/kernel/payload.ts";
import type { PySet } from "../../objects/types/set-table.ts";
import { bitLength } from "../../util/int.ts";
import { intToBytes } from "../../util/int-text.ts";
import * as OP from "./opcodes.ts";

const FRAME_HEAD = 9;
const SHORTEST_FRAME = 4;
const FRAME_TARGET = 64 * 1024;
/** Deeper data is for the library's pickler, which needs no JavaScript stack. */
const MAX_DEPTH = 2000;
const INT32 = 2 ** 31;
const TUPLES = [OP.EMPTY_TUPLE, OP.TUPLE1, OP.TUPLE2, OP.TUPLE3];

/** The pickle of `value`; undefined if there is something in it that is no plain data. */
export function dumpData(value: Value, protocol: number): Uint8Array | undefined {
  const saver = new Saver(protocol);
  try {
    return saver.dump(value) ? saver.finish() : undefined;
  } catch (error) {
    // No room on the JavaScript stack, or for so many bytes.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class Saver {
  private bytes = new Uint8Array(1024);
  private view = new DataView(this.bytes.buffer);
  private length = 0;
  /** Where the head of the frame under way is; -1 if there is none. */
  private frameStart = -1;
  private isFraming = false;
  private depth = 0;
  private readonly memo = new Map<Value, number>();

  constructor(private readonly protocol: number) {}

  dump(value: Value): boolean {
    this.two(OP.PROTO, this.protocol);
    this.isFraming = this.protocol >= 4;
    if (!this.save(value)) return false;
    this.op(OP.STOP);
    this.commitFrame();
    return true;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private save(value: Value): boolean {
    if (this.frameStart >= 0 && this.length - this.frameStart - FRAME_HEAD >= FRAME_TARGET) this.commitFrame();
    switch (typeof value) {
      case "number":
      case "bigint":
        return this.saveInt(value);
      case "boolean":
        this.op(value ? OP.NEWTRUE : OP.NEWFALSE);
        return true;
      case "string":
        return this.recall(value) || this.saveText(value);
      default:
        if (value === PYTHON_NONE) {
          this.op(OP.NONE);
          return true;
        }
        if (value.cls === FLOAT) return this.saveFloat((value as PyFloat).value);
        return this.recall(value) || this.saveContainer(value);
    }
  }

  private saveContainer(value: PyObject): boolean {
    if (++this.depth > MAX_DEPTH) return false;
    const isSaved = this.saveObject(value);
    this.depth--;
    return isSaved;
  }

  private saveObject(value: PyObject): boolean {
    switch (value.cls) {
      case TUPLE:
        return this.saveTuple(value as PyTuple);
      case LIST:
        this.op(OP.EMPTY_LIST);
        this.memoize(value);
        return this.appendItems((value as PyList).items);
      case DICT:
        this.op(OP.EMPTY_DICT);
        this.memoize(value);
        return this.setItems(value as PyDict);
      case BYTES:
        return this.protocol >= 3 && this.saveBytes(value as PyBytes);
      case BYTEARRAY:
        return this.protocol >= 5 && this.saveByteArray(value as PyByteArray);
      case SET:
        return this.protocol >= 4 && this.saveSet(value as PySet);
      case FROZENSET:
        return this.protocol >= 4 && this.saveFrozenSet(value as PySet);
      default:
        return false;
    }
  }

  private saveInt(value: number | bigint): boolean {
    if (value >= -INT32 && value < INT32) {
      if (value < 0 || value > 0xffff) {
        this.reserve(5);
        this.bytes[this.length] = OP.BININT;
        this.view.setInt32(this.length + 1, Number(value), true);
        this.length += 5;
      } else if (value > 0xff) {
        this.reserve(3);
        this.bytes[this.length] = OP.BININT2;
        this.view.setUint16(this.length + 1, Number(value), true);
        this.length += 3;
      } else this.two(OP.BININT1, Number(value));
      return true;
    }
    // The shortest two's complement: -2**39 takes five bytes, 2**39 six.
    const size = (bitLength(value < 0 ? -BigInt(value) - 1n : value) >> 3) + 1;
    if (size < 256) this.two(OP.LONG1, size);
    else this.sized4(OP.LONG4, size);
    this.raw(intToBytes(value, size, "little", true));
    return true;
  }

  private saveFloat(value: number): boolean {
    this.reserve(FRAME_HEAD);
    this.bytes[this.length] = OP.BINFLOAT;
    this.view.setFloat64(this.length + 1, value, false);
    this.length += FRAME_HEAD;
    return true;
  }

  private saveText(text: string): boolean {
    const isShort = this.protocol >= 4;
    if (!isShort || text.length > 0xff || !this.saveAscii(text)) {
      this.saveRun(encoder.encode(text), isShort ? OP.SHORT_BINUNICODE : -1, OP.BINUNICODE, OP.BINUNICODE8);
    }
    this.memoize(text);
    return true;
  }

  /** Most strings: a call of the platform's encoder costs more than they do. False if it is not ASCII. */
  private saveAscii(text: string): boolean {
    this.reserve(2 + text.length);
    let at = this.length + 2;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80) return false;
      this.bytes[at++] = unit;
    }
    this.bytes[this.length] = OP.SHORT_BINUNICODE;
    this.bytes[this.length + 1] = text.length;
    this.length = at;
    return true;
  }

  private saveBytes(value: PyBytes): boolean {
    this.saveRun(value.bytes, OP.SHORT_BINBYTES, OP.BINBYTES, OP.BINBYTES8);
    this.memoize(value);
    return true;
  }

  private saveByteArray(value: PyByteArray): boolean {
    this.saveRun(value.bytes, -1, -1, OP.BYTEARRAY8);
    this.memoize(value);
    return true;
  }

  /** Long runs stand outside of frames. An opcode of -1: there is none for that size. */
  private saveRun(bytes: Uint8Array, short: number, medium: number, long: number): void {
    const size = bytes.length;
    const { isFraming } = this;
    if (size >= FRAME_TARGET) {
      this.commitFrame();
      this.isFraming = false;
    }
    if (size <= 0xff && short >= 0) this.two(short, size);
    else if (size <= 0xffffffff && medium >= 0) this.sized4(medium, size);
    else {
      this.reserve(FRAME_HEAD);
      this.bytes[this.length] = long;
      this.view.setBigUint64(this.length + 1, BigInt(size), true);
      this.length += FRAME_HEAD;
    }
    this.raw(bytes);
    this.isFraming = isFraming;
  }

  private saveTuple(value: PyTuple): boolean {
    const { items } = value;
    const count = items.length;
    if (count === 0) {
      this.op(OP.EMPTY_TUPLE);
      return true;
    }
    const isMarked = count > 3;
    if (isMarked) this.op(OP.MARK);
    for (const item of items) if (!this.save(item)) return false;
    if (this.memo.has(value)) {
      // It holds itself, and was made on the way.
      if (isMarked) this.op(OP.POP_MARK);
      else for (let i = 0; i < count; i++) this.op(OP.POP);
      return this.recall(value);
    }
    this.op(isMarked ? OP.TUPLE : TUPLES[count]);
    this.memoize(value);
    return true;
  }

  private appendItems(items: readonly Value[]): boolean {
    if (items.length === 1) {
      if (!this.save(items[0])) return false;
      this.op(OP.APPEND);
      return true;
    }
    for (let from = 0; from < items.length; from += OP.BATCH_SIZE) {
      this.op(OP.MARK);
      const end = Math.min(items.length, from + OP.BATCH_SIZE);
      for (let i = from; i < end; i++) if (!this.save(items[i])) return false;
      this.op(OP.APPENDS);
    }
    return true;
  }

  private setItems(dict: PyDict): boolean {
    if (dict.size === 0) return true;
    const isOne = dict.size === 1;
    if (!isOne) this.op(OP.MARK);
    let count = 0;
    for (const [key, item] of dict.entries()) {
      if (!this.save(key) || !this.save(item)) return false;
      if (++count % OP.BATCH_SIZE === 0) this.two(OP.SETITEMS, OP.MARK);
    }
    this.op(isOne ? OP.SETITEM : OP.SETITEMS);
    return true;
  }

  private saveSet(set: PySet): boolean {
    this.op(OP.EMPTY_SET);
    this.memoize(set);
    if (set.used === 0) return true;
    this.op(OP.MARK);
    let count = 0;
    for (const key of set.keyArray()) {
      if (!this.save(key)) return false;
      if (++count % OP.BATCH_SIZE === 0) this.two(OP.ADDITEMS, OP.MARK);
    }
    this.op(OP.ADDITEMS);
    return true;
  }

  private saveFrozenSet(set: PySet): boolean {
    this.op(OP.MARK);
    for (const key of set.keyArray()) if (!this.save(key)) return false;
    if (this.memo.has(set)) {
      this.op(OP.POP_MARK);
      return this.recall(set);
    }
    this.op(OP.FROZENSET);
    this.memoize(set);
    return true;
  }

  private memoize(value: Value): void {
    const index = this.memo.size;
    this.memo.set(value, index);
    if (this.protocol >= 4) this.op(OP.MEMOIZE);
    else if (index < 256) this.two(OP.BINPUT, index);
    else this.sized4(OP.LONG_BINPUT, index);
  }

  /** Refer to what was saved before; false if it was not. */
  private recall(value: Value): boolean {
    const index = this.memo.get(value);
    if (index === undefined) return false;
    if (index < 256) this.two(OP.BINGET, index);
    else this.sized4(OP.LONG_BINGET, index);
    return true;
  }

  // ---- bytes

  private op(code: number): void {
    this.reserve(1);
    this.bytes[this.length++] = code;
  }

  private two(code: number, byte: number): void {
    this.reserve(2);
    this.bytes[this.length++] = code;
    this.bytes[this.length++] = byte;
  }

  private sized4(code: number, size: number): void {
    this.reserve(5);
    this.bytes[this.length] = code;
    this.view.setUint32(this.length + 1, size, true);
    this.length += 5;
  }

  private raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Make room; what is written begins a frame if there is none. */
  private reserve(size: number): void {
    const isNew = this.isFraming && this.frameStart < 0;
    const needed = this.length + size + (isNew ? FRAME_HEAD : 0);
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(this.bytes.length * 2, needed));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
      this.view = new DataView(grown.buffer);
    }
    if (!isNew) return;
    this.frameStart = this.length;
    this.length += FRAME_HEAD;
  }

  private commitFrame(): void {
    const start = this.frameStart;
    if (start < 0) return;
    this.frameStart = -1;
    const size = this.length - start - FRAME_HEAD;
    if (size < SHORTEST_FRAME) {
      this.bytes.copyWithin(start, start + FRAME_HEAD, this.length);
      this.length -= FRAME_HEAD;
      return;
    }
    this.bytes[start] = OP.FRAME;
    this.view.setBigUint64(start + 1, BigInt(size), true);
  }
}

const encoder = new TextEncoder();
