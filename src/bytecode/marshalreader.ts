/**
 * Reads marshal data of versions 0 to 4 into plain data (CPython: the r_* functions of Python/marshal.c).
 *
 * Traps: "a" and "z" strings may hold bytes from 0x80 on, which are Latin-1. A frozenset or code object cannot
 * be referred to before it is complete; a tuple, list, dict or set can. Nothing is allocated by a size that the
 * data claims: lists grow as items arrive, and byte runs are checked against what is left.
 */
import { parseFloatText } from "../util/float-text.ts";
import { CO_FAST_LOCAL, CO_VARARGS, CO_VARKEYWORDS, CodeBlob } from "./code.ts";
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
  const value = reader.object();
  if (value === NULL) {
    throw new MarshalError("TypeError", "NULL object in marshal data for object");
  }
  return { value, end: reader.at };
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #references: (Plain | typeof PENDING)[] = [];
  #depth = 0;
  at: number;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = start;
  }

  object(): Plain | typeof NULL {
    if (this.at >= this.#bytes.length) {
      throw new MarshalError("EOFError", "EOF read where object expected");
    }
    if (this.#depth > format.MAX_DEPTH) {
      throw new MarshalError("ValueError", "recursion limit exceeded");
    }
    this.#depth++;
    const code = this.#bytes[this.at++]!;
    const value = this.#typed(code & ~format.FLAG_REF, (code & format.FLAG_REF) !== 0);
    this.#depth--;
    return value;
  }

  #typed(type: number, isShared: boolean): Plain | typeof NULL {
    switch (type) {
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
      case format.TYPE_REF:
        return this.#reference();
      case format.TYPE_TUPLE:
        return this.#tuple(this.#size("tuple"), isShared);
      case format.TYPE_SMALL_TUPLE:
        return this.#tuple(this.#byte(), isShared);
      case format.TYPE_LIST: {
        const size = this.#size("list");
        const list = this.#share(new ListConstant([]), isShared);
        this.#items(size, "list", list.items);
        return list;
      }
      case format.TYPE_SET: {
        const size = this.#size("set");
        const set = this.#share(new SetConstant([]), isShared);
        this.#items(size, "set", set.items);
        return set;
      }
      case format.TYPE_FROZENSET: {
        const size = this.#size("set");
        return this.#shareWhenComplete(isShared, () => {
          const items: Plain[] = [];
          this.#items(size, "set", items);
          return new FrozenSetConstant(items);
        });
      }
      case format.TYPE_DICT:
        return this.#dict(this.#share(new DictConstant([]), isShared));
      case format.TYPE_CODE:
        return this.#shareWhenComplete(isShared, () => this.#code());
    }
    return this.#share(this.#scalar(type), isShared);
  }

  #scalar(type: number): Plain {
    switch (type) {
      case format.TYPE_INT:
        return this.#int32();
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
        return new BytesConstant(this.#take(this.#size("bytes object")).slice());
      case format.TYPE_UNICODE:
      case format.TYPE_INTERNED:
        return this.#utf8(this.#take(this.#size("string")));
      case format.TYPE_ASCII:
      case format.TYPE_ASCII_INTERNED:
        return latin1(this.#take(this.#size("string")));
      case format.TYPE_SHORT_ASCII:
      case format.TYPE_SHORT_ASCII_INTERNED:
        return latin1(this.#take(this.#byte()));
    }
    throw new MarshalError("ValueError", "bad marshal data (unknown type code)");
  }

  #share<Value extends Plain>(value: Value, isShared: boolean): Value {
    if (isShared) {
      this.#references.push(value);
    }
    return value;
  }

  #shareWhenComplete<Value extends Plain | typeof NULL>(isShared: boolean, read: () => Value): Value {
    const index = this.#references.length;
    if (isShared) {
      this.#references.push(PENDING);
    }
    const value = read();
    if (isShared && value !== NULL) {
      this.#references[index] = value as Plain;
    }
    return value;
  }

  #reference(): Plain {
    const value = this.#references[this.#int32()];
    if (value === undefined || value === PENDING) {
      throw new MarshalError("ValueError", "bad marshal data (invalid reference)");
    }
    return value;
  }

  #tuple(size: number, isShared: boolean): TupleConstant {
    const tuple = this.#share(new TupleConstant([]), isShared);
    this.#items(size, "tuple", tuple.items);
    return tuple;
  }

  #items(size: number, container: string, items: Plain[]): void {
    for (let i = 0; i < size; i++) {
      const item = this.object();
      if (item === NULL) {
        throw new MarshalError("TypeError", `NULL object in marshal data for ${container}`);
      }
      items.push(item);
    }
  }

  #dict(dict: DictConstant): DictConstant {
    for (;;) {
      const key = this.object();
      if (key === NULL) {
        return dict;
      }
      const value = this.object();
      if (value === NULL) {
        return dict;
      }
      dict.entries.push([key, value]);
    }
  }

  #code(): CodeBlob | typeof NULL {
    const [co_argcount, co_posonlyargcount, co_kwonlyargcount, co_stacksize, co_flags] = [
      this.#int32(),
      this.#int32(),
      this.#int32(),
      this.#int32(),
      this.#int32(),
    ];
    const objects: Plain[] = [];
    let co_firstlineno = 0;
    for (let i = 0; i < CODE_OBJECT_COUNT; i++) {
      if (i === OBJECTS_BEFORE_FIRST_LINE) {
        co_firstlineno = this.#int32();
      }
      const value = this.object();
      if (value === NULL) {
        return NULL;
      }
      objects.push(value);
    }
    const [code, consts, names, localsplusnames, localspluskinds, filename, name, qualname, linetable, exceptions] =
      objects as [Plain, Plain, Plain, Plain, Plain, Plain, Plain, Plain, Plain, Plain];
    const blob = new CodeBlob({
      co_argcount,
      co_posonlyargcount,
      co_kwonlyargcount,
      co_stacksize,
      co_flags,
      co_code: bytesOf(code),
      co_consts: itemsOf(consts) as Constant[],
      co_names: namesOf(names),
      co_localsplusnames: namesOf(localsplusnames),
      co_localspluskinds: bytesOf(localspluskinds),
      co_filename: textOf(filename),
      co_name: nameOf(name),
      co_qualname: nameOf(qualname),
      co_firstlineno,
      co_linetable: bytesOf(linetable),
      co_exceptiontable: bytesOf(exceptions),
    });
    validate(blob);
    return blob;
  }

  #byte(): number {
    if (this.at >= this.#bytes.length) {
      throw new MarshalError("EOFError", "EOF read where not expected");
    }
    return this.#bytes[this.at++]!;
  }

  #take(size: number): Uint8Array {
    if (size > this.#bytes.length - this.at) {
      throw new MarshalError("EOFError", "marshal data too short");
    }
    this.at += size;
    return this.#bytes.subarray(this.at - size, this.at);
  }

  #int32(): number {
    this.#take(4);
    return this.#view.getInt32(this.at - 4, true);
  }

  #double(): number {
    this.#take(8);
    return this.#view.getFloat64(this.at - 8, true);
  }

  #size(what: string): number {
    const size = this.#int32();
    if (size < 0) {
      throw new MarshalError("ValueError", `bad marshal data (${what} size out of range)`);
    }
    return size;
  }

  #long(): number | bigint {
    const signedCount = this.#int32();
    if (signedCount === -0x80000000) {
      throw new MarshalError("ValueError", "bad marshal data (long size out of range)");
    }
    const count = Math.abs(signedCount);
    const digits = this.#take(count * 2);
    let hex = "";
    let pending = 0;
    let pendingBits = 0;
    for (let i = 0; i < count; i++) {
      const digit = digits[2 * i]! | (digits[2 * i + 1]! << 8);
      if (digit >>> format.DIGIT_BITS !== 0) {
        throw new MarshalError("ValueError", "bad marshal data (digit out of range in long)");
      }
      if (digit === 0 && i === count - 1) {
        throw new MarshalError("ValueError", "bad marshal data (unnormalized long data)");
      }
      pending |= digit << pendingBits;
      pendingBits += format.DIGIT_BITS;
      for (; pendingBits >= 4; pendingBits -= 4) {
        hex += (pending & 15).toString(16);
        pending >>>= 4;
      }
    }
    const reversed = [...(hex + pending.toString(16))].reverse().join("");
    const magnitude = BigInt(`0x${reversed}`);
    const value = signedCount < 0 ? -magnitude : magnitude;
    const small = Number(value);
    return Number.isSafeInteger(small) ? small : value;
  }

  #floatText(): number {
    const text = latin1(this.#take(this.#byte()));
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
        throw new MarshalError("UnicodeDecodeError", utf8Message(bytes, error));
      }
      throw error;
    }
  }
}

const CODE_OBJECT_COUNT = 10;
const OBJECTS_BEFORE_FIRST_LINE = 8;

function utf8Message(bytes: Uint8Array, { start, end, reason }: Utf8Error): string {
  const what =
    end - start === 1
      ? `byte 0x${bytes[start]!.toString(16).padStart(2, "0")} in position ${start}`
      : `bytes in position ${start}-${end - 1}`;
  return `'utf-8' codec can't decode ${what}: ${reason}`;
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return text;
}

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
