/**
 * Reads marshal data of versions 0 to 4 into plain data (CPython: the r_* functions of Python/marshal.c).
 *
 * Traps: "a" and "z" strings may hold bytes from 0x80 on, which are Latin-1. A frozenset or code object cannot
 * be referred to before it is complete; a tuple, list, dict or set can. Nothing is allocated by a size that the
 * data claims: lists grow as items arrive, and byte runs are checked against what is left. Nesting is kept on a
 * list of frames, because 2000 levels are more than the host's stack may bear.
 */
import { parseFloatText } from "../util/float-text.ts";
import { latin1Decoder } from "../util/text/latin1.ts";
import { CO_FAST_LOCAL, CO_VARARGS, CO_VARKEYWORDS, CodeBlob, type InternedTexts } from "./code.ts";
import {
  BytesConstant,
  ComplexConstant,
  type Constant,
  DictConstant,
  EllipsisConstant,
  FloatConstant,
  FrozenSetConstant,
  ListConstant,
  type Plain,
  SetConstant,
  StopIterationConstant,
  type Text,
  TupleConstant,
  WideText,
} from "./constants.ts";
import * as format from "./marshalformat.ts";
import { MarshalError } from "./marshalformat.ts";
import { decodeSurrogatePass, isSurrogate, stringOfCodePoints, Utf8Error } from "./surrogatepass.ts";

/** A C NULL in the data: the end of a dict, anywhere else an error. */
const NULL = Symbol("NULL");
/** Holds the place of an object that is not complete in the list of references. */
const PENDING = Symbol("pending");

/** Reads one object; `end` is the offset behind it. Throws `MarshalError`. */
export function readMarshal(bytes: Uint8Array, start = 0): { value: Plain; end: number } {
  const reader = new Reader(bytes, start);
  return { value: wholeObject(reader), end: reader.at };
}

/**
 * The next `size` bytes of a stream that has no known end, fewer at its end. It is asked for what the object
 * needs and never for more, so that the stream stands right behind the object afterwards.
 */
export type ByteSource = (size: number) => Uint8Array;

/** Reads one object from a stream. Throws `MarshalError`, and what the source throws. */
export function readMarshalFrom(source: ByteSource): Plain {
  return wholeObject(new Reader(new Uint8Array(0), 0, source));
}

function wholeObject(reader: Reader): Plain {
  const value = reader.object();
  if (value === NULL) {
    throw new MarshalError("TypeError", "NULL object in marshal data for object");
  }
  return value;
}

/** A container that waits for its items. */
type Frame = ItemsFrame | DictFrame | CodeFrame;

class Reader {
  #bytes: Uint8Array;
  #view: DataView;
  readonly #source: ByteSource | undefined;
  readonly #references: (Plain | typeof PENDING)[] = [];
  readonly #frames: Frame[] = [];
  /** All bytes as Latin-1 text, of which short strings are cut: much faster than to make each from its bytes. */
  #text: string | undefined = undefined;
  /** For the code objects of the data: see `CodeBlob.internedTexts`. */
  readonly internedTexts = new Map<string, boolean>();
  at: number;

  constructor(bytes: Uint8Array, start: number, source?: ByteSource) {
    this.#source = source;
    // A subclass of the host's may slice in another way.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = start;
  }

  object(): Plain | typeof NULL {
    const frames = this.#frames;
    for (;;) {
      let object = this.#next();
      while (object !== undefined) {
        const frame = frames[frames.length - 1];
        if (frame === undefined) {
          return object;
        }
        object = frame.accept(object, this);
        if (object !== undefined) {
          frames.pop();
          if (frame.reference >= 0 && object !== NULL) {
            this.#references[frame.reference] = object;
          }
        }
      }
    }
  }

  /** Reads one object, or the head of a container that then waits for its items. */
  #next(): Plain | typeof NULL | undefined {
    if (this.at >= this.#bytes.length && !this.#refill(1)) {
      throw new MarshalError("EOFError", "EOF read where object expected");
    }
    const code = this.#bytes[this.at++]!;
    if (this.#frames.length >= format.MAX_DEPTH) {
      throw new MarshalError("ValueError", "recursion limit exceeded");
    }
    const isShared = (code & format.FLAG_REF) !== 0;
    const type = code & ~format.FLAG_REF;
    switch (type) {
      case format.TYPE_SHORT_ASCII:
      case format.TYPE_SHORT_ASCII_INTERNED: {
        const text = this.#latin1(this.#byte());
        if (text === "%") this.internedTexts.set(text, type === format.TYPE_SHORT_ASCII_INTERNED);
        if (isShared) {
          this.#references.push(text);
        }
        return text;
      }
      case format.TYPE_REF:
        return this.#reference();
      case format.TYPE_NULL:
        return NULL;
      case format.TYPE_NONE:
        return null;
      case format.TYPE_FALSE:
        return false;
      case format.TYPE_TRUE:
        return true;
      case format.TYPE_STOPITER:
        return StopIterationConstant.instance;
      case format.TYPE_ELLIPSIS:
        return EllipsisConstant.instance;
      case format.TYPE_TUPLE:
        return this.#filled("tuple", this.#size("tuple"), isShared, new TupleConstant([]));
      case format.TYPE_SMALL_TUPLE:
        return this.#filled("tuple", this.#byte(), isShared, new TupleConstant([]));
      case format.TYPE_LIST:
        return this.#filled("list", this.#size("list"), isShared, new ListConstant([]));
      case format.TYPE_SET:
        return this.#filled("set", this.#size("set"), isShared, new SetConstant([]));
      case format.TYPE_FROZENSET:
        return this.#frozenSet(this.#size("set"), isShared);
      case format.TYPE_DICT:
        this.#frames.push(new DictFrame(this.#share(new DictConstant([]), isShared)));
        return undefined;
      case format.TYPE_CODE:
        this.#frames.push(new CodeFrame(this.#reserve(isShared), this));
        return undefined;
    }
    return this.#share(this.#scalar(type), isShared);
  }

  /** A container to which its own items may refer. */
  #filled(
    name: string,
    size: number,
    isShared: boolean,
    container: TupleConstant | ListConstant | SetConstant,
  ): Plain | undefined {
    if (isShared) {
      this.#references.push(container);
    }
    if (size === 0) {
      return container;
    }
    this.#frames.push(new ItemsFrame(name, size, container, -1));
    return undefined;
  }

  #frozenSet(size: number, isShared: boolean): Plain | undefined {
    const set = new FrozenSetConstant([]);
    if (size === 0) {
      return this.#share(set, isShared);
    }
    this.#frames.push(new ItemsFrame("set", size, set, this.#reserve(isShared)));
    return undefined;
  }

  #share<Value extends Plain>(value: Value, isShared: boolean): Value {
    if (isShared) {
      this.#references.push(value);
    }
    return value;
  }

  /** The index of a reference to what nothing may refer to before it is complete; -1 if nothing refers to it at all. */
  #reserve(isShared: boolean): number {
    return isShared ? this.#references.push(PENDING) - 1 : -1;
  }

  #reference(): Plain {
    const value = this.#references[this.int32()];
    if (value === undefined || value === PENDING) {
      throw new MarshalError("ValueError", "bad marshal data (invalid reference)");
    }
    return value;
  }

  #scalar(type: number): Plain {
    switch (type) {
      case format.TYPE_INT:
        return this.int32();
      case format.TYPE_INT64:
        return plainInt(this.#int64());
      case format.TYPE_LONG:
        return this.#long();
      case format.TYPE_FLOAT:
        return new FloatConstant(this.#floatText());
      case format.TYPE_BINARY_FLOAT:
        return new FloatConstant(this.#double());
      case format.TYPE_COMPLEX: {
        const real = this.#floatText();
        return new ComplexConstant(real, this.#floatText());
      }
      case format.TYPE_BINARY_COMPLEX: {
        const real = this.#double();
        return new ComplexConstant(real, this.#double());
      }
      case format.TYPE_STRING:
        return new BytesConstant(this.#take(this.#size("bytes object")));
      case format.TYPE_UNICODE:
        return this.#noted(this.#utf8(this.#take(this.#size("string"))), false);
      case format.TYPE_INTERNED:
        return this.#noted(this.#utf8(this.#take(this.#size("string"))), true);
      case format.TYPE_ASCII:
      case format.TYPE_ASCII_INTERNED:
        return this.#latin1(this.#size("string"));
    }
    throw new MarshalError("ValueError", "bad marshal data (unknown type code)");
  }

  #byte(): number {
    if (this.at >= this.#bytes.length && !this.#refill(1)) {
      throw new MarshalError("EOFError", "EOF read where not expected");
    }
    return this.#bytes[this.at++]!;
  }

  /** Step over `size` bytes; where they begin. Bytes and view may be others afterwards. */
  #step(size: number): number {
    if (size > this.#bytes.length - this.at && !this.#refill(size)) {
      const problem = this.#source === undefined ? "marshal data too short" : "EOF read where not expected";
      throw new MarshalError("EOFError", problem);
    }
    const start = this.at;
    this.at = start + size;
    return start;
  }

  /** Replace the bytes, which are all used up, by the next `size` of the stream; false if it has not so many. */
  #refill(size: number): boolean {
    if (this.#source === undefined) return false;
    const bytes = this.#source(size);
    if (bytes.length < size) return false;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#text = undefined;
    this.at = 0;
    return true;
  }

  #take(size: number): Uint8Array {
    const start = this.#step(size);
    return this.#bytes.slice(start, this.at);
  }

  int32(): number {
    const start = this.#step(4);
    return this.#view.getInt32(start, true);
  }

  #double(): number {
    const start = this.#step(8);
    return this.#view.getFloat64(start, true);
  }

  #uint16(): number {
    const start = this.#step(2);
    return this.#view.getUint16(start, true);
  }

  #int64(): bigint {
    const start = this.#step(8);
    return this.#view.getBigInt64(start, true);
  }

  #latin1(size: number): string {
    const start = this.#step(size);
    if (this.#bytes.length > MAX_TEXT) {
      return latin1Decoder.decode(this.#bytes.subarray(start, this.at));
    }
    this.#text ??= latin1Decoder.decode(this.#bytes);
    return this.#text.slice(start, this.at);
  }

  #size(what: string): number {
    const size = this.int32();
    if (size < 0) {
      throw new MarshalError("ValueError", `bad marshal data (${what} size out of range)`);
    }
    return size;
  }

  /** A text that stands in the data as a plain object at least once is no interned constant. */
  #noted(text: Text, isInterned: boolean): Text {
    const key = typeof text === "string" ? text : stringOfCodePoints(text.codePoints);
    if (!isInterned || !this.internedTexts.has(key)) this.internedTexts.set(key, isInterned);
    return text;
  }

  #digit(isLast: boolean): number {
    const digit = this.#uint16();
    if (digit >>> format.DIGIT_BITS !== 0) {
      throw new MarshalError("ValueError", "bad marshal data (digit out of range in long)");
    }
    if (digit === 0 && isLast) throw new MarshalError("ValueError", "bad marshal data (unnormalized long data)");
    return digit;
  }

  /** An int of so few digits that all but the last are a safe integer. */
  #shortLong(count: number, isNegative: boolean): number | bigint {
    let value = 0;
    for (let i = 0; i < count - 1; i++) value += this.#digit(false) * 2 ** (i * format.DIGIT_BITS);
    const weight = 2 ** ((count - 1) * format.DIGIT_BITS);
    const last = count === 0 ? 0 : this.#digit(true);
    const sum = value + last * weight;
    if (Number.isSafeInteger(sum)) return isNegative ? 0 - sum : sum;
    const magnitude = BigInt(last) * BigInt(weight) + BigInt(value);
    return isNegative ? -magnitude : magnitude;
  }

  #long(): number | bigint {
    const signedCount = this.int32();
    if (signedCount === -0x80000000) {
      throw new MarshalError("ValueError", "bad marshal data (long size out of range)");
    }
    const count = Math.abs(signedCount);
    if (count <= SHORT_DIGITS) return this.#shortLong(count, signedCount < 0);
    let hex = "";
    let pending = 0;
    let pendingBits = 0;
    for (let i = 0; i < count; i++) {
      const digit = this.#digit(i === count - 1);
      pending |= digit << pendingBits;
      pendingBits += format.DIGIT_BITS;
      for (; pendingBits >= 4; pendingBits -= 4) {
        hex += (pending & 15).toString(16);
        pending >>>= 4;
      }
    }
    const reversed = [...(hex + pending.toString(16))].reverse().join("");
    const magnitude = BigInt(`0x${reversed}`);
    return plainInt(signedCount < 0 ? -magnitude : magnitude);
  }

  #floatText(): number {
    const text = this.#latin1(this.#byte());
    const value = parseFloatText(text);
    if (value === undefined) {
      throw new MarshalError("ValueError", `could not convert string to float: '${text}'`);
    }
    return value;
  }

  #utf8(bytes: Uint8Array): Text {
    try {
      return decodeSurrogatePass(bytes);
    } catch (error) {
      if (error instanceof Utf8Error) {
        throw new MarshalError("UnicodeDecodeError", error.message);
      }
      throw error;
    }
  }
}

const SHORT_DIGITS = 4;

function plainInt(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

class ItemsFrame {
  constructor(
    readonly name: string,
    readonly size: number,
    readonly container: TupleConstant | ListConstant | SetConstant | FrozenSetConstant,
    /** The index of the reference to the container, if it is one that is made only when complete; else -1. */
    readonly reference: number,
  ) {}

  /** Takes the next object; gives the container once it is complete. */
  accept(object: Plain | typeof NULL): Plain | undefined {
    if (object === NULL) {
      throw new MarshalError("TypeError", `NULL object in marshal data for ${this.name}`);
    }
    const { items } = this.container;
    return items.push(object) === this.size ? this.container : undefined;
  }
}

/** Ends at a NULL, in place of a key or of a value. */
class DictFrame {
  readonly reference = -1;
  readonly #dict: DictConstant;
  #key: Plain | undefined;

  constructor(dict: DictConstant) {
    this.#dict = dict;
  }

  accept(object: Plain | typeof NULL): Plain | undefined {
    if (object === NULL) {
      return this.#dict;
    }
    if (this.#key === undefined) {
      this.#key = object;
    } else {
      this.#dict.entries.push([this.#key, object]);
      this.#key = undefined;
    }
    return undefined;
  }
}

const CODE_OBJECT_COUNT = 10;
const OBJECTS_BEFORE_FIRST_LINE = 8;

class CodeFrame {
  readonly #objects: Plain[] = [];
  #firstLine = 0;
  readonly #argcount: number;
  readonly #posonlyargcount: number;
  readonly #kwonlyargcount: number;
  readonly #stacksize: number;
  readonly #flags: number;

  constructor(
    readonly reference: number,
    reader: Reader,
  ) {
    this.#argcount = reader.int32();
    this.#posonlyargcount = reader.int32();
    this.#kwonlyargcount = reader.int32();
    this.#stacksize = reader.int32();
    this.#flags = reader.int32();
  }

  /** Gives NULL if an object is missing. */
  accept(object: Plain | typeof NULL, reader: Reader): Plain | typeof NULL | undefined {
    if (object === NULL) {
      return NULL;
    }
    const count = this.#objects.push(object);
    if (count === OBJECTS_BEFORE_FIRST_LINE) {
      this.#firstLine = reader.int32();
    }
    return count === CODE_OBJECT_COUNT ? this.#build(reader.internedTexts) : undefined;
  }

  #build(internedTexts: InternedTexts): CodeBlob {
    const objects = this.#objects;
    const blob = new CodeBlob({
      co_argcount: this.#argcount,
      co_posonlyargcount: this.#posonlyargcount,
      co_kwonlyargcount: this.#kwonlyargcount,
      co_stacksize: this.#stacksize,
      co_flags: this.#flags,
      co_code: bytesOf(objects[0]!),
      co_consts: itemsOf(objects[1]!) as Constant[],
      co_names: namesOf(objects[2]!),
      co_localsplusnames: namesOf(objects[3]!),
      co_localspluskinds: bytesOf(objects[4]!),
      co_filename: textOf(objects[5]!),
      co_name: nameOf(objects[6]!),
      co_qualname: nameOf(objects[7]!),
      co_firstlineno: this.#firstLine,
      co_linetable: bytesOf(objects[8]!),
      co_exceptiontable: bytesOf(objects[9]!),
      internedTexts,
    });
    validate(blob);
    return blob;
  }
}

/** The size up to which all of the data is turned into text at once. */
const MAX_TEXT = 0x400000;

function badCode(): never {
  throw new MarshalError("SystemError", "bad argument to internal function");
}

function bytesOf(value: Plain): Uint8Array {
  return value instanceof BytesConstant ? value.bytes : badCode();
}

function itemsOf(value: Plain): Plain[] {
  return value instanceof TupleConstant ? value.items : badCode();
}

function textOf(value: Plain): Text {
  return typeof value === "string" || value instanceof WideText ? value : badCode();
}

/** Names are JavaScript strings, also beyond U+FFFF; one with a lone surrogate cannot have come from a source. */
function nameOf(value: Plain): string {
  const text = textOf(value);
  if (typeof text === "string") {
    return text;
  }
  return text.codePoints.some(isSurrogate) ? badCode() : stringOfCodePoints(text.codePoints);
}

function namesOf(value: Plain): string[] {
  return itemsOf(value).map(nameOf);
}

/** `_PyCode_Validate`. */
function validate(code: CodeBlob): void {
  if (
    code.co_argcount < code.co_posonlyargcount ||
    code.co_posonlyargcount < 0 ||
    code.co_kwonlyargcount < 0 ||
    code.co_stacksize < 0 ||
    code.co_flags < 0 ||
    code.co_localsplusnames.length !== code.co_localspluskinds.length
  ) {
    badCode();
  }
  if (code.co_code.length % 2 !== 0) {
    throw new MarshalError("ValueError", "code: co_code is malformed");
  }
  let locals = 0;
  for (const kind of code.co_localspluskinds) {
    locals += (kind & CO_FAST_LOCAL) !== 0 ? 1 : 0;
  }
  const starred = ((code.co_flags & CO_VARARGS) !== 0 ? 1 : 0) + ((code.co_flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
  if (locals < code.co_argcount + code.co_kwonlyargcount + starred) {
    throw new MarshalError("ValueError", "code: varnames is too small");
  }
}
