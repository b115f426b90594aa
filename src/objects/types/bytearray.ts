/**
 * bytearray (CPython Objects/bytearrayobject.c). What it shares with bytes is in bytes-methods.ts.
 *
 * Trap: while a memoryview holds the memory (`exports`), anything that changes the length is a BufferError, and the
 * bytes change in place. Trap: converting an argument may run Python code that changes this very bytearray, so sizes
 * are read after all conversions.
 */
import { genericLookup } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { BYTEARRAY, isInstance, NOT_IMPLEMENTED, STR, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { iter, lengthHint } from "../kernel/iterate.ts";
import { isNumber, toIndex, toSsize } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { intOf, PyByteArray, PySlice, tuple } from "../kernel/payload.ts";
import { indexError, memoryError, suppress, typeError, valueError } from "../kernel/raise.ts";
import { adjustSlice, type SliceRange, unpackSlice } from "../kernel/slice.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { toSsizeArgument } from "./arguments.ts";
import { byteArrayOf, hasBuffer, isLent, lookupBuffer, PyMemoryView, releaseView, viewOfByteArray } from "./buffer.ts";
import { allocated, notResizable, resize, splice } from "./bytearray-memory.ts";
import { sliceBytes } from "./bytes.ts";
import {
  byteOf,
  bytesFromIterable,
  bytesValue,
  copyOfBuffer,
  countArgument,
  forEachByte,
  MAX_BYTES,
  sourceArguments,
} from "./bytes-construct.ts";
import { makeByteArrayIterator } from "./bytes-iterator.ts";
import * as methods from "./bytes-methods.ts";
import { percentBytes } from "./bytes-percent.ts";
import { warnOfComparison, warnOfText } from "./bytes-warning.ts";
import { getState } from "./reduce.ts";
import { encodeStr } from "./str-codecs.ts";
import { compareUnits, unitsToString } from "./text.ts";

function initialize(self: PyByteArray, args: Value[], kwnames: KeywordNames): void {
  const { source, encoding, errors } = sourceArguments("bytearray", args, kwnames);
  resize(self, 0);
  if (source === undefined) {
    if (encoding !== undefined || errors !== undefined) throw noText(encoding);
    return;
  }
  if (isInstance(source, STR)) {
    if (encoding === undefined) throw typeError("string argument without an encoding");
    splice(self, 0, 0, encodeStr(source, encoding, errors).bytes);
    return;
  }
  if (encoding !== undefined || errors !== undefined) throw noText(encoding);
  const count = countArgument(source);
  if (count !== undefined) resize(self, count);
  else if (hasBuffer(source)) splice(self, 0, self.length, copyOfBuffer(source));
  else fillFrom(self, source);
}

const RANGE_MESSAGE = "byte must be in range(0, 256)";

/** Each byte is there as soon as its item came: the iterator may look, and what came before a bad item stays. */
function fillFrom(self: PyByteArray, source: Value): void {
  forEachByte(source, "bytearray", RANGE_MESSAGE, (byte) => {
    const { length } = self;
    // Where there is room, nothing asks whether the bytes are lent.
    if (length + 1 < allocated(self)) self.length = length + 1;
    else resize(self, length + 1);
    self.buffer[length] = byte;
  });
}

function noText(encoding: Value | undefined): unknown {
  return typeError(`${encoding === undefined ? "errors" : "encoding"} without a string argument`);
}

function fromIterable(source: Value, kind: string): Uint8Array {
  return bytesFromIterable(source, kind, RANGE_MESSAGE);
}

/** Comparison with any bytes-like object. */
function comparison(test: (order: number) => boolean): (self: PyByteArray, other: Value) => Value {
  return (self, other) => {
    const bytes = hasBuffer(other) ? lookupBuffer(other) : undefined;
    return bytes === undefined ? NOT_IMPLEMENTED : test(compareUnits(self.bytes, bytes));
  };
}

function equality(test: (order: number) => boolean): (self: PyByteArray, other: Value) => Value {
  const compare = comparison(test);
  return (self, other) => {
    warnOfComparison("bytearray", other);
    return compare(self, other);
  };
}

function checkIndex(key: Value): void {
  if (typeOf(key).slots.__index__ === undefined) {
    throw typeError(`bytearray indices must be integers or slices, not ${typeName(key)}`);
  }
}

/** A real index for `key`, or IndexError. */
function indexOf(self: PyByteArray, key: Value): number {
  checkIndex(key);
  const index = toSsize(key, "IndexError");
  const real = index < 0 ? index + self.length : index;
  if (real < 0 || real >= self.length) throw indexError("bytearray index out of range");
  return real;
}

function getItem(self: PyByteArray, key: Value): Value {
  if (key instanceof PySlice) return byteArrayOf(sliceBytes(self.buffer, rangeOf(self, key)));
  return self.buffer[indexOf(self, key)];
}

function rangeOf(self: PyByteArray, slice: PySlice): SliceRange {
  const parts = unpackSlice(slice);
  return adjustSlice(parts, self.length);
}

function setItem(self: PyByteArray, key: Value, value: Value): void {
  if (key instanceof PySlice) {
    setSlice(self, rangeOf(self, key), value);
    return;
  }
  checkIndex(key);
  toSsize(key, "IndexError");
  const byte = byteOf(value);
  self.buffer[indexOf(self, key)] = byte;
}

function assigned(value: Value): Uint8Array {
  if (value instanceof PyByteArray) return value.bytes.slice();
  if (hasBuffer(value)) return copyOfBuffer(value);
  if (isNumber(value) || isInstance(value, STR)) {
    throw typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  return fromIterable(value, "bytearray");
}

function setSlice(self: PyByteArray, range: SliceRange, value: Value): void {
  const bytes = assigned(value);
  const { start, step, count } = range;
  if (step === 1) {
    splice(self, start, Math.max(start, start + count), bytes);
    return;
  }
  if (bytes.length === 0) {
    deleteSpaced(self, range);
    return;
  }
  if (bytes.length !== count) {
    throw valueError(`attempt to assign bytes of size ${bytes.length} to extended slice of size ${count}`);
  }
  for (let i = 0, at = start; i < count; i++, at += step) self.buffer[at] = bytes[i];
}

function delItem(self: PyByteArray, key: Value): void {
  if (!(key instanceof PySlice)) {
    const index = indexOf(self, key);
    splice(self, index, index + 1, new Uint8Array(0));
    return;
  }
  const range = rangeOf(self, key);
  if (range.step === 1) splice(self, range.start, range.start + range.count, new Uint8Array(0));
  else deleteSpaced(self, range);
}

function deleteSpaced(self: PyByteArray, { start, step, count }: SliceRange): void {
  if (isLent(self)) throw notResizable();
  if (count === 0) return;
  const first = step < 0 ? start + (count - 1) * step : start;
  const stride = Math.abs(step);
  let to = first;
  for (let from = first; from < self.length; from++) {
    const offset = from - first;
    if (offset % stride === 0 && offset / stride < count) continue;
    self.buffer[to++] = self.buffer[from];
  }
  resize(self, to);
}

function concat(left: Value, right: Value): Value {
  const a = lookupBuffer(left);
  const b = lookupBuffer(right);
  if (a === undefined || b === undefined) throw typeError(`can't concat ${typeName(right)} to ${typeName(left)}`);
  return byteArrayOf(methods.joinBytes([a, b], new Uint8Array(0)));
}

function extendInPlace(self: PyByteArray, other: Value): Value {
  if (!hasBuffer(other)) throw typeError(`can't concat ${typeName(other)} to ${typeName(self)}`);
  // 3.12: `b += b` fails, because the right operand lends its memory meanwhile.
  if (other === self && self.length > 0) throw notResizable();
  splice(self, self.length, self.length, lookupBuffer(other) as Uint8Array);
  return self;
}

/** A repetition count that the kernel has made an int. */
function timesOf(self: PyByteArray, count: Value): number {
  const times = Math.max(0, Number(intOf(count)));
  if (self.length * times > MAX_BYTES) throw memoryError();
  return times;
}

function repeatInPlace(self: PyByteArray, count: Value): Value {
  const repeated = methods.repeatBytes(self.bytes, timesOf(self, count));
  splice(self, 0, self.length, repeated);
  return self;
}

function remainder(left: Value, right: Value): Value {
  return left instanceof PyByteArray ? byteArrayOf(percentBytes(left.bytes, right)) : NOT_IMPLEMENTED;
}

function append(self: PyByteArray, item: Value): void {
  const byte = byteOf(item);
  resize(self, self.length + 1);
  self.buffer[self.length - 1] = byte;
}

function extend(self: PyByteArray, iterable: Value): void {
  if (hasBuffer(iterable)) {
    splice(self, self.length, self.length, assigned(iterable));
    return;
  }
  const iterator = suppress(EXCEPTIONS.TypeError, () => iter(iterable));
  if (iterator === undefined) throw typeError(`can't extend bytearray with ${typeName(iterable)}`);
  lengthHint(iterable, 32);
  splice(self, self.length, self.length, fromIterable(iterator, "bytearray"));
}

function insert(self: PyByteArray, index: Value, item: Value): void {
  const place = toSsizeArgument(index);
  const byte = byteOf(item);
  const { length } = self;
  const at = place < 0 ? Math.max(0, place + length) : Math.min(place, length);
  splice(self, at, at, Uint8Array.of(byte));
}

function pop(self: PyByteArray, index: Value): Value {
  const place = toSsizeArgument(index);
  if (self.length === 0) throw indexError("pop from empty bytearray");
  const at = place < 0 ? place + self.length : place;
  if (at < 0 || at >= self.length) throw indexError("pop index out of range");
  if (isLent(self)) throw notResizable();
  const byte = self.buffer[at];
  splice(self, at, at + 1, new Uint8Array(0));
  return byte;
}

function remove(self: PyByteArray, value: Value): void {
  const byte = byteOf(value);
  const at = self.bytes.indexOf(byte);
  if (at < 0) throw valueError("value not found in bytearray");
  splice(self, at, at + 1, new Uint8Array(0));
}

function reduce(self: PyByteArray, protocol: number | bigint): Value {
  const state = getState(self);
  const { bytes } = self;
  const args = bytes.length === 0 ? [] : protocol < 3 ? [unitsToString(bytes), "latin-1"] : [bytesValue(bytes.slice())];
  return tuple([typeOf(self), tuple(args), state]);
}

function fromHex(cls: PyType, string: Value): Value {
  const bytes = methods.bytesFromHex(string);
  return cls === BYTEARRAY ? byteArrayOf(bytes) : call(cls, bytesValue(bytes));
}

function repr(self: PyByteArray): string {
  const text = methods.bytesRepr(self.bytes);
  // 3.12: a single quote is escaped even where double quotes surround it.
  return `${typeName(self)}(${text.startsWith('b"') ? text.replaceAll("'", "\\'") : text})`;
}

completeType<PyByteArray>(BYTEARRAY, {
  doc: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer",
  traits: { basetype: true, matchSelf: true },
  allocate: (cls) => new PyByteArray(new Uint8Array(0), 0, cls),
  slots: {
    __new__: (cls) => new PyByteArray(new Uint8Array(0), 0, cls),
    __init__: initialize as (self: Value, args: Value[], kwnames: KeywordNames) => void,
    __repr__: repr,
    __str__: (self) => {
      warnOfText("bytearray");
      return repr(self);
    },
    __getattribute__: genericLookup,
    __lt__: comparison((order) => order < 0),
    __le__: comparison((order) => order <= 0),
    __eq__: equality((order) => order === 0),
    __ne__: equality((order) => order !== 0),
    __gt__: comparison((order) => order > 0),
    __ge__: comparison((order) => order >= 0),
    __hash__: null,
    __iter__: makeByteArrayIterator,
    __buffer__: viewOfByteArray,
    __release_buffer__: (_self, view) => {
      if (view instanceof PyMemoryView) releaseView(view);
    },
    __mod__: remainder,
    __len__: (self) => self.length,
    __getitem__: getItem,
    __setitem__: setItem,
    __delitem__: delItem,
    sq_concat: concat,
    sq_repeat: (self, count) => byteArrayOf(methods.repeatBytes(self.bytes, timesOf(self, count))),
    sq_inplace_concat: extendInPlace as (self: Value, other: Value) => Value,
    sq_inplace_repeat: repeatInPlace,
    __contains__: methods.containsBytes,
  },
  methods: {
    __alloc__: ["~($self, /)", "B.__alloc__() -> int\n\nReturn the number of bytes actually allocated.", allocated],
    __reduce__: ["($self, /)", "Return state information for pickling.", (self: PyByteArray) => reduce(self, 2)],
    __reduce_ex__: [
      "($self, proto=0, /)",
      "Return state information for pickling.",
      (self: PyByteArray, protocol: Value) => reduce(self, toIndex(protocol)),
    ],
    __sizeof__: [
      "($self, /)",
      "Returns the size of the bytearray object in memory, in bytes.",
      (self: PyByteArray) => 56 + allocated(self),
    ],
    append: [
      "($self, item, /)",
      "Append a single item to the end of the bytearray.\n\n  item\n    The item to be appended.",
      append,
    ],
    clear: ["($self, /)", "Remove all items from the bytearray.", (self: PyByteArray) => resize(self, 0)],
    copy: ["($self, /)", "Return a copy of B.", (self: PyByteArray) => byteArrayOf(self.bytes.slice())],
    extend: [
      "($self, iterable_of_ints, /)",
      "Append all the items from the iterator or sequence to the end of the bytearray.\n\n  iterable_of_ints\n    The iterable of items to append.",
      extend,
    ],
    insert: [
      "($self, index, item, /)",
      "Insert a single item into the bytearray before the given index.\n\n  index\n    The index where the value is to be inserted.\n  item\n    The item to be inserted.",
      insert,
    ],
    pop: [
      "($self, index=-1, /)",
      "Remove and return a single item from B.\n\n  index\n    The index from where to remove the item.\n    -1 (the default value) means remove the last item.\n\nIf no index argument is given, will pop the last item.",
      pop,
    ],
    remove: [
      "($self, value, /)",
      "Remove the first occurrence of a value in the bytearray.\n\n  value\n    The value to remove.",
      remove,
    ],
    reverse: [
      "($self, /)",
      "Reverse the order of the values in B in place.",
      (self: PyByteArray) => void self.bytes.reverse(),
    ],
    capitalize: [
      "~($self, /)",
      "B.capitalize() -> copy of B\n\nReturn a copy of B with only its first character capitalized (ASCII)\nand the rest lower-cased.",
      methods.capitalize,
    ],
    center: [
      "($self, width, fillchar=b' ', /)",
      "Return a centered string of length width.\n\nPadding is done using the specified fill character.",
      methods.center,
    ],
    count: [
      "~~($self, sub, start=None, end=None, /)",
      "B.count(sub[, start[, end]]) -> int\n\nReturn the number of non-overlapping occurrences of subsection sub in\nbytes B[start:end].  Optional arguments start and end are interpreted\nas in slice notation.",
      methods.count,
    ],
    decode: [
      "($self, /, encoding='utf-8', errors='strict')",
      "Decode the bytearray using the codec registered for encoding.\n\n  encoding\n    The encoding with which to decode the bytearray.\n  errors\n    The error handling scheme to use for the handling of decoding errors.\n    The default is 'strict' meaning that decoding errors raise a\n    UnicodeDecodeError. Other possible values are 'ignore' and 'replace'\n    as well as any other name registered with codecs.register_error that\n    can handle UnicodeDecodeErrors.",
      methods.decode,
    ],
    endswith: [
      "~~($self, suffix, start=None, end=None, /)",
      "B.endswith(suffix[, start[, end]]) -> bool\n\nReturn True if B ends with the specified suffix, False otherwise.\nWith optional start, test B beginning at that position.\nWith optional end, stop comparing B at that position.\nsuffix can also be a tuple of bytes to try.",
      methods.endswith,
    ],
    expandtabs: [
      "($self, /, tabsize=8)",
      "Return a copy where all tab characters are expanded using spaces.\n\nIf tabsize is not given, a tab size of 8 characters is assumed.",
      methods.expandtabs,
    ],
    find: [
      "~~($self, sub, start=None, end=None, /)",
      "B.find(sub[, start[, end]]) -> int\n\nReturn the lowest index in B where subsection sub is found,\nsuch that sub is contained within B[start,end].  Optional\narguments start and end are interpreted as in slice notation.\n\nReturn -1 on failure.",
      methods.find,
    ],
    hex: [
      "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
      "Create a string of hexadecimal numbers from a bytearray object.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nExample:\n>>> value = bytearray([0xb9, 0x01, 0xef])\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'",
      methods.hex,
    ],
    index: [
      "~~($self, sub, start=None, end=None, /)",
      "B.index(sub[, start[, end]]) -> int\n\nReturn the lowest index in B where subsection sub is found,\nsuch that sub is contained within B[start,end].  Optional\narguments start and end are interpreted as in slice notation.\n\nRaises ValueError when the subsection is not found.",
      methods.index,
    ],
    isalnum: [
      "~($self, /)",
      "B.isalnum() -> bool\n\nReturn True if all characters in B are alphanumeric\nand there is at least one character in B, False otherwise.",
      methods.isalnum,
    ],
    isalpha: [
      "~($self, /)",
      "B.isalpha() -> bool\n\nReturn True if all characters in B are alphabetic\nand there is at least one character in B, False otherwise.",
      methods.isalpha,
    ],
    isascii: [
      "~($self, /)",
      "B.isascii() -> bool\n\nReturn True if B is empty or all characters in B are ASCII,\nFalse otherwise.",
      methods.isascii,
    ],
    isdigit: [
      "~($self, /)",
      "B.isdigit() -> bool\n\nReturn True if all characters in B are digits\nand there is at least one character in B, False otherwise.",
      methods.isdigit,
    ],
    islower: [
      "~($self, /)",
      "B.islower() -> bool\n\nReturn True if all cased characters in B are lowercase and there is\nat least one cased character in B, False otherwise.",
      methods.islower,
    ],
    isspace: [
      "~($self, /)",
      "B.isspace() -> bool\n\nReturn True if all characters in B are whitespace\nand there is at least one character in B, False otherwise.",
      methods.isspace,
    ],
    istitle: [
      "~($self, /)",
      "B.istitle() -> bool\n\nReturn True if B is a titlecased string and there is at least one\ncharacter in B, i.e. uppercase characters may only follow uncased\ncharacters and lowercase characters only cased ones. Return False\notherwise.",
      methods.istitle,
    ],
    isupper: [
      "~($self, /)",
      "B.isupper() -> bool\n\nReturn True if all cased characters in B are uppercase and there is\nat least one cased character in B, False otherwise.",
      methods.isupper,
    ],
    join: [
      "($self, iterable_of_bytes, /)",
      "Concatenate any number of bytes/bytearray objects.\n\nThe bytearray whose method is called is inserted in between each pair.\n\nThe result is returned as a new bytearray object.",
      methods.join,
    ],
    ljust: [
      "($self, width, fillchar=b' ', /)",
      "Return a left-justified string of length width.\n\nPadding is done using the specified fill character.",
      methods.ljust,
    ],
    lower: [
      "~($self, /)",
      "B.lower() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to lowercase.",
      methods.lower,
    ],
    lstrip: [
      "($self, bytes=None, /)",
      "Strip leading bytes contained in the argument.\n\nIf the argument is omitted or None, strip leading ASCII whitespace.",
      methods.lstrip,
    ],
    partition: [
      "($self, sep, /)",
      "Partition the bytearray into three parts using the given separator.\n\nThis will search for the separator sep in the bytearray. If the separator is\nfound, returns a 3-tuple containing the part before the separator, the\nseparator itself, and the part after it as new bytearray objects.\n\nIf the separator is not found, returns a 3-tuple containing the copy of the\noriginal bytearray object and two empty bytearray objects.",
      methods.partition,
    ],
    removeprefix: [
      "($self, prefix, /)",
      "Return a bytearray with the given prefix string removed if present.\n\nIf the bytearray starts with the prefix string, return\nbytearray[len(prefix):].  Otherwise, return a copy of the original\nbytearray.",
      methods.removeprefix,
    ],
    removesuffix: [
      "($self, suffix, /)",
      "Return a bytearray with the given suffix string removed if present.\n\nIf the bytearray ends with the suffix string and that suffix is not\nempty, return bytearray[:-len(suffix)].  Otherwise, return a copy of\nthe original bytearray.",
      methods.removesuffix,
    ],
    replace: [
      "($self, old, new, count=-1, /)",
      "Return a copy with all occurrences of substring old replaced by new.\n\n  count\n    Maximum number of occurrences to replace.\n    -1 (the default value) means replace all occurrences.\n\nIf the optional argument count is given, only the first count occurrences are\nreplaced.",
      methods.replace,
    ],
    rfind: [
      "~~($self, sub, start=None, end=None, /)",
      "B.rfind(sub[, start[, end]]) -> int\n\nReturn the highest index in B where subsection sub is found,\nsuch that sub is contained within B[start,end].  Optional\narguments start and end are interpreted as in slice notation.\n\nReturn -1 on failure.",
      methods.rfind,
    ],
    rindex: [
      "~~($self, sub, start=None, end=None, /)",
      "B.rindex(sub[, start[, end]]) -> int\n\nReturn the highest index in B where subsection sub is found,\nsuch that sub is contained within B[start,end].  Optional\narguments start and end are interpreted as in slice notation.\n\nRaise ValueError when the subsection is not found.",
      methods.rindex,
    ],
    rjust: [
      "($self, width, fillchar=b' ', /)",
      "Return a right-justified string of length width.\n\nPadding is done using the specified fill character.",
      methods.rjust,
    ],
    rpartition: [
      "($self, sep, /)",
      "Partition the bytearray into three parts using the given separator.\n\nThis will search for the separator sep in the bytearray, starting at the end.\nIf the separator is found, returns a 3-tuple containing the part before the\nseparator, the separator itself, and the part after it as new bytearray\nobjects.\n\nIf the separator is not found, returns a 3-tuple containing two empty bytearray\nobjects and the copy of the original bytearray object.",
      methods.rpartition,
    ],
    rsplit: [
      "($self, /, sep=None, maxsplit=-1)",
      "Return a list of the sections in the bytearray, using sep as the delimiter.\n\n  sep\n    The delimiter according which to split the bytearray.\n    None (the default value) means split on ASCII whitespace characters\n    (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n    Maximum number of splits to do.\n    -1 (the default value) means no limit.\n\nSplitting is done starting at the end of the bytearray and working to the front.",
      methods.rsplit,
    ],
    rstrip: [
      "($self, bytes=None, /)",
      "Strip trailing bytes contained in the argument.\n\nIf the argument is omitted or None, strip trailing ASCII whitespace.",
      methods.rstrip,
    ],
    split: [
      "($self, /, sep=None, maxsplit=-1)",
      "Return a list of the sections in the bytearray, using sep as the delimiter.\n\n  sep\n    The delimiter according which to split the bytearray.\n    None (the default value) means split on ASCII whitespace characters\n    (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n    Maximum number of splits to do.\n    -1 (the default value) means no limit.",
      methods.split,
    ],
    splitlines: [
      "($self, /, keepends=False)",
      "Return a list of the lines in the bytearray, breaking at line boundaries.\n\nLine breaks are not included in the resulting list unless keepends is given and\ntrue.",
      methods.splitlines,
    ],
    startswith: [
      "~~($self, prefix, start=None, end=None, /)",
      "B.startswith(prefix[, start[, end]]) -> bool\n\nReturn True if B starts with the specified prefix, False otherwise.\nWith optional start, test B beginning at that position.\nWith optional end, stop comparing B at that position.\nprefix can also be a tuple of bytes to try.",
      methods.startswith,
    ],
    strip: [
      "($self, bytes=None, /)",
      "Strip leading and trailing bytes contained in the argument.\n\nIf the argument is omitted or None, strip leading and trailing ASCII whitespace.",
      methods.strip,
    ],
    swapcase: [
      "~($self, /)",
      "B.swapcase() -> copy of B\n\nReturn a copy of B with uppercase ASCII characters converted\nto lowercase ASCII and vice versa.",
      methods.swapcase,
    ],
    title: [
      "~($self, /)",
      "B.title() -> copy of B\n\nReturn a titlecased version of B, i.e. ASCII words start with uppercase\ncharacters, all remaining cased characters have lowercase.",
      methods.title,
    ],
    translate: [
      "($self, table, /, delete=b'')",
      "Return a copy with each character mapped by the given translation table.\n\n  table\n    Translation table, which must be a bytes object of length 256.\n\nAll characters occurring in the optional argument delete are removed.\nThe remaining characters are mapped through the given translation table.",
      methods.translate,
    ],
    upper: [
      "~($self, /)",
      "B.upper() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to uppercase.",
      methods.upper,
    ],
    zfill: [
      "($self, width, /)",
      "Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe original string is never truncated.",
      methods.zfill,
    ],
  },
  classmethods: {
    fromhex: [
      "($type, string, /)",
      "Create a bytearray object from a string of hexadecimal numbers.\n\nSpaces between two numbers are accepted.\nExample: bytearray.fromhex('B9 01EF') -> bytearray(b'\\\\xb9\\\\x01\\\\xef')",
      fromHex,
    ],
  },
  staticmethods: {
    maketrans: [
      "(frm, to, /)",
      "Return a translation table useable for the bytes or bytearray translate method.\n\nThe returned table will be one where each byte in frm is mapped to the byte at\nthe same position in to.\n\nThe bytes objects frm and to must be of the same length.",
      methods.maketrans,
    ],
  },
});
