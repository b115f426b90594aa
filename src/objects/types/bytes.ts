/**
 * bytes (CPython Objects/bytesobject.c). What it shares with bytearray is in bytes-methods.ts.
 *
 * Trap: slices and results of methods are plain bytes, never a subclass; `bytes` of a PyBytes is not to be written to.
 */
import { hashBytes } from "../../util/hash.ts";
import { genericLookup } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { BYTES, NOT_IMPLEMENTED, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { toSsize } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { intOf, PyBytes, PySlice, tuple } from "../kernel/payload.ts";
import { indexError, memoryError, overflowError, typeError } from "../kernel/raise.ts";
import { adjustSlice, type SliceRange, unpackSlice } from "../kernel/slice.ts";
import { lookupBuffer, readOnlyView } from "./buffer.ts";
import { bytesValue, MAX_BYTES, newBytes, newBytesObject } from "./bytes-construct.ts";
import { makeBytesIterator } from "./bytes-iterator.ts";
import * as methods from "./bytes-methods.ts";
import { percentBytes } from "./bytes-percent.ts";
import { warnOfComparison, warnOfText } from "./bytes-warning.ts";
import { secrets } from "./str-hash.ts";
import { compareUnits, SSIZE_LIMIT } from "./text.ts";

function comparison(test: (order: number) => boolean): (self: PyBytes, other: Value) => Value {
  return (self, other) => (other instanceof PyBytes ? test(compareUnits(self.bytes, other.bytes)) : NOT_IMPLEMENTED);
}

function equality(test: (order: number) => boolean): (self: PyBytes, other: Value) => Value {
  const compare = comparison(test);
  return (self, other) => {
    if (!(other instanceof PyBytes)) warnOfComparison("bytes", other);
    return compare(self, other);
  };
}

/** The bytes that a slice takes from `bytes`, copied. */
export function sliceBytes(bytes: Uint8Array, range: SliceRange): Uint8Array {
  const { start, step, count } = range;
  if (step === 1) return bytes.slice(start, start + count);
  const result = newBytes(count);
  for (let i = 0, at = start; i < count; i++, at += step) result[i] = bytes[at];
  return result;
}

function getItem(self: PyBytes, key: Value): Value {
  const { bytes } = self;
  if (key instanceof PySlice) {
    const range = adjustSlice(unpackSlice(key), bytes.length);
    if (range.count === bytes.length && range.step === 1 && self.cls === BYTES) return self;
    return bytesValue(sliceBytes(bytes, range));
  }
  if (typeOf(key).slots.__index__ === undefined) {
    throw typeError(`byte indices must be integers or slices, not ${typeName(key)}`);
  }
  const index = toSsize(key, "IndexError");
  const item = bytes[index < 0 ? index + bytes.length : index];
  if (item === undefined) throw indexError("index out of range");
  return item;
}

function concat(left: Value, right: Value): Value {
  const a = lookupBuffer(left);
  const b = a === undefined ? undefined : lookupBuffer(right);
  if (a === undefined || b === undefined) throw typeError(`can't concat ${typeName(right)} to ${typeName(left)}`);
  if (a.length === 0 && right instanceof PyBytes && right.cls === BYTES) return right;
  if (b.length === 0 && left instanceof PyBytes && left.cls === BYTES) return left;
  return bytesValue(methods.joinBytes([a, b], new Uint8Array(0)));
}

function repeat(self: PyBytes, count: Value): Value {
  const times = Math.max(0, Number(intOf(count)));
  if (times === 1 && self.cls === BYTES) return self;
  if (self.bytes.length * times >= SSIZE_LIMIT) throw overflowError("repeated bytes are too long");
  if (self.bytes.length * times > MAX_BYTES) throw memoryError();
  return bytesValue(methods.repeatBytes(self.bytes, times));
}

/** Two-sided, but only the left operand formats. */
export function remainder(left: Value, right: Value): Value {
  return left instanceof PyBytes ? bytesValue(percentBytes(left.bytes, right)) : NOT_IMPLEMENTED;
}

function fromHex(cls: PyType, string: Value): Value {
  const result = bytesValue(methods.bytesFromHex(string));
  return cls === BYTES ? result : call(cls, result);
}

completeType<PyBytes>(BYTES, {
  doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer",
  traits: { basetype: true, matchSelf: true },
  allocate: (cls) => new PyBytes(new Uint8Array(0), cls),
  slots: {
    __new__: newBytesObject,
    __repr__: (self) => methods.bytesRepr(self.bytes),
    __hash__: (self) => hashBytes(self.bytes, secrets.key),
    __str__: (self) => {
      warnOfText("bytes");
      return methods.bytesRepr(self.bytes);
    },
    __getattribute__: genericLookup,
    __lt__: comparison((order) => order < 0),
    __le__: comparison((order) => order <= 0),
    __eq__: equality((order) => order === 0),
    __ne__: equality((order) => order !== 0),
    __gt__: comparison((order) => order > 0),
    __ge__: comparison((order) => order >= 0),
    __iter__: makeBytesIterator,
    __buffer__: readOnlyView,
    __mod__: remainder,
    __len__: (self) => self.bytes.length,
    __getitem__: getItem,
    sq_concat: concat,
    sq_repeat: repeat,
    __contains__: methods.containsBytes,
  },
  methods: {
    __getnewargs__: ["~($self, /)", undefined, (self: PyBytes) => tuple([bytesValue(self.bytes)])],
    __bytes__: [
      "($self, /)",
      "Convert this value to exact type bytes.",
      (self: PyBytes) => (self.cls === BYTES ? self : bytesValue(self.bytes)),
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
      "Decode the bytes using the codec registered for encoding.\n\n  encoding\n    The encoding with which to decode the bytes.\n  errors\n    The error handling scheme to use for the handling of decoding errors.\n    The default is 'strict' meaning that decoding errors raise a\n    UnicodeDecodeError. Other possible values are 'ignore' and 'replace'\n    as well as any other name registered with codecs.register_error that\n    can handle UnicodeDecodeErrors.",
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
      "Create a string of hexadecimal numbers from a bytes object.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nExample:\n>>> value = b'\\xb9\\x01\\xef'\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'",
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
      "Concatenate any number of bytes objects.\n\nThe bytes whose method is called is inserted in between each pair.\n\nThe result is returned as a new bytes object.\n\nExample: b'.'.join([b'ab', b'pq', b'rs']) -> b'ab.pq.rs'.",
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
      "Strip leading bytes contained in the argument.\n\nIf the argument is omitted or None, strip leading  ASCII whitespace.",
      methods.lstrip,
    ],
    partition: [
      "($self, sep, /)",
      "Partition the bytes into three parts using the given separator.\n\nThis will search for the separator sep in the bytes. If the separator is found,\nreturns a 3-tuple containing the part before the separator, the separator\nitself, and the part after it.\n\nIf the separator is not found, returns a 3-tuple containing the original bytes\nobject and two empty bytes objects.",
      methods.partition,
    ],
    removeprefix: [
      "($self, prefix, /)",
      "Return a bytes object with the given prefix string removed if present.\n\nIf the bytes starts with the prefix string, return bytes[len(prefix):].\nOtherwise, return a copy of the original bytes.",
      methods.removeprefix,
    ],
    removesuffix: [
      "($self, suffix, /)",
      "Return a bytes object with the given suffix string removed if present.\n\nIf the bytes ends with the suffix string and that suffix is not empty,\nreturn bytes[:-len(prefix)].  Otherwise, return a copy of the original\nbytes.",
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
      "Partition the bytes into three parts using the given separator.\n\nThis will search for the separator sep in the bytes, starting at the end. If\nthe separator is found, returns a 3-tuple containing the part before the\nseparator, the separator itself, and the part after it.\n\nIf the separator is not found, returns a 3-tuple containing two empty bytes\nobjects and the original bytes object.",
      methods.rpartition,
    ],
    rsplit: [
      "($self, /, sep=None, maxsplit=-1)",
      "Return a list of the sections in the bytes, using sep as the delimiter.\n\n  sep\n    The delimiter according which to split the bytes.\n    None (the default value) means split on ASCII whitespace characters\n    (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n    Maximum number of splits to do.\n    -1 (the default value) means no limit.\n\nSplitting is done starting at the end of the bytes and working to the front.",
      methods.rsplit,
    ],
    rstrip: [
      "($self, bytes=None, /)",
      "Strip trailing bytes contained in the argument.\n\nIf the argument is omitted or None, strip trailing ASCII whitespace.",
      methods.rstrip,
    ],
    split: [
      "($self, /, sep=None, maxsplit=-1)",
      "Return a list of the sections in the bytes, using sep as the delimiter.\n\n  sep\n    The delimiter according which to split the bytes.\n    None (the default value) means split on ASCII whitespace characters\n    (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n    Maximum number of splits to do.\n    -1 (the default value) means no limit.",
      methods.split,
    ],
    splitlines: [
      "($self, /, keepends=False)",
      "Return a list of the lines in the bytes, breaking at line boundaries.\n\nLine breaks are not included in the resulting list unless keepends is given and\ntrue.",
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
      "Create a bytes object from a string of hexadecimal numbers.\n\nSpaces between two numbers are accepted.\nExample: bytes.fromhex('B9 01EF') -> b'\\\\xb9\\\\x01\\\\xef'.",
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
