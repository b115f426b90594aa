/**
 * array: arrays of numbers or characters, packed (CPython Modules/arraymodule.c).
 */
import { genericLookup, getAttr } from "../../objects/kernel/attribute.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, NOT_IMPLEMENTED, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType, defineType } from "../../objects/kernel/define.ts";
import { idOf } from "../../objects/kernel/identity.ts";
import { forEach, iter } from "../../objects/kernel/iterate.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import {
  EMPTY_TUPLE,
  jsString,
  PyByteArray,
  PyBytes,
  PyList,
  PySlice,
  PyTuple,
  strFromCodePoints,
  textOf,
  tuple,
} from "../../objects/kernel/payload.ts";
import { type Comparison, isEqual, isTrueComparison, reprText } from "../../objects/kernel/protocol.ts";
import { indexError, memoryError, raise, runtimeError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { adjustSlice, unpackSlice } from "../../objects/kernel/slice.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { stateIndex } from "../../objects/types/arguments.ts";
import { getBuffer, PyMemoryView, releaseView, viewOfItems } from "../../objects/types/buffer.ts";
import { builtin } from "../../objects/types/builtin-lookup.ts";
import { MAX_BYTES } from "../../objects/types/bytes-construct.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import { ITERATOR_SLOTS, ITERATOR_TRAITS } from "../../objects/types/iterators.ts";
import { codePointsOf, compareUnits, textArgument } from "../../objects/types/text.ts";
import { KIND_BY_TYPECODE, KINDS, LAST_CODE_POINT } from "./kinds.ts";
import { ARRAY, PyArray } from "./payload.ts";
import { reconstruct, reduce } from "./pickling.ts";

const badArgument = (): unknown => typeError("bad argument type for built-in operation");

/** `array(typecode, initializer)`. */
function construct(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const keywords = kwnames?.length ?? 0;
  if (cls === ARRAY && keywords > 0) throw typeError("array.array() takes no keyword arguments");
  const given = args.length - keywords;
  if (given < 1) throw typeError("array() takes at least 1 argument (0 given)");
  if (given > 2) throw typeError(`array() takes at most 2 arguments (${given} given)`);
  const typecode = jsString(args[0]);
  if (typecode === undefined || typecode.length !== 1) {
    throw typeError(`array() argument 1 must be a unicode character, not ${typeName(args[0])}`);
  }
  const initial = given === 2 ? args[1] : undefined;
  audit("array.__new__", typecode, initial ?? NONE);
  if (initial !== undefined && typecode !== "u") refuseText(initial, typecode);
  const source = initial === undefined || isKnownSource(initial) ? initial : iter(initial);
  const kind = KIND_BY_TYPECODE.get(typecode);
  if (kind === undefined) throw valueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  const self = new PyArray(kind, cls);
  if (source !== undefined) fill(self, source);
  return self;
}

function refuseText(initial: Value, typecode: string): void {
  if (textOf(initial) !== undefined) {
    throw typeError(`cannot use a str to initialize an array with typecode '${typecode}'`);
  }
  if (initial instanceof PyArray && initial.kind.typecode === "u") {
    throw typeError(`cannot use a unicode array to initialize an array with typecode '${typecode}'`);
  }
}

function isKnownSource(value: Value): boolean {
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyArray) return true;
  return value instanceof PyBytes || value instanceof PyByteArray || textOf(value) !== undefined;
}

function fill(self: PyArray, source: Value): void {
  const text = textOf(source);
  if (source instanceof PyArray && source.kind === self.kind) self.appendBytes(source.bytes);
  else if (source instanceof PyArray) for (let i = 0; i < source.length; i++) self.append(source.get(i));
  else if (source instanceof PyBytes || source instanceof PyByteArray) self.appendBytes(source.bytes);
  else if (text !== undefined) self.appendBytes(wideBytes(codePointsOf(text)));
  else if (source instanceof PyList || source instanceof PyTuple) {
    for (let i = 0; i < source.items.length; i++) self.append(source.items[i]);
  } else forEach(source, (item) => self.append(item));
}

/** Code points as the items of an array of characters. */
function wideBytes(points: ArrayLike<number>): Uint8Array {
  return new Uint8Array(Uint32Array.from(points).buffer);
}

function sameKind(self: PyArray): PyArray {
  return new PyArray(self.kind);
}

function sliceOf(self: PyArray, slice: PySlice): PyArray {
  const { start, step, count } = adjustSlice(unpackSlice(slice), self.length);
  const result = sameKind(self);
  const { size } = self.kind;
  if (step === 1) result.appendBytes(self.bytes.subarray(start * size, (start + count) * size));
  else result.appendBytes(gather(self, start, step, count));
  return result;
}

function gather(self: PyArray, start: number, step: number, count: number): Uint8Array {
  const { size } = self.kind;
  const bytes = new Uint8Array(count * size);
  for (let i = 0; i < count; i++) {
    const at = (start + i * step) * size;
    bytes.set(self.bytes.subarray(at, at + size), i * size);
  }
  return bytes;
}

/** An index that exists, or IndexError(`message`). */
function indexOf(self: PyArray, key: Value, message: string): number {
  if (typeOf(key).slots.__index__ === undefined) throw typeError("array indices must be integers");
  const index = toSsize(key, "IndexError");
  const real = index < 0 ? index + self.length : index;
  if (real < 0 || real >= self.length) throw indexError(message);
  return real;
}

function getItem(self: PyArray, key: Value): Value {
  if (key instanceof PySlice) return sliceOf(self, key);
  return self.get(indexOf(self, key, "array index out of range"));
}

function setItem(self: PyArray, key: Value, value: Value): void {
  if (!(key instanceof PySlice)) {
    self.set(indexOf(self, key, "array assignment index out of range"), value);
    return;
  }
  const parts = unpackSlice(key);
  if (!(value instanceof PyArray)) {
    throw typeError(`can only assign array (not "${typeName(value)}") to array slice`);
  }
  if (value.kind !== self.kind) throw badArgument();
  const { start, stop, step, count } = adjustSlice(parts, self.length);
  const bytes = value.bytes.slice();
  if (step === 1) {
    self.splice(start, Math.max(start, stop), bytes);
    return;
  }
  if (value.length !== count) {
    throw valueError(`attempt to assign array of size ${value.length} to extended slice of size ${count}`);
  }
  const { size } = self.kind;
  for (let i = 0; i < count; i++) {
    self.bytes.set(bytes.subarray(i * size, (i + 1) * size), (start + i * step) * size);
  }
}

function deleteItem(self: PyArray, key: Value): void {
  const nothing = new Uint8Array(0);
  if (!(key instanceof PySlice)) {
    const index = indexOf(self, key, "array assignment index out of range");
    self.splice(index, index + 1, nothing);
    return;
  }
  const { start, step, count } = adjustSlice(unpackSlice(key), self.length);
  if (count === 0) return;
  self.checkResizable();
  const first = step < 0 ? start + (count - 1) * step : start;
  const stride = Math.abs(step);
  if (stride === 1) self.splice(first, first + count, nothing);
  else for (let i = count - 1; i >= 0; i--) self.splice(first + i * stride, first + i * stride + 1, nothing);
}

/** A length that an array can have; MemoryError beyond. */
function checkSize(self: PyArray, length: number): void {
  if (length * self.kind.size > MAX_BYTES) throw memoryError();
}

function concat(self: PyArray, other: Value): Value {
  if (!(other instanceof PyArray)) throw typeError(`can only append array (not "${typeName(other)}") to array`);
  if (other.kind !== self.kind) throw badArgument();
  const result = sameKind(self);
  result.appendBytes(self.bytes);
  result.appendBytes(other.bytes);
  return result;
}

function extendWithArray(self: PyArray, other: PyArray): void {
  if (other.kind !== self.kind) throw typeError("can only extend with array of same kind");
  self.appendBytes(other.bytes.slice());
}

function repeatedBytes(self: PyArray, count: Value): Uint8Array {
  const times = Math.max(0, toSsize(count, "OverflowError"));
  checkSize(self, self.length * times);
  const { bytes } = self;
  const result = new Uint8Array(bytes.length * times);
  for (let i = 0; i < times; i++) result.set(bytes, i * bytes.length);
  return result;
}

function compareArrays(op: Comparison) {
  return (self: PyArray, other: Value): Value => {
    if (!(other instanceof PyArray)) return NOT_IMPLEMENTED;
    if (self.length !== other.length && (op === "__eq__" || op === "__ne__")) return op === "__ne__";
    const common = Math.min(self.length, other.length);
    // Items that are no code points are no str either, but they can be compared.
    if (self.kind === other.kind && self.kind.typecode === "u") return compareWide(self, other, op);
    for (let i = 0; i < common; i++) {
      const left = self.get(i);
      const right = other.get(i);
      if (isTrueComparison(left, right, "__eq__")) continue;
      return op === "__eq__" ? false : op === "__ne__" ? true : isTrueComparison(left, right, op);
    }
    return isTrueComparison(self.length, other.length, op);
  };
}

function compareWide(self: PyArray, other: PyArray, op: Comparison): boolean {
  const [left, right] = [self, other].map(({ bytes }) => new Uint32Array(bytes.slice().buffer));
  return isTrueComparison(compareUnits(left, right), 0, op);
}

function repr(self: PyArray): Value {
  const { name } = self.cls;
  const { typecode } = self.kind;
  if (self.length === 0) return `${name}('${typecode}')`;
  const content = typecode === "u" ? toUnicode(self) : new PyList(self.values());
  return `${name}('${typecode}', ${reprText(content)})`;
}

function toUnicode(self: PyArray): Value {
  if (self.kind.typecode !== "u") throw valueError("tounicode() may only be called on unicode type arrays");
  const points = new Uint32Array(self.bytes.slice().buffer);
  const wrong = points.find((point) => point > LAST_CODE_POINT);
  if (wrong !== undefined) {
    throw valueError(`character U+${wrong.toString(16)} is not in range [U+0000; U+10ffff]`);
  }
  return strFromCodePoints(points);
}

function fromUnicode(self: PyArray, text: Value): void {
  const points = codePointsOf(textArgument(text, "fromunicode", "argument"));
  if (self.kind.typecode !== "u") throw valueError("fromunicode() may only be called on unicode type arrays");
  self.appendBytes(wideBytes(points));
}

function findItem(self: PyArray, value: Value, start: number, stop: number): number {
  for (let i = start; i < stop && i < self.length; i++) if (isEqual(self.get(i), value)) return i;
  return -1;
}

function index(self: PyArray, value: Value, start: Value, stop: Value): Value {
  const bound = (given: Value): number => {
    const at = toSsize(given, undefined);
    return at < 0 ? Math.max(0, at + self.length) : at;
  };
  const found = findItem(self, value, bound(start), bound(stop));
  if (found < 0) throw valueError("array.index(x): x not in array");
  return found;
}

function remove(self: PyArray, value: Value): void {
  const found = findItem(self, value, 0, self.length);
  if (found < 0) throw valueError("array.remove(x): x not in array");
  self.splice(found, found + 1, new Uint8Array(0));
}

function pop(self: PyArray, at: Value): Value {
  const index = toSsize(at, "IndexError");
  if (self.length === 0) throw indexError("pop from empty array");
  const real = index < 0 ? index + self.length : index;
  if (real < 0 || real >= self.length) throw indexError("pop index out of range");
  const item = self.get(real);
  self.splice(real, real + 1, new Uint8Array(0));
  return item;
}

function insert(self: PyArray, at: Value, value: Value): void {
  const index = toSsize(at, "OverflowError");
  const real = index < 0 ? Math.max(0, index + self.length) : Math.min(index, self.length);
  self.insert(real, value);
}

function extend(self: PyArray, items: Value): void {
  if (items instanceof PyArray) extendWithArray(self, items);
  else forEach(items, (item) => self.append(item));
}

function fromList(self: PyArray, list: Value): void {
  if (!(list instanceof PyList)) throw typeError("arg must be list");
  const before = self.length;
  const count = list.items.length;
  try {
    for (let i = 0; i < count; i++) {
      self.append(list.items[i]);
      if (list.items.length !== count) throw runtimeError("list changed size during iteration");
    }
  } catch (error) {
    self.resize(before);
    throw error;
  }
}

function fromFile(self: PyArray, file: Value, count: Value): void {
  const items = toSsize(count, "OverflowError");
  if (items < 0) throw valueError("negative count");
  checkSize(self, items);
  const wanted = items * self.kind.size;
  const data = call(getAttr(file, "read"), wanted);
  if (!(data instanceof PyBytes)) throw typeError("read() didn't return bytes");
  self.appendBytes(data.bytes);
  if (data.bytes.length !== wanted) throw raise("EOFError", "read() didn't return enough bytes");
}

const FILE_BLOCK = 64 * 1024;

function toFile(self: PyArray, file: Value): void {
  const all = self.bytes.length;
  for (let at = 0; at < all; at += FILE_BLOCK) {
    call(getAttr(file, "write"), new PyBytes(self.bytes.slice(at, at + FILE_BLOCK)));
  }
}

function byteswap(self: PyArray): void {
  const { size } = self.kind;
  for (let at = 0; at < self.bytes.length; at += size) self.bytes.subarray(at, at + size).reverse();
}

function reverse(self: PyArray): void {
  const { size } = self.kind;
  self.bytes.reverse();
  if (size > 1) byteswap(self);
}

function copy(self: PyArray): Value {
  const result = sameKind(self);
  result.appendBytes(self.bytes);
  return result;
}

class PyArrayIterator extends PyObject {
  index = 0;

  constructor(public array: PyArray | null) {
    super(ARRAY_ITERATOR);
  }
}

const ARRAY_ITERATOR: PyType = defineType<PyArrayIterator>("array.arrayiterator", {
  traits: { ...ITERATOR_TRAITS, noConstructor: true },
  slots: {
    ...ITERATOR_SLOTS,
    __next__: (self) => {
      if (self.array === null) return undefined;
      if (self.index < self.array.length) return self.array.get(self.index++);
      self.array = null;
      return undefined;
    },
  },
  methods: {
    __reduce__: [
      "($self, /)",
      "Return state information for pickling.",
      (self: PyArrayIterator) => {
        const iterFunction = builtin("iter");
        if (self.array === null) return tuple([iterFunction, tuple([EMPTY_TUPLE])]);
        return tuple([iterFunction, tuple([self.array]), self.index]);
      },
    ],
    __setstate__: [
      "($self, state, /)",
      "Set state information for unpickling.",
      (self: PyArrayIterator, state: Value) => {
        const at = stateIndex(state);
        if (self.array !== null) self.index = Math.min(Math.max(0, at), self.array.length);
      },
    ],
  },
});

completeType<PyArray>(ARRAY, {
  module: "array",
  doc: "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value, which must be a list,\nstring or iterable over elements of the appropriate type.\n\nArrays represent basic values and behave very much like lists, except\nthe type of objects stored in them is constrained. The type is specified\nat object creation time by using a type code, which is a single character.\nThe following type codes are defined:\n\n    Type code   C Type             Minimum size in bytes\n    'b'         signed integer     1\n    'B'         unsigned integer   1\n    'u'         Unicode character  2 (see note)\n    'h'         signed integer     2\n    'H'         unsigned integer   2\n    'i'         signed integer     2\n    'I'         unsigned integer   2\n    'l'         signed integer     4\n    'L'         unsigned integer   4\n    'q'         signed integer     8 (see note)\n    'Q'         unsigned integer   8 (see note)\n    'f'         floating-point     4\n    'd'         floating-point     8\n\nNOTE: The 'u' typecode corresponds to Python's unicode character. On\nnarrow builds this is 2-bytes on wide builds this is 4-bytes.\n\nNOTE: The 'q' and 'Q' type codes are only available if the platform\nC compiler used to build Python supports 'long long', or, on Windows,\n'__int64'.\n\nMethods:\n\nappend() -- append a new item to the end of the array\nbuffer_info() -- return information giving the current memory info\nbyteswap() -- byteswap all the items of the array\ncount() -- return number of occurrences of an object\nextend() -- extend array by appending multiple elements from an iterable\nfromfile() -- read items from a file object\nfromlist() -- append items from the list\nfrombytes() -- append items from the string\nindex() -- return index of first occurrence of an object\ninsert() -- insert a new item into the array at a provided position\npop() -- remove and return item (default last)\nremove() -- remove first occurrence of an object\nreverse() -- reverse the order of the items in the array\ntofile() -- write all items to a file object\ntolist() -- return the array converted to an ordinary list\ntobytes() -- return the array converted to a string\n\nAttributes:\n\ntypecode -- the typecode character used to create the array\nitemsize -- the length in bytes of one array item\n",
  traits: { basetype: true, sequence: true, weakrefs: true },
  slots: {
    __getattribute__: genericLookup,
    __new__: construct,
    __repr__: repr,
    __lt__: compareArrays("__lt__"),
    __le__: compareArrays("__le__"),
    __eq__: compareArrays("__eq__"),
    __ne__: compareArrays("__ne__"),
    __gt__: compareArrays("__gt__"),
    __ge__: compareArrays("__ge__"),
    __iter__: (self) => new PyArrayIterator(self),
    __buffer__: (self) => {
      self.exports++;
      const { kind } = self;
      return viewOfItems(self, self.bytes, kind.format, kind.size, false, () => {
        self.exports = Math.max(0, self.exports - 1);
      });
    },
    __release_buffer__: (_self, view) => {
      if (view instanceof PyMemoryView) releaseView(view);
    },
    __len__: (self) => self.length,
    __getitem__: getItem,
    __setitem__: setItem,
    __delitem__: deleteItem,
    __contains__: (self, item) => findItem(self, item, 0, self.length) >= 0,
    sq_concat: concat,
    sq_repeat: (self, count) => {
      const result = sameKind(self);
      result.appendBytes(repeatedBytes(self, count));
      return result;
    },
    sq_inplace_concat: (self, other) => {
      if (!(other instanceof PyArray)) {
        throw typeError(`can only extend array with array (not "${typeName(other)}")`);
      }
      extendWithArray(self, other);
      return self;
    },
    sq_inplace_repeat: (self, count) => {
      self.splice(0, self.length, repeatedBytes(self, count));
      return self;
    },
  },
  methods: {
    append: [
      "($self, v, /)",
      "Append new value v to the end of the array.",
      (self: PyArray, value: Value) => self.append(value),
    ],
    buffer_info: [
      "($self, /)",
      "Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to hold array's contents.\n\nThe length should be multiplied by the itemsize attribute to calculate\nthe buffer length in bytes.",
      (self: PyArray) => tuple([idOf(self), self.length]),
    ],
    byteswap: [
      "($self, /)",
      "Byteswap all items of the array.\n\nIf the items in the array are not 1, 2, 4, or 8 bytes in size, RuntimeError is\nraised.",
      byteswap,
    ],
    __copy__: ["($self, /)", "Return a copy of the array.", copy],
    count: [
      "($self, v, /)",
      "Return number of occurrences of v in the array.",
      (self: PyArray, value: Value) => {
        let count = 0;
        for (let i = 0; i < self.length; i++) if (isEqual(self.get(i), value)) count++;
        return count;
      },
    ],
    __deepcopy__: ["($self, unused, /)", "Return a copy of the array.", (self: PyArray) => copy(self)],
    extend: ["($self, bb, /)", "Append items to the end of the array.", extend],
    fromfile: [
      "($self, f, n, /)",
      "Read n objects from the file object f and append them to the end of the array.",
      fromFile,
    ],
    fromlist: ["($self, list, /)", "Append items to array from list.", fromList],
    frombytes: [
      "($self, buffer, /)",
      "Appends items from the string, interpreting it as an array of machine values, as if it had been read from a file using the fromfile() method.",
      (self: PyArray, buffer: Value) => self.appendBytes(getBuffer(buffer)),
    ],
    fromunicode: [
      "($self, ustr, /)",
      "Extends this array with data from the unicode string ustr.\n\nThe array must be a unicode type array; otherwise a ValueError is raised.\nUse array.frombytes(ustr.encode(...)) to append Unicode data to an array of\nsome other type.",
      fromUnicode,
    ],
    index: [
      "($self, v, start=0, stop=sys.maxsize, /)",
      "Return index of first occurrence of v in the array.\n\nRaise ValueError if the value is not present.",
      index,
    ],
    insert: ["($self, i, v, /)", "Insert a new item v into the array before position i.", insert],
    pop: ["($self, i=-1, /)", "Return the i-th element and delete it from the array.\n\ni defaults to -1.", pop],
    __reduce_ex__: ["($self, value, /)", "Return state information for pickling.", reduce],
    remove: ["($self, v, /)", "Remove the first occurrence of v in the array.", remove],
    reverse: ["($self, /)", "Reverse the order of the items in the array.", reverse],
    tofile: ["($self, f, /)", "Write all items (as machine values) to the file object f.", toFile],
    tolist: [
      "($self, /)",
      "Convert array to an ordinary list with the same items.",
      (self: PyArray) => new PyList(self.values()),
    ],
    tobytes: [
      "($self, /)",
      "Convert the array to an array of machine values and return the bytes representation.",
      (self: PyArray) => new PyBytes(self.bytes.slice()),
    ],
    tounicode: [
      "($self, /)",
      "Extends this array with data from the unicode string ustr.\n\nConvert the array to a unicode string.  The array must be a unicode type array;\notherwise a ValueError is raised.  Use array.tobytes().decode() to obtain a\nunicode string from an array of some other type.",
      toUnicode,
    ],
    __sizeof__: ["($self, /)", "Size of the array in memory, in bytes.", (self: PyArray) => 64 + self.bytes.length],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  getset: {
    typecode: [(self) => self.kind.typecode, undefined, "the typecode character used to create the array"],
    itemsize: [(self) => self.kind.size, undefined, "the size, in bytes, of one array item"],
  },
});

export default defineModule("array", {
  doc: "This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating-point\nnumbers.  Arrays are sequence types and behave very much like lists,\nexcept that the type of objects stored in them is constrained.\n",
  constants: { typecodes: KINDS.map(({ typecode }) => typecode).join("") },
  functions: {
    _array_reconstructor: [
      "($module, arraytype, typecode, mformat_code, items,\n                     /)",
      "Internal. Used for pickling support.",
      reconstruct,
    ],
  },
  types: { ArrayType: ARRAY, array: ARRAY },
  setup: () => {
    const sequence = getAttr(hooks.importModule("collections.abc"), "MutableSequence");
    call(getAttr(sequence, "register"), ARRAY);
  },
});
