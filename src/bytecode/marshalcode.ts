/**
 * Reads the marshalled code of a module (CPython: r_object in Python/marshal.c), with the body of a code object left where
 * it is until somebody wants it: most functions of most modules never run.
 *
 * The data is scanned once, which checks all that the eager reader would check and notes where each object that can be
 * referred to lies; then objects are made from any place, in any order, each of these once. Data in which anything is
 * wrong or unusual is left to the eager reader (marshalreader.ts), which has the errors.
 *
 * Trap: references are numbered in the order of the data, so whoever reads at a place must know the number of the next one
 * there: place and number always go together.
 */
import {
  CO_FAST_LOCAL,
  CO_VARARGS,
  CO_VARKEYWORDS,
  CodeBlob,
  type CodeBody,
  type CodeHead,
  type DeferredBody,
} from "./code.ts";
import {
  BytesConstant,
  type Constant,
  FloatConstant,
  FrozenSetConstant,
  type Plain,
  type Text,
  TupleConstant,
  type WideText,
} from "./constants.ts";
import * as format from "./marshalformat.ts";
import { MarshalError } from "./marshalformat.ts";
import { readMarshal } from "./marshalreader.ts";
import { isSurrogate, stringOfCodePoints } from "./surrogatepass.ts";
import { UnchangingBytes } from "./unchanging.ts";

/** The code object at the start of the data; undefined if that is not one, or not one as a compiler makes them. */
function readModuleCode(source: UnchangingBytes, start: number): CodeBlob | undefined {
  if ((source.bytes[start]! & ~format.FLAG_REF) !== format.TYPE_CODE) return undefined;
  return new CodeImage(source).moduleAt(start);
}

/** The object at `start` of bytes that never change: code with its bodies left where they are. Throws `MarshalError`. */
export function readUnchanging(bytes: Uint8Array, start = 0): Plain {
  return readUnchangingAt(new UnchangingBytes(() => bytes), start);
}

/** The same of bytes that may be forgotten meanwhile. */
export function readUnchangingAt(source: UnchangingBytes, start = 0): Plain {
  return readModuleCode(source, start) ?? readMarshal(source.bytes, start).value;
}

/** Nesting beyond which data is unusual. */
const MAX_SCAN_DEPTH = 100;
const NO_BYTES = new Uint8Array(0);
/** Thrown, and caught by `scan`. */
const UNUSUAL = Symbol("unusual");
/** The place of what is not complete. */
const PENDING = -1;
/** `co_argcount` to `co_flags`. */
const NUMBERS_SIZE = 20;
const PERCENT = 0x25;

/** Where the parts of a code object lie; `reference` numbers the next reference there. */
class CodePlace {
  end = 0;
  endReference = 0;
  textsAt = 0;
  textsReference = 0;
  nlocalsplus = 0;

  constructor(
    readonly bodyAt: number,
    readonly bodyReference: number,
  ) {}
}

class CodeImage {
  /** Those of the source, while something is read. */
  private bytes: Uint8Array = NO_BYTES;
  /** By the number of a reference: where its object lies, and the object once it was made. */
  private readonly places: number[] = [];
  private readonly objects: (Plain | undefined)[] = [];
  /** By the offset of a code object. */
  private readonly codes = new Map<number, CodePlace>();
  private readonly internedTexts = new Map<string, boolean>();
  private isScanned = false;
  private at = 0;
  /** The number of the next reference. */
  private reference = 0;
  private depth = 0;

  constructor(private readonly source: UnchangingBytes) {}

  /** The code object at `start`; undefined if that is not one as a compiler makes them. */
  moduleAt(start: number): CodeBlob | undefined {
    this.bytes = this.source.bytes;
    this.at = start;
    const code = this.scan() ? (this.objectAt(start, 0) as CodeBlob) : undefined;
    this.bytes = NO_BYTES;
    return code;
  }

  private scan(): boolean {
    try {
      this.skip();
      this.isScanned = true;
      return true;
    } catch (error) {
      // Data that ends too early; the eager reader says what is wrong.
      if (error === UNUSUAL || error instanceof MarshalError) return false;
      throw error;
    }
  }

  /** Step over an object; its type. */
  private skip(): number {
    const { bytes } = this;
    const start = this.at;
    if (start >= bytes.length) throw UNUSUAL;
    const code = bytes[start]!;
    this.at = start + 1;
    const type = code & ~format.FLAG_REF;
    const reference = code === type ? -1 : this.reference++;
    if (reference >= 0) this.places[reference] = start;
    switch (type) {
      // Most objects are one of these two, so they are stepped over here.
      case format.TYPE_REF: {
        if (start + 5 > bytes.length) throw UNUSUAL;
        this.at = start + 5;
        const place = this.places[this.int32At(start + 1)];
        if (place === undefined || place === PENDING) throw UNUSUAL;
        return bytes[place]! & ~format.FLAG_REF;
      }
      case format.TYPE_SHORT_ASCII:
      case format.TYPE_SHORT_ASCII_INTERNED: {
        const size = bytes[start + 1];
        if (size === undefined || start + 2 + size > bytes.length) throw UNUSUAL;
        this.at = start + 2 + size;
        if (size === 1 && !this.isScanned && bytes[start + 2] === PERCENT) {
          this.internedTexts.set("%", type === format.TYPE_SHORT_ASCII_INTERNED);
        }
        return type;
      }
      case format.TYPE_ASCII:
      case format.TYPE_ASCII_INTERNED:
      case format.TYPE_STRING:
        this.step(this.size());
        return type;
      case format.TYPE_NONE:
      case format.TYPE_TRUE:
      case format.TYPE_FALSE:
      case format.TYPE_ELLIPSIS:
        return type;
      case format.TYPE_INT:
        this.step(4);
        return type;
      case format.TYPE_BINARY_FLOAT:
        this.step(8);
        return type;
    }
    if (this.depth++ > MAX_SCAN_DEPTH) throw UNUSUAL;
    if (reference >= 0) this.places[reference] = PENDING;
    this.skipCompound(type, start);
    if (reference >= 0) this.places[reference] = start;
    this.depth--;
    return type;
  }

  private skipCompound(type: number, start: number): void {
    switch (type) {
      case format.TYPE_CODE:
        this.skipCode(start);
        break;
      case format.TYPE_SMALL_TUPLE:
        for (let left = this.byte(); left > 0; left--) this.skip();
        break;
      case format.TYPE_TUPLE:
      case format.TYPE_FROZENSET:
        for (let left = this.size(); left > 0; left--) this.skip();
        break;
      default:
        this.skipScalar(type, start);
    }
  }

  /** The type of what a reference refers to; it must be complete. */
  private targetType(): number {
    return this.bytes[this.targetPlace()]! & ~format.FLAG_REF;
  }

  private targetPlace(): number {
    const place = this.places[this.int32()];
    if (place === undefined || place === PENDING) throw UNUSUAL;
    return place;
  }

  /** Numbers and texts that are not often met. */
  private skipScalar(type: number, start: number): void {
    const isInterned = type === format.TYPE_INTERNED;
    if (!SCALARS.has(type)) throw UNUSUAL;
    const { value, end } = readMarshal(this.bytes, start);
    this.at = end;
    if (this.isScanned || (type !== format.TYPE_UNICODE && !isInterned)) return;
    const text = nameOf(value);
    if (!isInterned || !this.internedTexts.has(text)) this.internedTexts.set(text, isInterned);
  }

  private skipCode(start: number): void {
    const known = this.codes.get(start);
    if (known !== undefined) {
      this.at = known.end;
      this.reference = known.endReference;
      return;
    }
    const numbers = this.step(NUMBERS_SIZE);
    const place = new CodePlace(this.at, this.reference);
    const codeAt = this.skipOf(format.TYPE_STRING);
    if (this.int32At(codeAt + 1) % 2 !== 0) throw UNUSUAL;
    if (!isTuple(this.skip())) throw UNUSUAL;
    this.skipNames();
    place.nlocalsplus = this.skipNames();
    const kindsAt = this.skipOf(format.TYPE_STRING);
    place.textsAt = this.at;
    place.textsReference = this.reference;
    for (let i = 0; i < 3; i++) if (!isText(this.skip())) throw UNUSUAL;
    this.step(4);
    this.skipOf(format.TYPE_STRING);
    this.skipOf(format.TYPE_STRING);
    place.end = this.at;
    place.endReference = this.reference;
    this.checkCode(numbers, kindsAt, place.nlocalsplus);
    this.codes.set(start, place);
  }

  /** Step over an object of this type; where it lies. */
  private skipOf(type: number): number {
    const start = this.at;
    if (this.skip() !== type) throw UNUSUAL;
    return this.origin(start);
  }

  /** Where the object lies that is at `start` or is referred to there. */
  private origin(start: number): number {
    return this.bytes[start]! === format.TYPE_REF ? this.places[this.int32At(start + 1)]! : start;
  }

  /** Step over a tuple of str; how many there are. */
  private skipNames(): number {
    const { bytes } = this;
    const start = this.at;
    if (!isTuple(this.skip())) throw UNUSUAL;
    const end = this.at;
    const tupleAt = this.origin(start);
    this.at = tupleAt + 1;
    const count = (bytes[tupleAt]! & ~format.FLAG_REF) === format.TYPE_TUPLE ? this.size() : this.byte();
    for (let i = 0; i < count; i++) {
      const type = bytes[this.at++]! & ~format.FLAG_REF;
      if (type === format.TYPE_SHORT_ASCII_INTERNED || type === format.TYPE_SHORT_ASCII) this.step(this.byte());
      else if (type === format.TYPE_REF) {
        if (!isText(this.targetType())) throw UNUSUAL;
      } else if (isText(type)) this.step(this.size());
      else throw UNUSUAL;
    }
    this.at = end;
    return count;
  }

  /** `_PyCode_Validate`. */
  private checkCode(numbersAt: number, kindsAt: number, nlocalsplus: number): void {
    const argcount = this.int32At(numbersAt);
    const posonlyargcount = this.int32At(numbersAt + 4);
    const kwonlyargcount = this.int32At(numbersAt + 8);
    const flags = this.int32At(numbersAt + 16);
    if (argcount < posonlyargcount || posonlyargcount < 0 || kwonlyargcount < 0) throw UNUSUAL;
    if (this.int32At(numbersAt + 12) < 0 || flags < 0) throw UNUSUAL;
    if (this.int32At(kindsAt + 1) !== nlocalsplus) throw UNUSUAL;
    let locals = 0;
    for (let i = 0; i < nlocalsplus; i++) if ((this.bytes[kindsAt + 5 + i]! & CO_FAST_LOCAL) !== 0) locals++;
    const starred = ((flags & CO_VARARGS) !== 0 ? 1 : 0) + ((flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
    if (locals < argcount + kwonlyargcount + starred) throw UNUSUAL;
  }

  /** The object at a place, where `reference` is the number of the next reference. */
  private objectAt(place: number, reference: number): Plain {
    const { at, reference: previous } = this;
    this.at = place;
    this.reference = reference;
    const object = this.read();
    this.at = at;
    this.reference = previous;
    return object;
  }

  private read(): Plain {
    const start = this.at;
    const code = this.bytes[start]!;
    if (code === format.TYPE_REF) {
      this.at = start + 1;
      const number = this.int32();
      return this.objects[number] ?? this.objectAt(this.places[number]!, number);
    }
    if ((code & format.FLAG_REF) === 0) {
      this.at = start + 1;
      return this.make(code, start);
    }
    const known = this.objects[this.reference];
    if (known !== undefined) {
      this.skip();
      return known;
    }
    const own = this.reference++;
    this.at = start + 1;
    const object = this.make(code & ~format.FLAG_REF, start);
    this.objects[own] = object;
    return object;
  }

  private make(type: number, start: number): Plain {
    switch (type) {
      case format.TYPE_SHORT_ASCII:
      case format.TYPE_SHORT_ASCII_INTERNED:
        return this.latin1(this.byte());
      case format.TYPE_ASCII:
      case format.TYPE_ASCII_INTERNED:
        return this.latin1(this.size());
      case format.TYPE_SMALL_TUPLE:
        return new TupleConstant(this.items(this.byte()));
      case format.TYPE_TUPLE:
        return new TupleConstant(this.items(this.size()));
      case format.TYPE_FROZENSET:
        return new FrozenSetConstant(this.items(this.size()));
      case format.TYPE_NONE:
        return null;
      case format.TYPE_TRUE:
        return true;
      case format.TYPE_FALSE:
        return false;
      case format.TYPE_INT:
        return this.int32();
      case format.TYPE_BINARY_FLOAT:
        return new FloatConstant(this.float());
      case format.TYPE_STRING: {
        const from = this.step(this.size());
        return new BytesConstant(this.bytes.slice(from, this.at));
      }
      case format.TYPE_CODE:
        return this.code(start);
    }
    const { value, end } = readMarshal(this.bytes, start);
    this.at = end;
    return value;
  }

  private items(count: number): Plain[] {
    const items: Plain[] = [];
    for (let i = 0; i < count; i++) items.push(this.read());
    return items;
  }

  private code(start: number): CodeBlob {
    const place = this.codes.get(start) as CodePlace;
    this.at = place.textsAt;
    this.reference = place.textsReference;
    const head: CodeHead = {
      co_argcount: this.int32At(start + 1),
      co_posonlyargcount: this.int32At(start + 5),
      co_kwonlyargcount: this.int32At(start + 9),
      co_stacksize: this.int32At(start + 13),
      co_flags: this.int32At(start + 17),
      co_filename: this.read() as Text,
      co_name: nameOf(this.read()),
      co_qualname: nameOf(this.read()),
      co_firstlineno: this.int32(),
      internedTexts: this.internedTexts,
    };
    this.at = place.end;
    this.reference = place.endReference;
    return new CodeBlob(head, new BodyInImage(this, place));
  }

  /** The body of a code object. */
  body(place: CodePlace): CodeBody {
    const { at, reference } = this;
    this.bytes = this.source.bytes;
    this.at = place.bodyAt;
    this.reference = place.bodyReference;
    const co_code = this.readBytes();
    const co_consts = (this.read() as TupleConstant).items as Constant[];
    const co_names = (this.read() as TupleConstant).items.map(nameOf);
    const co_localsplusnames = (this.read() as TupleConstant).items.map(nameOf);
    const co_localspluskinds = this.readBytes();
    for (let i = 0; i < 3; i++) this.skip();
    this.step(4);
    const co_linetable = this.readBytes();
    const co_exceptiontable = this.readBytes();
    this.bytes = NO_BYTES;
    this.at = at;
    this.reference = reference;
    return {
      co_code,
      co_consts,
      co_names,
      co_localsplusnames,
      co_localspluskinds,
      co_linetable,
      co_exceptiontable,
    };
  }

  private readBytes(): Uint8Array {
    return (this.read() as BytesConstant).bytes;
  }

  private byte(): number {
    return this.bytes[this.step(1)]!;
  }

  private float(): number {
    const at = this.step(8);
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + at, 8).getFloat64(0, true);
  }

  /** Without a DataView: the address that one holds would get into a snapshot of the heap. */
  private int32At(at: number): number {
    const { bytes } = this;
    return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  }

  private int32(): number {
    return this.int32At(this.step(4));
  }

  private size(): number {
    const size = this.int32();
    if (size < 0) throw UNUSUAL;
    return size;
  }

  /** Step over `size` bytes; where they begin. */
  private step(size: number): number {
    const start = this.at;
    if (size > this.bytes.length - start) throw UNUSUAL;
    this.at = start + size;
    return start;
  }

  private latin1(size: number): string {
    const start = this.step(size);
    return this.source.text.slice(start, this.at);
  }
}

class BodyInImage implements DeferredBody {
  readonly nlocalsplus: number;

  constructor(
    private readonly image: CodeImage,
    private readonly place: CodePlace,
  ) {
    this.nlocalsplus = place.nlocalsplus;
  }

  load(): CodeBody {
    return this.image.body(this.place);
  }
}

/** Types without references in them, which the eager reader reads where they are. */
const SCALARS = new Set([
  format.TYPE_LONG,
  format.TYPE_FLOAT,
  format.TYPE_COMPLEX,
  format.TYPE_BINARY_COMPLEX,
  format.TYPE_UNICODE,
  format.TYPE_INTERNED,
]);

const isTuple = (type: number): boolean => type === format.TYPE_SMALL_TUPLE || type === format.TYPE_TUPLE;

function isText(type: number): boolean {
  switch (type) {
    case format.TYPE_SHORT_ASCII_INTERNED:
    case format.TYPE_SHORT_ASCII:
    case format.TYPE_ASCII_INTERNED:
    case format.TYPE_ASCII:
    case format.TYPE_INTERNED:
    case format.TYPE_UNICODE:
      return true;
  }
  return false;
}

/** Names are JavaScript strings, also beyond U+FFFF; one with a lone surrogate cannot have come from a source. */
function nameOf(text: Plain): string {
  if (typeof text === "string") return text;
  const { codePoints } = text as WideText;
  if (codePoints.some(isSurrogate)) throw UNUSUAL;
  return stringOfCodePoints(codePoints);
}
