/**
 * The type codes of simple C types: size, buffer format, reading and writing of each (CPython Modules/_ctypes/cfield.c), for
 * 64-bit Linux.
 *
 * Writing gives what must be kept alive: memory holds an address only. Trap: ints of any size are taken, and cut off.
 */
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { idOf } from "../../objects/kernel/identity.ts";
import { toDouble, toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import {
  intFromBigInt,
  intOf,
  PyByteArray,
  PyBytes,
  PyFloat,
  strFromCodePoints,
  textOf,
} from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { codePointsOf } from "../../objects/types/text.ts";
import { CAPSULE } from "./declared.ts";
import { doubleFromExtended, extendedFromDouble } from "./long-double.ts";
import { Block, bytesAt, memoryAt, type Place, placeAt, terminated } from "./memory.ts";

/** The part of an int that a bit field is: its lowest bit and how many. */
export interface Bits {
  readonly low: number;
  readonly count: number;
}

export interface Code {
  readonly letter: string;
  readonly size: number;
  readonly alignment: number;
  readonly format: string;
  /** May fields of it have a width in bits? */
  readonly takesBits: boolean;
  get(place: Place, size: number, bits?: Bits): Value;
  /** Gives what must be kept, or None. */
  set(place: Place, value: Value, size: number, bits?: Bits): Value;
  /** The same with the bytes in the other order, where they have one. */
  readonly swapped: Code | undefined;
}

const WCHAR_SIZE = 4;
const ADDRESS_SIZE = 8;

function loadInt(place: Place, size: number, little: boolean): bigint {
  const { block, at } = memoryAt(place, size);
  const { view } = block;
  if (size === 1) return BigInt(view.getUint8(at));
  if (size === 2) return BigInt(view.getUint16(at, little));
  return size === 4 ? BigInt(view.getUint32(at, little)) : view.getBigUint64(at, little);
}

function storeInt(place: Place, size: number, little: boolean, value: bigint): void {
  const { block, at } = memoryAt(place, size, "writing");
  const { view } = block;
  const cut = BigInt.asUintN(size * 8, value);
  if (size === 1) view.setUint8(at, Number(cut));
  else if (size === 2) view.setUint16(at, Number(cut), little);
  else if (size === 4) view.setUint32(at, Number(cut), little);
  else view.setBigUint64(at, cut, little);
}

/** The format of memory in this order. */
const withOrder = (letter: string, little: boolean): string => (little ? "<" : ">") + letter;

type Reader = (bits: bigint, width: number) => Value;
type Writer = (value: Value) => bigint;

const signedInt: Reader = (bits, width) => intFromBigInt(BigInt.asIntN(width, bits));
const unsignedInt: Reader = (bits) => intFromBigInt(bits);
const anyInt: Writer = (value) => BigInt(toIndex(value));

interface IntKind {
  readonly letter: string;
  readonly size: number;
  readonly format: string;
  readonly read: Reader;
  readonly write: Writer;
}

function integer(kind: IntKind, little = true, other?: Code): Code {
  const { letter, size, read, write } = kind;
  // A bit field may lie beyond the int it is read as (field-layout.ts): the machine drops the high bits of a shift.
  const most = size === 8 ? 63 : 31;
  const self: Code = {
    letter,
    size,
    alignment: size,
    format: withOrder(kind.format, little),
    takesBits: true,
    get: (place, _size, bits) => {
      const whole = loadInt(place, size, little);
      if (bits === undefined) return read(whole, size * 8);
      const left = BigInt((size * 8 - bits.low - bits.count) & most);
      return read(BigInt.asUintN(size * 8, whole << left) >> BigInt(size * 8 - bits.count), bits.count);
    },
    set: (place, value, _size, bits) => {
      const given = write(value);
      if (bits === undefined) storeInt(place, size, little, given);
      else {
        const low = BigInt(bits.low & most);
        const mask = ((1n << BigInt(bits.count)) - 1n) << low;
        const rest = loadInt(place, size, little) & ~mask;
        storeInt(place, size, little, rest | ((given << low) & mask));
      }
      return NONE;
    },
    get swapped() {
      return size === 1 ? undefined : (other ?? swappedInt());
    },
  };
  let made: Code | undefined;
  const swappedInt = (): Code => {
    made ??= integer(kind, !little, self);
    return made;
  };
  return self;
}

function floating(letter: "f" | "d", size: 4 | 8, little = true, other?: Code): Code {
  let made: Code | undefined;
  const self: Code = {
    letter,
    size,
    alignment: size,
    format: withOrder(letter, little),
    takesBits: false,
    get: (place) => {
      const { block, at } = memoryAt(place, size);
      return new PyFloat(size === 4 ? block.view.getFloat32(at, little) : block.view.getFloat64(at, little));
    },
    set: (place, value) => {
      const double = toDouble(value);
      const { block, at } = memoryAt(place, size, "writing");
      if (size === 4) block.view.setFloat32(at, double, little);
      else block.view.setFloat64(at, double, little);
      return NONE;
    },
    get swapped() {
      if (other !== undefined) return other;
      made ??= floating(letter, size, !little, self);
      return made;
    },
  };
  return self;
}

type Rest = Pick<Code, "get" | "set">;

const plain = (letter: string, size: number, rest: Rest, format = letter): Code => ({
  letter,
  size,
  alignment: size,
  format: withOrder(format, true),
  takesBits: false,
  swapped: undefined,
  ...rest,
});

const LONG_DOUBLE: Rest = {
  get: (place) => new PyFloat(doubleFromExtended(bytesAt(place, 16))),
  set: (place, value) => {
    const bytes = extendedFromDouble(toDouble(value));
    bytesAt(place, 16, "writing").set(bytes);
    return NONE;
  },
};

function oneByte(value: Value): number {
  if ((value instanceof PyBytes || value instanceof PyByteArray) && value.bytes.length === 1) return value.bytes[0];
  const int = intOf(value);
  if (int !== undefined && int >= 0 && int <= 255) return Number(int);
  throw typeError("one character bytes, bytearray or integer expected");
}

const CHARACTER: Rest = {
  get: (place) => new PyBytes(bytesAt(place, 1).slice()),
  set: (place, value) => {
    bytesAt(place, 1, "writing")[0] = oneByte(value);
    return NONE;
  },
};

/** The code points of a str, or a TypeError. */
function pointsOf(value: Value): Uint32Array {
  const text = textOf(value);
  if (text === undefined) throw typeError(`unicode string expected instead of ${typeName(value)} instance`);
  return Uint32Array.from(codePointsOf(text));
}

const WIDE_CHARACTER: Rest = {
  get: (place) => wideText(bytesAt(place, WCHAR_SIZE)),
  set: (place, value) => {
    const points = pointsOf(value);
    if (points.length !== 1) throw typeError("one character unicode string expected");
    storeInt(place, WCHAR_SIZE, true, BigInt(points[0]));
    return NONE;
  },
};

const LAST_CODE_POINT = 0x10ffff;

/** The str that these wide characters are. */
export function wideText(bytes: Uint8Array): Value {
  const points = new Uint32Array(Math.floor(bytes.length / WCHAR_SIZE));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < points.length; i++) {
    points[i] = view.getUint32(i * WCHAR_SIZE, true);
    if (points[i] > LAST_CODE_POINT) {
      throw valueError(`character U+${points[i].toString(16)} is not in range [U+0000; U+10ffff]`);
    }
  }
  return strFromCodePoints(points);
}

/** The wide characters of a str, without a zero at the end. */
export const wideBytes = (value: Value): Uint8Array => new Uint8Array(pointsOf(value).buffer);

const copies = new WeakMap<PyBytes, Block>();

/** Where the bytes of a bytes object lie, a zero behind them: the same place as long as it lives. */
export function blockOfBytes(self: PyBytes): Block {
  let block = copies.get(self);
  if (block === undefined) {
    const bytes = new Uint8Array(self.bytes.length + 1);
    bytes.set(self.bytes);
    block = new Block(bytes);
    copies.set(self, block);
  }
  return block;
}

/** Memory that a str was copied to: what keeps it alive. */
export class PyCapsule extends PyObject {
  constructor(readonly block: Block) {
    super(CAPSULE);
  }
}

export function capsuleOfText(value: Value): PyCapsule {
  const wide = wideBytes(value);
  const bytes = new Uint8Array(wide.length + WCHAR_SIZE);
  bytes.set(wide);
  return new PyCapsule(new Block(bytes));
}

const storeAddress = (place: Place, address: number | bigint): void =>
  storeInt(place, ADDRESS_SIZE, true, BigInt(address));
const loadAddress = (place: Place): bigint => loadInt(place, ADDRESS_SIZE, true);

/** None and ints are addresses for every pointer. */
function storePlainAddress(place: Place, value: Value): boolean {
  const address = value === NONE ? 0 : intOf(value);
  if (address === undefined) return false;
  storeAddress(place, address);
  return true;
}

const TEXT: Rest = {
  get: (place) => {
    const address = loadAddress(place);
    return address === 0n ? NONE : new PyBytes(terminated(placeAt(address), 1).slice());
  },
  set: (place, value) => {
    if (value instanceof PyBytes) {
      storeAddress(place, blockOfBytes(value).address);
      return value;
    }
    if (storePlainAddress(place, value)) return NONE;
    throw typeError(`bytes or integer address expected instead of ${typeName(value)} instance`);
  },
};

const WIDE_TEXT: Rest = {
  get: (place) => {
    const address = loadAddress(place);
    return address === 0n ? NONE : wideText(terminated(placeAt(address), 4));
  },
  set: (place, value) => {
    if (textOf(value) !== undefined) {
      const capsule = capsuleOfText(value);
      storeAddress(place, capsule.block.address);
      return capsule;
    }
    if (storePlainAddress(place, value)) return NONE;
    throw typeError(`unicode string or integer address expected instead of ${typeName(value)} instance`);
  },
};

const ADDRESS: Rest = {
  get: (place) => {
    const address = loadAddress(place);
    return address === 0n ? NONE : intFromBigInt(address);
  },
  set: (place, value) => {
    if (storePlainAddress(place, value)) return NONE;
    throw typeError("cannot be converted to pointer");
  },
};

/** Objects by what `id` says: memory holds that. */
const held = new Map<number, Exclude<Value, PyObject> | WeakRef<PyObject>>();
const dropped = new FinalizationRegistry<number>((id) => held.delete(id));

export function addressOfObject(value: Value): number {
  const id = idOf(value);
  if (!held.has(id)) {
    if (value instanceof PyObject) {
      held.set(id, new WeakRef(value));
      dropped.register(value, id);
    } else held.set(id, value);
  }
  return id;
}

export function objectAt(address: bigint): Value {
  const found = held.get(Number(address));
  const value = found instanceof WeakRef ? found.deref() : found;
  if (value !== undefined) return value;
  memoryAt({ block: undefined, at: address }, 1);
  throw valueError("PyObject is NULL");
}

const REFERENCE: Rest = {
  get: (place) => {
    const address = loadAddress(place);
    if (address === 0n) throw valueError("PyObject is NULL");
    return objectAt(address);
  },
  set: (place, value) => {
    storeAddress(place, addressOfObject(value));
    return value;
  },
};

const TRUTH: IntKind = {
  letter: "?",
  size: 1,
  format: "?",
  read: (bits) => bits !== 0n,
  write: (value) => (isTrue(value) ? 1n : 0n),
};

/** VARIANT_BOOL: all bits or none. */
const VARIANT_TRUTH: IntKind = {
  letter: "v",
  size: 2,
  format: "?",
  read: (bits) => bits !== 0n,
  write: (value) => (isTrue(value) ? -1n : 0n),
};

const int = (letter: string, size: number, read: Reader, format = letter): Code =>
  integer({ letter, size, format, read, write: anyInt });

const CODES: readonly Code[] = [
  plain("c", 1, CHARACTER),
  int("b", 1, signedInt),
  int("B", 1, unsignedInt),
  int("h", 2, signedInt),
  int("H", 2, unsignedInt),
  int("i", 4, signedInt),
  int("I", 4, unsignedInt),
  int("l", 8, signedInt, "q"),
  int("L", 8, unsignedInt, "Q"),
  int("q", 8, signedInt),
  int("Q", 8, unsignedInt),
  floating("f", 4),
  floating("d", 8),
  plain("g", 16, LONG_DOUBLE),
  integer(TRUTH),
  { ...integer(VARIANT_TRUTH), swapped: undefined },
  plain("u", WCHAR_SIZE, WIDE_CHARACTER),
  plain("z", ADDRESS_SIZE, TEXT),
  plain("Z", ADDRESS_SIZE, WIDE_TEXT),
  plain("P", ADDRESS_SIZE, ADDRESS),
  plain("O", ADDRESS_SIZE, REFERENCE),
];

export const CODE_BY_LETTER: ReadonlyMap<string, Code> = new Map(CODES.map((code) => [code.letter, code]));

/** What `_type_` may be: CPython's list, of which X (BSTR) is Windows's. */
export const TYPE_LETTERS = "cbBhHiIlLdfuzZqQPXOv?g";

/** A field that is an array of characters: its value is the text up to a zero. */
export const CHARACTERS: Rest = {
  get: (place, size) => new PyBytes(terminated(place, 1, size).slice()),
  set: (place, value, size) => {
    if (!(value instanceof PyBytes)) throw typeError(`expected bytes, ${typeName(value)} found`);
    // As C copies a text: what lies behind a zero is not looked at.
    const end = value.bytes.indexOf(0);
    const bytes = end < 0 ? value.bytes : value.bytes.subarray(0, end);
    if (bytes.length > size) throw valueError(`bytes too long (${bytes.length}, maximum length ${size})`);
    const target = bytesAt(place, size, "writing");
    target.set(bytes);
    if (bytes.length < size) target[bytes.length] = 0;
    return NONE;
  },
};

export const WIDE_CHARACTERS: Rest = {
  get: (place, size) => wideText(terminated(place, 4, size)),
  set: (place, value, size) => {
    const bytes = wideBytes(value);
    const length = bytes.length / WCHAR_SIZE;
    if (bytes.length > size) {
      throw valueError(`string too long (${length}, maximum length ${size / WCHAR_SIZE})`);
    }
    const target = bytesAt(place, size, "writing");
    target.set(bytes);
    if (bytes.length < size) target.fill(0, bytes.length, bytes.length + WCHAR_SIZE);
    return NONE;
  },
};

export const isIndexable = (value: Value): boolean => typeOf(value).slots.__index__ !== undefined;
