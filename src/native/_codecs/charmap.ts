/**
 * charmap_encode, charmap_decode and charmap_build: codecs given by a mapping (CPython Objects/unicodeobject.c).
 */
import { DICT, NONE, STR, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { getItem } from "../../objects/kernel/iterate.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { intOf, PyBytes, PyStr, textOf } from "../../objects/kernel/payload.ts";
import { suppress, typeError } from "../../objects/kernel/raise.ts";
import { toEncode } from "../../objects/types/codec-errors.ts";
import { codePointsOf, textArgument } from "../../objects/types/text.ts";
import type { DecodingMap, EncodingMap } from "../../util/codecs/single-byte.ts";

const UNDEFINED = 0xfffe;

/** What charmap_build makes of a table of 256 characters: their bytes, by character. */
class PyEncodingMap extends PyObject {
  constructor(
    readonly bytes: ReadonlyMap<number, number>,
    /** What CPython's layout of it would take. */
    readonly size: number,
  ) {
    super(ENCODING_MAP);
  }
}

const ENCODING_MAP = defineType<PyEncodingMap>("EncodingMap", {
  traits: { noConstructor: true },
  methods: {
    size: ["~($self, /)", "Return the size (in bytes) of this object", (self: PyEncodingMap) => self.size],
  },
});

/** The bytes that CPython's trie of three levels takes. */
function trieSize(second: number, third: number): number {
  return 63 + 16 * second + 128 * third;
}

export function charmapBuild(map: Value): Value {
  const points = codePointsOf(textArgument(map, "charmap_build", "argument"));
  if (points.length === 0) throw typeError("bad argument type for built-in operation");
  const length = Math.min(points.length, 256);
  const second = new Set<number>();
  const third = new Set<number>();
  let plain = points[0] === 0;
  for (let i = 1; i < length; i++) {
    const c = points[i];
    if (c === 0 || c > 0xffff) plain = false;
    if (c === UNDEFINED) continue;
    second.add(c >> 11);
    third.add(c >> 7);
  }
  if (!plain || second.size >= 0xff || third.size >= 0xff) return buildDict(points, length);
  const bytes = new Map<number, number>([[0, 0]]);
  for (let i = 1; i < length; i++) if (points[i] !== UNDEFINED) bytes.set(points[i], i);
  return new PyEncodingMap(bytes, trieSize(second.size, third.size));
}

function buildDict(points: Uint32Array | Uint16Array, length: number): PyDict {
  const dict = new PyDict();
  for (let i = 0; i < length; i++) dict.set(points[i], i);
  return dict;
}

const lookup = (mapping: Value, key: number): Value | undefined => {
  if (mapping instanceof PyDict && mapping.cls === DICT) return mapping.get(key);
  return suppress(EXCEPTIONS.LookupError, () => getItem(mapping, key));
};

/** The mapping argument of charmap_encode, as util/codecs takes it. */
export function encodingMap(mapping: Value): EncodingMap {
  if (mapping instanceof PyEncodingMap) return (codePoint) => mapping.bytes.get(codePoint);
  return (codePoint) => {
    const found = lookup(mapping, codePoint);
    if (found === undefined || found === NONE) return undefined;
    const byte = intOf(found);
    if (byte !== undefined) {
      if (byte < 0 || byte > 255) throw typeError("character mapping must be in range(256)");
      return Number(byte);
    }
    if (found instanceof PyBytes) return found.bytes;
    throw typeError(`character mapping must return integer, bytes or None, not ${typeName(found)}`);
  };
}

/** The mapping argument of charmap_decode. */
export function decodingMap(mapping: Value): DecodingMap {
  if (typeof mapping === "string" || (mapping instanceof PyStr && mapping.cls === STR)) {
    const points = codePointsOf(textOf(mapping) ?? "");
    return (byte) => (byte >= points.length || points[byte] === UNDEFINED ? undefined : points[byte]);
  }
  return (byte) => {
    const found = lookup(mapping, byte);
    if (found === undefined || found === NONE) return undefined;
    const codePoint = intOf(found);
    if (codePoint !== undefined) {
      if (codePoint < 0 || codePoint > 0x10ffff) throw typeError("character mapping must be in range(0x110000)");
      return Number(codePoint) === UNDEFINED ? undefined : Number(codePoint);
    }
    const text = textOf(found);
    if (text === undefined) throw typeError("character mapping must return integer, None or str");
    return text === "\ufffe" ? undefined : toEncode(text);
  };
}
