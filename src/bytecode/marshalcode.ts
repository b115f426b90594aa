/**
 * Reads the marshalled code of a module (CPython: r_object in Python/marshal.c), with the body of a code object left where
 * it is until somebody wants it: most functions of most modules never run.
 *
 * The data is scanned once (marshalscan.ts), which finds where each object that can be referred to lies; then objects are
 * made from any place, in any order, each of these once. Data in which anything is wrong or unusual is left to the eager
 * reader (marshalreader.ts), which has the errors.
 *
 * Trap: references are numbered in the order of the data, so whoever reads at a place must know the number of the next one
 * there: place and number always go together.
 */
import { CodeBlob, type CodeBody, type CodeHead, type DeferredBody } from "./code.ts";
import {
  BytesConstant,
  type Constant,
  FloatConstant,
  FrozenSetConstant,
  type Plain,
  type Text,
  TupleConstant,
} from "./constants.ts";
import * as format from "./marshalformat.ts";
import { readMarshal } from "./marshalreader.ts";
import {
  BODY_OFFSET,
  CODE_BODY_REFERENCE,
  CODE_END,
  CODE_END_REFERENCE,
  CODE_NLOCALSPLUS,
  CODE_START,
  CODE_TABLES_AT,
  CODE_TABLES_REFERENCE,
  CODE_TEXTS_AT,
  CODE_TEXTS_REFERENCE,
  int32At,
  type MarshalScan,
  nameOf,
  scanCode,
  skipObject,
} from "./marshalscan.ts";
import { UnchangingBytes } from "./unchanging.ts";

/** The code object at the start of the data; undefined if that is not one, or not one as a compiler makes them. */
function readModuleCode(source: UnchangingBytes, start: number): CodeBlob | undefined {
  if ((source.bytes[start]! & ~format.FLAG_REF) !== format.TYPE_CODE) return undefined;
  const scan = scanCode(source.bytes, start);
  if (scan === undefined) return undefined;
  const image = new CodeImage(source, scan);
  source.readers.push(image);
  return image.module();
}

/** The object at `start` of bytes that never change: code with its bodies left where they are. Throws `MarshalError`. */
export function readUnchanging(bytes: Uint8Array, start = 0): Plain {
  return readUnchangingAt(new UnchangingBytes(() => bytes), start);
}

/** The same of bytes that may be forgotten meanwhile. */
export function readUnchangingAt(source: UnchangingBytes, start = 0): Plain {
  return readModuleCode(source, start) ?? readMarshal(source.bytes, start).value;
}

const NO_BYTES = new Uint8Array(0);

class CodeImage {
  /** By the number of a reference: its object, once it was made. */
  private objects: (Plain | undefined)[] = [];
  private at = 0;
  /** The number of the next reference. */
  private reference = 0;

  /** The source as Latin-1, while something is read and if it may be had as a whole. */
  private text: string | undefined;

  /** The scan has the bytes of the source while something is read. */
  constructor(
    private readonly source: UnchangingBytes,
    private readonly scan: MarshalScan,
  ) {
    this.text = source.text;
  }

  /** The code object that was scanned. */
  module(): CodeBlob {
    const code = this.objectAt(this.scan.codes[CODE_START]!, 0) as CodeBlob;
    this.forget();
    return code;
  }

  /**
   * What must stay the same object is kept; all else is made again where it is wanted. Code is in the body of other code and
   * nowhere else, and that of a module has no more use once it has run.
   */
  sourceForgotten(): void {
    const { objects } = this;
    this.objects = [];
    for (const [number, object] of objects.entries()) {
      if (typeof object !== "object" || object === null || object instanceof CodeBlob) continue;
      this.objects[number] = object;
    }
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

  /** Most objects are short texts, or were made before: few calls are made for those. */
  private read(): Plain {
    const { scan, at: start } = this;
    const { bytes } = scan;
    const code = bytes[start]!;
    if (code === format.TYPE_REF) {
      this.at = start + 5;
      const number = int32At(bytes, start + 1);
      return this.objects[number] ?? this.objectAt(scan.places[number]!, number);
    }
    const type = code & ~format.FLAG_REF;
    const own = code === type ? -1 : this.reference;
    if (own >= 0) {
      const known = this.objects[own];
      if (known !== undefined) return this.stepOver(known);
      this.reference = own + 1;
    }
    let object: Plain;
    if (type === format.TYPE_SHORT_ASCII_INTERNED || type === format.TYPE_SHORT_ASCII) {
      this.at = start + 2 + bytes[start + 1]!;
      object = this.text?.slice(start + 2, this.at) ?? this.source.piece(start + 2, this.at);
    } else {
      this.at = start + 1;
      object = this.make(type, start);
    }
    if (own >= 0) this.objects[own] = object;
    return object;
  }

  /** What is here was read by way of a reference already. */
  private stepOver(known: Plain): Plain {
    const { scan } = this;
    scan.reference = this.reference;
    this.at = skipObject(scan, this.at, 0);
    this.reference = scan.reference;
    return known;
  }

  private make(type: number, start: number): Plain {
    switch (type) {
      case format.TYPE_ASCII:
      case format.TYPE_ASCII_INTERNED:
        return this.latin1(this.int32());
      case format.TYPE_SMALL_TUPLE:
        return new TupleConstant(this.items(this.byte()));
      case format.TYPE_TUPLE:
        return new TupleConstant(this.items(this.int32()));
      case format.TYPE_FROZENSET:
        return new FrozenSetConstant(this.items(this.int32()));
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
        const from = this.step(this.int32());
        return new BytesConstant(this.scan.bytes.slice(from, this.at));
      }
      case format.TYPE_CODE:
        return this.code(start);
    }
    const { value, end } = readMarshal(this.scan.bytes, start);
    this.at = end;
    return value;
  }

  private items(count: number): Plain[] {
    const items: Plain[] = [];
    for (let i = 0; i < count; i++) items.push(this.read());
    return items;
  }

  private code(start: number): CodeBlob {
    const { scan } = this;
    const { bytes, codes } = scan;
    const notes = scan.codeAt(start);
    this.at = codes[notes + CODE_TEXTS_AT]!;
    this.reference = codes[notes + CODE_TEXTS_REFERENCE]!;
    const head: CodeHead = {
      co_argcount: int32At(bytes, start + 1),
      co_posonlyargcount: int32At(bytes, start + 5),
      co_kwonlyargcount: int32At(bytes, start + 9),
      co_stacksize: int32At(bytes, start + 13),
      co_flags: int32At(bytes, start + 17),
      co_filename: this.read() as Text,
      co_name: nameOf(this.read()),
      co_qualname: nameOf(this.read()),
      co_firstlineno: this.int32(),
      internedTexts: scan.internedTexts,
    };
    this.at = codes[notes + CODE_END]!;
    this.reference = codes[notes + CODE_END_REFERENCE]!;
    return new CodeBlob(head, new BodyInImage(this, notes, codes[notes + CODE_NLOCALSPLUS]!));
  }

  /** The body of the code object with these notes. */
  body(notes: number): CodeBody {
    const { at, reference, scan } = this;
    const { codes } = scan;
    scan.bytes = this.source.bytes;
    this.text = this.source.text;
    this.at = codes[notes + CODE_START]! + BODY_OFFSET;
    this.reference = codes[notes + CODE_BODY_REFERENCE]!;
    const co_code = this.readBytes();
    const co_consts = (this.read() as TupleConstant).items as Constant[];
    const co_names = (this.read() as TupleConstant).items.map(nameOf);
    const co_localsplusnames = (this.read() as TupleConstant).items.map(nameOf);
    const co_localspluskinds = this.readBytes();
    this.at = codes[notes + CODE_TABLES_AT]!;
    this.reference = codes[notes + CODE_TABLES_REFERENCE]!;
    const co_linetable = this.readBytes();
    const co_exceptiontable = this.readBytes();
    this.forget();
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

  private forget(): void {
    this.scan.bytes = NO_BYTES;
    this.text = undefined;
  }

  private readBytes(): Uint8Array {
    return (this.read() as BytesConstant).bytes;
  }

  private byte(): number {
    return this.scan.bytes[this.step(1)]!;
  }

  private float(): number {
    const at = this.step(8);
    const { buffer, byteOffset } = this.scan.bytes;
    return new DataView(buffer, byteOffset + at, 8).getFloat64(0, true);
  }

  private int32(): number {
    return int32At(this.scan.bytes, this.step(4));
  }

  /** Step over `size` bytes; where they begin. */
  private step(size: number): number {
    const start = this.at;
    this.at = start + size;
    return start;
  }

  private latin1(size: number): string {
    const start = this.step(size);
    return this.text?.slice(start, this.at) ?? this.source.piece(start, this.at);
  }
}

class BodyInImage implements DeferredBody {
  constructor(
    private readonly image: CodeImage,
    private readonly notes: number,
    readonly nlocalsplus: number,
  ) {}

  load(): CodeBody {
    return this.image.body(this.notes);
  }
}
