/**
 * Pickles that hold plain data alone (CPython Modules/_pickle.c: load and the load_* functions of such opcodes).
 *
 * Nothing here runs Python code. Where something else stands in the pickle it is refused with nothing done, and the
 * library's unpickler begins anew.
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { FROZENSET, NONE as PYTHON_NONE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { PyByteArray, PyBytes, PyFloat, PyList, PyTuple, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { newException, PyError, raise, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { PySet, setOf } from "../../objects/types/set-table.ts";
import { intFromBytes } from "../../util/int-text.ts";
import * as OP from "./opcodes.ts";

/** What the pickle stands for; undefined if that is not for this loader. An UnpicklingError says what is wrong with it. */
export function loadData(bytes: Uint8Array): Value | undefined {
  try {
    return new Loader(bytes).load();
  } catch (error) {
    if (error === REFUSED) return undefined;
    throw error;
  }
}

const REFUSED = new Error("not for this loader");

function refuse(): never {
  throw REFUSED;
}

function fail(message: string): never {
  const cls = getAttr(hooks.importModule("pickle"), "UnpicklingError") as PyType;
  throw new PyError(newException(cls, message));
}

class Loader {
  private at = 0;
  private readonly view: DataView;
  private readonly stack: Value[] = [];
  private readonly marks: number[] = [];
  private readonly memo: Value[] = [];

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  load(): Value {
    const { bytes, stack } = this;
    for (;;) {
      if (this.at >= bytes.length) throw raise("EOFError", "Ran out of input");
      const code = bytes[this.at++];
      switch (code) {
        case OP.STOP:
          return this.pop();
        case OP.PROTO: {
          const protocol = this.byte();
          if (protocol > OP.HIGHEST_PROTOCOL) throw valueError(`unsupported pickle protocol: ${protocol}`);
          continue;
        }
        case OP.FRAME:
          this.check(this.size8());
          continue;
        case OP.POP:
          if (this.marks.length > 0 && this.floor === stack.length) this.marks.pop();
          else this.pop();
          continue;
        case OP.POP_MARK:
          this.marked();
          continue;
        case OP.MARK:
          this.marks.push(stack.length);
          continue;
        case OP.MEMOIZE:
          this.memo.push(this.top());
          continue;
        case OP.BINPUT:
          this.put(this.byte());
          continue;
        case OP.LONG_BINPUT:
          this.put(this.size4());
          continue;
        default:
          stack.push(this.scalar(code) ?? this.container(code) ?? this.unknown(code));
      }
    }
  }

  private scalar(code: number): Value | undefined {
    switch (code) {
      case OP.NONE:
        return PYTHON_NONE;
      case OP.NEWTRUE:
        return true;
      case OP.NEWFALSE:
        return false;
      case OP.BININT1:
        return this.byte();
      case OP.BININT2:
        return this.view.getUint16(this.step(2), true);
      case OP.BININT:
        return this.view.getInt32(this.step(4), true);
      case OP.LONG1:
        return intFromBytes(this.take(this.byte()), "little", true);
      case OP.LONG4: {
        const size = this.size4();
        return size < 2 ** 31 ? intFromBytes(this.take(size), "little", true) : refuse();
      }
      case OP.BINFLOAT:
        return new PyFloat(this.view.getFloat64(this.step(8), false));
      case OP.SHORT_BINUNICODE:
        return this.text(this.byte());
      case OP.BINUNICODE:
        return this.text(this.size4());
      case OP.BINUNICODE8:
        return this.text(this.size8());
      case OP.SHORT_BINBYTES:
        return new PyBytes(this.take(this.byte()).slice());
      case OP.BINBYTES:
        return new PyBytes(this.take(this.size4()).slice());
      case OP.BINBYTES8:
        return new PyBytes(this.take(this.size8()).slice());
      case OP.BYTEARRAY8:
        return new PyByteArray(this.take(this.size8()).slice());
    }
    return undefined;
  }

  /** A container, or what is under the items that go into it. */
  private container(code: number): Value | undefined {
    switch (code) {
      case OP.EMPTY_TUPLE:
        return tuple([]);
      case OP.EMPTY_LIST:
        return new PyList([]);
      case OP.EMPTY_DICT:
        return new PyDict();
      case OP.EMPTY_SET:
        return new PySet();
      case OP.TUPLE1:
        return new PyTuple([this.pop()]);
      case OP.TUPLE2:
        return new PyTuple(this.several(2));
      case OP.TUPLE3:
        return new PyTuple(this.several(3));
      case OP.TUPLE:
        return tuple(this.marked());
      case OP.FROZENSET:
        return setOf(this.marked(), FROZENSET);
      case OP.APPEND:
        return this.append([this.pop()]);
      case OP.APPENDS:
        return this.append(this.marked());
      case OP.SETITEM:
        return this.setItems(this.several(2));
      case OP.SETITEMS:
        return this.setItems(this.marked());
      case OP.ADDITEMS:
        return this.addItems(this.marked());
      case OP.BINGET:
        return this.recalled(this.byte());
      case OP.LONG_BINGET:
        return this.recalled(this.size4());
    }
    return undefined;
  }

  private unknown(code: number): never {
    if (OP.NOT_FOR_DATA.has(code)) refuse();
    const character = String.fromCharCode(code);
    const isShown = code >= 0x20 && code <= 0x7e && character !== "'" && character !== "\\";
    return fail(`invalid load key, '${isShown ? character : `\\x${code.toString(16).padStart(2, "0")}`}'.`);
  }

  private recalled(index: number): Value {
    return this.memo[index] ?? fail(`Memo value not found at index ${index}`);
  }

  private append(items: readonly Value[]): Value {
    const list = this.pop();
    if (!(list instanceof PyList)) refuse();
    for (const item of items) list.items.push(item);
    return list;
  }

  private setItems(items: readonly Value[]): Value {
    const dict = this.pop();
    if (!(dict instanceof PyDict)) refuse();
    if (items.length % 2 !== 0) fail("odd number of items for SETITEMS");
    for (let i = 0; i < items.length; i += 2) dict.set(items[i], items[i + 1]);
    return dict;
  }

  private addItems(items: readonly Value[]): Value {
    const set = this.pop();
    if (!(set instanceof PySet) || set.cls === FROZENSET) refuse();
    for (const item of items) set.add(item);
    return set;
  }

  /** An index far beyond those before it is not what a pickler writes. */
  private put(index: number): void {
    if (index > this.memo.length) refuse();
    this.memo[index] = this.top();
  }

  // ---- the stack: what is below the last mark is out of reach

  private get floor(): number {
    return this.marks.length === 0 ? 0 : this.marks[this.marks.length - 1];
  }

  private underflow(): never {
    return fail(this.marks.length > 0 ? "unexpected MARK found" : "unpickling stack underflow");
  }

  private top(): Value {
    const { stack } = this;
    return stack.length > this.floor ? stack[stack.length - 1] : this.underflow();
  }

  private pop(): Value {
    return this.stack.length > this.floor ? (this.stack.pop() as Value) : this.underflow();
  }

  private several(count: number): Value[] {
    if (this.stack.length - count < this.floor) this.underflow();
    return this.stack.splice(this.stack.length - count, count);
  }

  private marked(): Value[] {
    const mark = this.marks.pop() ?? fail("could not find MARK");
    return this.stack.splice(mark, this.stack.length - mark);
  }

  // ---- bytes

  private check(size: number): void {
    if (size > this.bytes.length - this.at) fail("pickle data was truncated");
  }

  /** Step over so many bytes; where they begin. */
  private step(size: number): number {
    this.check(size);
    const start = this.at;
    this.at = start + size;
    return start;
  }

  private byte(): number {
    return this.bytes[this.step(1)];
  }

  private size4(): number {
    return this.view.getUint32(this.step(4), true);
  }

  private size8(): number {
    const start = this.step(8);
    const high = this.view.getUint32(start + 4, true);
    // The library has the words for sizes that no machine has.
    return high < 2 ** 20 ? high * 2 ** 32 + this.view.getUint32(start, true) : refuse();
  }

  private take(size: number): Uint8Array {
    const start = this.step(size);
    return this.bytes.subarray(start, this.at);
  }

  private text(size: number): Value {
    this.check(size);
    const start = this.at;
    if (size > MOST_IN_PLACE) return decoded(this.take(size));
    const { bytes } = this;
    let text = "";
    for (let at = start; at < start + size; at++) {
      const byte = bytes[at];
      if (byte >= 0x80) return decoded(this.take(size));
      text += String.fromCharCode(byte);
    }
    this.at = start + size;
    return text;
  }
}

/** Short ASCII needs no call of the platform's decoder. */
const MOST_IN_PLACE = 32;
function decoded(bytes: Uint8Array): Value {
  try {
    return strFromJs(decoder.decode(bytes));
  } catch {
    return refuse();
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
