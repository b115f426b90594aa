/**
 * str (CPython Objects/unicodeobject.c). The methods are in str-*.ts, the operations on bare texts in text.ts.
 *
 * A str is a JavaScript string if no code unit of it is a surrogate, so that JavaScript's indices are Python's; any other
 * is a PyStr over code points. Instances of subclasses are PyStr too. Trap: results are never of a subclass.
 */
import type { Text } from "../../bytecode/constants.ts";
import { layoutText } from "../../util/format-spec.ts";
import { genericLookup } from "../kernel/attribute.ts";
import { NOT_IMPLEMENTED, STR, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { toDouble, toSsize } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { intOf, PySlice, PyStr, strFromText, textOf, tuple } from "../kernel/payload.ts";
import { raising } from "../kernel/problem.ts";
import { repr, str } from "../kernel/protocol.ts";
import { indexError, typeError } from "../kernel/raise.ts";
import { Signature } from "../kernel/signature.ts";
import { sliceRange } from "../kernel/slice.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { hasBuffer, lookupBuffer } from "./buffer.ts";
import { specArgument } from "./format-argument.ts";
import * as kinds from "./str-case.ts";
import { checkCodecName, decodeBytes, encodeStr } from "./str-codecs.ts";
import * as searching from "./str-find.ts";
import { format, formatMap } from "./str-format.ts";
import { hashText } from "./str-hash.ts";
import { makeStrIterator } from "./str-iterator.ts";
import { characterCode, type Flavour, isFormatMapping, percentFormat } from "./str-percent.ts";
import { asciiText, reprOfText } from "./str-repr.ts";
import * as cutting from "./str-split.ts";
import { maketrans, translate } from "./str-translate.ts";
import {
  codePointAt,
  compareTexts,
  concatTexts,
  exactStr,
  joinTexts,
  repeatText,
  sliceText,
  textFromCodePoints,
  textFromJs,
  textLength,
  textOfCodePoint,
  textToJs,
} from "./text.ts";

const { selfText } = searching;

function comparison(test: (order: number) => boolean): (self: Value, other: Value) => Value {
  return (self, other) => {
    const right = textOf(other);
    return right === undefined ? NOT_IMPLEMENTED : test(compareTexts(selfText(self), right));
  };
}

const SIGNATURE = new Signature("(object=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)");

function newStr(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const value = args.length === 1 && kwnames === undefined ? str(args[0]) : fromArguments(args, kwnames);
  return cls === STR ? value : new PyStr(selfText(value), cls);
}

function fromArguments(args: Value[], kwnames: KeywordNames): Value {
  const [object, encoding, errors] = SIGNATURE.bind("str", "str", args, kwnames) as (Value | undefined)[];
  if (encoding !== undefined) checkCodecName("str", "encoding", encoding);
  if (errors !== undefined) checkCodecName("str", "errors", errors);
  if (object === undefined) return "";
  if (encoding === undefined && errors === undefined) return str(object);
  if (textOf(object) !== undefined) throw typeError("decoding str is not supported");
  if (!hasBuffer(object)) {
    throw typeError(`decoding to str: need a bytes-like object, ${typeName(object)} found`);
  }
  return decodeBytes(object, lookupBuffer(object) as Uint8Array, encoding, errors);
}

function getItem(self: Value, key: Value): Value {
  const text = selfText(self);
  if (typeof key === "number") return itemAt(text, key);
  if (key instanceof PySlice) return slice(self, text, key);
  if (typeOf(key).slots.__index__ === undefined) {
    throw typeError(`string indices must be integers, not '${typeName(key)}'`);
  }
  return itemAt(text, toSsize(key, "IndexError"));
}

function itemAt(text: Text, index: number): Value {
  const length = textLength(text);
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) throw indexError("string index out of range");
  return typeof text === "string" ? text[at] : strFromText(textOfCodePoint(text.codePoints[at]));
}

function slice(self: Value, text: Text, key: PySlice): Value {
  const { start, step, count } = sliceRange(key, textLength(text));
  if (count === 0) return "";
  if (step === 1) {
    return count === textLength(text) ? exactStr(self) : strFromText(sliceText(text, start, start + count));
  }
  const codePoints = new Uint32Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) codePoints[i] = codePointAt(text, at);
  return strFromText(textFromCodePoints(codePoints));
}

function concat(left: Value, right: Value): Value {
  if (typeof left === "string" && typeof right === "string") return concatTexts(left, right) as string;
  const second = textOf(right);
  if (second === undefined) throw typeError(`can only concatenate str (not "${typeName(right)}") to str`);
  return strFromText(concatTexts(selfText(left), second));
}

function repeat(self: Value, count: Value): Value {
  const times = Number(intOf(count));
  return times === 1 ? exactStr(self) : strFromText(repeatText(selfText(self), times));
}

const STR_FLAVOUR: Flavour = {
  name: "string",
  precisionTooBig: "precision too big",
  objectCodes: "sra",
  key: strFromText,
  object: (value, code) => (code === "a" ? asciiText(value) : selfText(code === "r" ? repr(value) : str(value))),
  character: (value) => {
    const message = "%c requires int or char";
    const text = textOf(value);
    if (text === undefined) {
      return textOfCodePoint(characterCode(value, 0x10ffff, message, "%c arg not in range(0x110000)"));
    }
    if (textLength(text) !== 1) throw typeError(message);
    return text;
  },
  float: toDouble,
};

function remainder(left: Value, right: Value): Value {
  const format = textOf(left);
  if (format === undefined) return NOT_IMPLEMENTED;
  const isMapping = isFormatMapping(right) && textOf(right) === undefined;
  return strFromText(percentFormat(format, right, STR_FLAVOUR, isMapping));
}

function formatWithSpec(self: Value, spec: Value): Value {
  const specText = textToJs(specArgument(spec));
  if (specText === "") return typeof self === "string" ? self : str(self);
  const text = selfText(self);
  const length = textLength(text);
  const { keep, left, right } = raising(() => layoutText(length, specText, typeName(self)));
  return strFromText(joinTexts([textFromJs(left), sliceText(text, 0, keep), textFromJs(right)], ""));
}

function encode(self: Value, encoding: Value, errors: Value): Value {
  checkCodecName("encode", "encoding", encoding);
  checkCodecName("encode", "errors", errors);
  return encodeStr(self, encoding, errors);
}

/** As a 64-bit CPython stores it: one, two or four bytes a character. */
function sizeOf(self: Value): number {
  const text = selfText(self);
  const length = textLength(text);
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, codePointAt(text, i));
  // A subclass keeps its characters apart.
  const own = typeOf(self) === STR ? 0 : 8;
  if (largest < 128) return (own === 0 ? 41 : 65) + length;
  return 56 + own + (length + 1) * (largest < 256 ? 1 : largest < 65536 ? 2 : 4);
}

completeType<Value>(STR, {
  doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\nthat will be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\nor repr(object).\nencoding defaults to sys.getdefaultencoding().\nerrors defaults to 'strict'.",
  traits: { basetype: true, matchSelf: true },
  allocate: (cls) => new PyStr("", cls),
  slots: {
    __new__: newStr,
    __repr__: (self) => reprOfText(selfText(self)),
    __hash__: (self) => hashText(selfText(self)),
    __str__: exactStr,
    __getattribute__: genericLookup,
    __lt__: comparison((order) => order < 0),
    __le__: comparison((order) => order <= 0),
    __eq__: comparison((order) => order === 0),
    __ne__: comparison((order) => order !== 0),
    __gt__: comparison((order) => order > 0),
    __ge__: comparison((order) => order >= 0),
    __iter__: makeStrIterator,
    __mod__: remainder,
    __len__: (self) => textLength(selfText(self)),
    __getitem__: getItem,
    sq_concat: concat,
    sq_repeat: repeat,
    __contains__: searching.contains,
  },
  methods: {
    encode: [
      "($self, /, encoding='utf-8', errors='strict')",
      "Encode the string using the codec registered for encoding.\n\n  encoding\n    The encoding in which to encode the string.\n  errors\n    The error handling scheme to use for encoding errors.\n    The default is 'strict' meaning that encoding errors raise a\n    UnicodeEncodeError.  Other possible values are 'ignore', 'replace' and\n    'xmlcharrefreplace' as well as any other name registered with\n    codecs.register_error that can handle UnicodeEncodeErrors.",
      encode,
    ],
    translate: [
      "($self, table, /)",
      "Replace each character in the string using the given translation table.\n\n  table\n    Translation table, which must be a mapping of Unicode ordinals to\n    Unicode ordinals, strings, or None.\n\nThe table must implement lookup/indexing via __getitem__, for instance a\ndictionary or list.  If this operation raises LookupError, the character is\nleft untouched.  Characters mapped to None are deleted.",
      translate,
    ],
    replace: [
      "($self, old, new, count=-1, /)",
      "Return a copy with all occurrences of substring old replaced by new.\n\n  count\n    Maximum number of occurrences to replace.\n    -1 (the default value) means replace all occurrences.\n\nIf the optional argument count is given, only the first count occurrences are\nreplaced.",
      cutting.replace,
    ],
    split: [
      "($self, /, sep=None, maxsplit=-1)",
      "Return a list of the substrings in the string, using sep as the separator string.\n\n  sep\n    The separator used to split the string.\n\n    When set to None (the default value), will split on any whitespace\n    character (including \\n \\r \\t \\f and spaces) and will discard\n    empty strings from the result.\n  maxsplit\n    Maximum number of splits.\n    -1 (the default value) means no limit.\n\nSplitting starts at the front of the string and works to the end.\n\nNote, str.split() is mainly useful for data that has been intentionally\ndelimited.  With natural text that includes punctuation, consider using\nthe regular expression module.",
      cutting.split,
    ],
    rsplit: [
      "($self, /, sep=None, maxsplit=-1)",
      "Return a list of the substrings in the string, using sep as the separator string.\n\n  sep\n    The separator used to split the string.\n\n    When set to None (the default value), will split on any whitespace\n    character (including \\n \\r \\t \\f and spaces) and will discard\n    empty strings from the result.\n  maxsplit\n    Maximum number of splits.\n    -1 (the default value) means no limit.\n\nSplitting starts at the end of the string and works to the front.",
      cutting.rsplit,
    ],
    join: [
      "($self, iterable, /)",
      "Concatenate any number of strings.\n\nThe string whose method is called is inserted in between each given string.\nThe result is returned as a new string.\n\nExample: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'",
      cutting.join,
    ],
    capitalize: [
      "($self, /)",
      "Return a capitalized version of the string.\n\nMore specifically, make the first character have upper case and the rest lower\ncase.",
      kinds.capitalize,
    ],
    casefold: ["($self, /)", "Return a version of the string suitable for caseless comparisons.", kinds.casefold],
    title: [
      "($self, /)",
      "Return a version of the string where each word is titlecased.\n\nMore specifically, words start with uppercased characters and all remaining\ncased characters have lower case.",
      kinds.title,
    ],
    center: [
      "($self, width, fillchar=' ', /)",
      "Return a centered string of length width.\n\nPadding is done using the specified fill character (default is a space).",
      cutting.center,
    ],
    count: [
      "~~($self, sub, start=None, end=None, /)",
      "S.count(sub[, start[, end]]) -> int\n\nReturn the number of non-overlapping occurrences of substring sub in\nstring S[start:end].  Optional arguments start and end are\ninterpreted as in slice notation.",
      searching.count,
    ],
    expandtabs: [
      "($self, /, tabsize=8)",
      "Return a copy where all tab characters are expanded using spaces.\n\nIf tabsize is not given, a tab size of 8 characters is assumed.",
      cutting.expandtabs,
    ],
    find: [
      "~~($self, sub, start=None, end=None, /)",
      "S.find(sub[, start[, end]]) -> int\n\nReturn the lowest index in S where substring sub is found,\nsuch that sub is contained within S[start:end].  Optional\narguments start and end are interpreted as in slice notation.\n\nReturn -1 on failure.",
      searching.find,
    ],
    partition: [
      "($self, sep, /)",
      "Partition the string into three parts using the given separator.\n\nThis will search for the separator in the string.  If the separator is found,\nreturns a 3-tuple containing the part before the separator, the separator\nitself, and the part after it.\n\nIf the separator is not found, returns a 3-tuple containing the original string\nand two empty strings.",
      cutting.partition,
    ],
    index: [
      "~~($self, sub, start=None, end=None, /)",
      "S.index(sub[, start[, end]]) -> int\n\nReturn the lowest index in S where substring sub is found,\nsuch that sub is contained within S[start:end].  Optional\narguments start and end are interpreted as in slice notation.\n\nRaises ValueError when the substring is not found.",
      searching.index,
    ],
    ljust: [
      "($self, width, fillchar=' ', /)",
      "Return a left-justified string of length width.\n\nPadding is done using the specified fill character (default is a space).",
      cutting.ljust,
    ],
    lower: ["($self, /)", "Return a copy of the string converted to lowercase.", kinds.lower],
    lstrip: [
      "($self, chars=None, /)",
      "Return a copy of the string with leading whitespace removed.\n\nIf chars is given and not None, remove characters in chars instead.",
      cutting.lstrip,
    ],
    rfind: [
      "~~($self, sub, start=None, end=None, /)",
      "S.rfind(sub[, start[, end]]) -> int\n\nReturn the highest index in S where substring sub is found,\nsuch that sub is contained within S[start:end].  Optional\narguments start and end are interpreted as in slice notation.\n\nReturn -1 on failure.",
      searching.rfind,
    ],
    rindex: [
      "~~($self, sub, start=None, end=None, /)",
      "S.rindex(sub[, start[, end]]) -> int\n\nReturn the highest index in S where substring sub is found,\nsuch that sub is contained within S[start:end].  Optional\narguments start and end are interpreted as in slice notation.\n\nRaises ValueError when the substring is not found.",
      searching.rindex,
    ],
    rjust: [
      "($self, width, fillchar=' ', /)",
      "Return a right-justified string of length width.\n\nPadding is done using the specified fill character (default is a space).",
      cutting.rjust,
    ],
    rstrip: [
      "($self, chars=None, /)",
      "Return a copy of the string with trailing whitespace removed.\n\nIf chars is given and not None, remove characters in chars instead.",
      cutting.rstrip,
    ],
    rpartition: [
      "($self, sep, /)",
      "Partition the string into three parts using the given separator.\n\nThis will search for the separator in the string, starting at the end. If\nthe separator is found, returns a 3-tuple containing the part before the\nseparator, the separator itself, and the part after it.\n\nIf the separator is not found, returns a 3-tuple containing two empty strings\nand the original string.",
      cutting.rpartition,
    ],
    splitlines: [
      "($self, /, keepends=False)",
      "Return a list of the lines in the string, breaking at line boundaries.\n\nLine breaks are not included in the resulting list unless keepends is given and\ntrue.",
      cutting.splitlines,
    ],
    strip: [
      "($self, chars=None, /)",
      "Return a copy of the string with leading and trailing whitespace removed.\n\nIf chars is given and not None, remove characters in chars instead.",
      cutting.strip,
    ],
    swapcase: [
      "($self, /)",
      "Convert uppercase characters to lowercase and lowercase characters to uppercase.",
      kinds.swapcase,
    ],
    upper: ["($self, /)", "Return a copy of the string converted to uppercase.", kinds.upper],
    startswith: [
      "~~($self, prefix, start=None, end=None, /)",
      "S.startswith(prefix[, start[, end]]) -> bool\n\nReturn True if S starts with the specified prefix, False otherwise.\nWith optional start, test S beginning at that position.\nWith optional end, stop comparing S at that position.\nprefix can also be a tuple of strings to try.",
      searching.startswith,
    ],
    endswith: [
      "~~($self, suffix, start=None, end=None, /)",
      "S.endswith(suffix[, start[, end]]) -> bool\n\nReturn True if S ends with the specified suffix, False otherwise.\nWith optional start, test S beginning at that position.\nWith optional end, stop comparing S at that position.\nsuffix can also be a tuple of strings to try.",
      searching.endswith,
    ],
    removeprefix: [
      "($self, prefix, /)",
      "Return a str with the given prefix string removed if present.\n\nIf the string starts with the prefix string, return string[len(prefix):].\nOtherwise, return a copy of the original string.",
      cutting.removeprefix,
    ],
    removesuffix: [
      "($self, suffix, /)",
      "Return a str with the given suffix string removed if present.\n\nIf the string ends with the suffix string and that suffix is not empty,\nreturn string[:-len(suffix)]. Otherwise, return a copy of the original\nstring.",
      cutting.removesuffix,
    ],
    isascii: [
      "($self, /)",
      "Return True if all characters in the string are ASCII, False otherwise.\n\nASCII characters have code points in the range U+0000-U+007F.\nEmpty string is ASCII too.",
      kinds.isascii,
    ],
    islower: [
      "($self, /)",
      "Return True if the string is a lowercase string, False otherwise.\n\nA string is lowercase if all cased characters in the string are lowercase and\nthere is at least one cased character in the string.",
      kinds.islower,
    ],
    isupper: [
      "($self, /)",
      "Return True if the string is an uppercase string, False otherwise.\n\nA string is uppercase if all cased characters in the string are uppercase and\nthere is at least one cased character in the string.",
      kinds.isupper,
    ],
    istitle: [
      "($self, /)",
      "Return True if the string is a title-cased string, False otherwise.\n\nIn a title-cased string, upper- and title-case characters may only\nfollow uncased characters and lowercase characters only cased ones.",
      kinds.istitle,
    ],
    isspace: [
      "($self, /)",
      "Return True if the string is a whitespace string, False otherwise.\n\nA string is whitespace if all characters in the string are whitespace and there\nis at least one character in the string.",
      kinds.isspace,
    ],
    isdecimal: [
      "($self, /)",
      "Return True if the string is a decimal string, False otherwise.\n\nA string is a decimal string if all characters in the string are decimal and\nthere is at least one character in the string.",
      kinds.isdecimal,
    ],
    isdigit: [
      "($self, /)",
      "Return True if the string is a digit string, False otherwise.\n\nA string is a digit string if all characters in the string are digits and there\nis at least one character in the string.",
      kinds.isdigit,
    ],
    isnumeric: [
      "($self, /)",
      "Return True if the string is a numeric string, False otherwise.\n\nA string is numeric if all characters in the string are numeric and there is at\nleast one character in the string.",
      kinds.isnumeric,
    ],
    isalpha: [
      "($self, /)",
      "Return True if the string is an alphabetic string, False otherwise.\n\nA string is alphabetic if all characters in the string are alphabetic and there\nis at least one character in the string.",
      kinds.isalpha,
    ],
    isalnum: [
      "($self, /)",
      "Return True if the string is an alpha-numeric string, False otherwise.\n\nA string is alpha-numeric if all characters in the string are alpha-numeric and\nthere is at least one character in the string.",
      kinds.isalnum,
    ],
    isidentifier: [
      "($self, /)",
      'Return True if the string is a valid Python identifier, False otherwise.\n\nCall keyword.iskeyword(s) to test whether string s is a reserved identifier,\nsuch as "def" or "class".',
      kinds.isidentifier,
    ],
    isprintable: [
      "($self, /)",
      "Return True if the string is printable, False otherwise.\n\nA string is printable if all of its characters are considered printable in\nrepr() or if it is empty.",
      kinds.isprintable,
    ],
    zfill: [
      "($self, width, /)",
      "Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe string is never truncated.",
      cutting.zfill,
    ],
    format: [
      "~($self, /, *args, **kwargs)",
      "S.format(*args, **kwargs) -> str\n\nReturn a formatted version of S, using substitutions from args and kwargs.\nThe substitutions are identified by braces ('{' and '}').",
      format,
    ],
    format_map: [
      "~($self, mapping, /)",
      "S.format_map(mapping) -> str\n\nReturn a formatted version of S, using substitutions from mapping.\nThe substitutions are identified by braces ('{' and '}').",
      formatMap,
    ],
    __format__: [
      "($self, format_spec, /)",
      "Return a formatted version of the string as described by format_spec.",
      formatWithSpec,
    ],
    __sizeof__: ["($self, /)", "Return the size of the string in memory, in bytes.", sizeOf],
    __getnewargs__: ["~($self, /)", undefined, (self: Value) => tuple([exactStr(self)])],
  },
  staticmethods: {
    maketrans: [
      "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
      "Return a translation table usable for str.translate().\n\nIf there is only one argument, it must be a dictionary mapping Unicode\nordinals (integers) or characters to Unicode ordinals, strings or None.\nCharacter keys will be then converted to ordinals.\nIf there are two arguments, they must be strings of equal length, and\nin the resulting dictionary, each character in x will be mapped to the\ncharacter at the same position in y. If there is a third argument, it\nmust be a string, whose characters will be mapped to None in the result.",
      maketrans,
    ],
  },
});
