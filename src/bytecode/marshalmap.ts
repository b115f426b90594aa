/**
 * Which byte of marshal data means what: the walk of marshalreader.ts once more, with places instead of values.
 *
 * It is for showing a `.pyc`, so it may be slow, and expects data that `readMarshal` took without an error.
 */
import * as format from "./marshalformat.ts";

export interface MarshalSpan {
  readonly start: number;
  readonly end: number;
  /** How many containers it is in. */
  readonly depth: number;
  /** The field of a code object or the place in a container, like `co_consts` or `[2]`. */
  readonly field: string;
  /** What the bytes say. */
  readonly meaning: string;
}

/** The fields of a code object, in the order of marshal; those of four bytes are numbers. */
const CODE_NUMBERS = ["co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_stacksize", "co_flags"];
const CODE_OBJECTS = [
  "co_code",
  "co_consts",
  "co_names",
  "co_localsplusnames",
  "co_localspluskinds",
  "co_filename",
  "co_name",
  "co_qualname",
];
const CODE_TABLES = ["co_linetable", "co_exceptiontable"];

const SINGLETONS: Readonly<Record<number, string>> = {
  [format.TYPE_NULL]: "NULL",
  [format.TYPE_NONE]: "None",
  [format.TYPE_FALSE]: "False",
  [format.TYPE_TRUE]: "True",
  [format.TYPE_STOPITER]: "StopIteration",
  [format.TYPE_ELLIPSIS]: "Ellipsis",
};

const STRINGS: Readonly<Record<number, string>> = {
  [format.TYPE_STRING]: "bytes",
  [format.TYPE_UNICODE]: "str",
  [format.TYPE_INTERNED]: "str, interned",
  [format.TYPE_ASCII]: "ASCII str",
  [format.TYPE_ASCII_INTERNED]: "ASCII str, interned",
  [format.TYPE_SHORT_ASCII]: "short ASCII str",
  [format.TYPE_SHORT_ASCII_INTERNED]: "short ASCII str, interned",
};

const CONTAINERS: Readonly<Record<number, string>> = {
  [format.TYPE_TUPLE]: "tuple",
  [format.TYPE_SMALL_TUPLE]: "small tuple",
  [format.TYPE_LIST]: "list",
  [format.TYPE_SET]: "set",
  [format.TYPE_FROZENSET]: "frozenset",
};

/** The parts of one object of marshal data, in the order of the bytes, without gaps. */
export function mapMarshal(bytes: Uint8Array, start = 0): MarshalSpan[] {
  const walker = new Walker(bytes, start);
  walker.object("", 0);
  return walker.spans;
}

class Walker {
  readonly spans: MarshalSpan[] = [];
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** What the objects that can be referred to are, by index. */
  readonly #references: string[] = [];
  #at: number;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = start;
  }

  #note(start: number, depth: number, field: string, meaning: string): void {
    this.spans.push({ start, end: this.#at, depth, field, meaning });
  }

  #int32(): number {
    this.#at += 4;
    return this.#view.getInt32(this.#at - 4, true);
  }

  #text(size: number): string {
    this.#at += size;
    return new TextDecoder().decode(this.#bytes.subarray(this.#at - size, this.#at));
  }

  /** Gives false at the NULL that ends a dict. */
  object(field: string, depth: number): boolean {
    const start = this.#at;
    const code = this.#bytes[this.#at++] ?? format.TYPE_NULL;
    const type = code & ~format.FLAG_REF;
    const reference = (code & format.FLAG_REF) === 0 ? -1 : this.#references.push("") - 1;
    const tell = (what: string): void => {
      if (reference >= 0) this.#references[reference] = what;
      this.#note(start, depth, field, reference < 0 ? what : `${what}  (is reference ${reference})`);
    };
    if (type === format.TYPE_CODE) this.#code(field, depth, tell);
    else if (type === format.TYPE_DICT) this.#dict(depth, tell);
    else if (CONTAINERS[type] !== undefined) this.#items(type, depth, tell);
    else tell(this.#scalar(type));
    return type !== format.TYPE_NULL;
  }

  #code(field: string, depth: number, tell: (what: string) => void): void {
    tell(field === "" ? "code object of the module" : "code object");
    const number = (name: string): void => {
      const start = this.#at;
      const value = this.#int32();
      this.#note(start, depth + 1, name, name === "co_flags" ? `0x${value.toString(16)}` : String(value));
    };
    CODE_NUMBERS.forEach(number);
    for (const name of CODE_OBJECTS) this.object(name, depth + 1);
    number("co_firstlineno");
    for (const name of CODE_TABLES) this.object(name, depth + 1);
  }

  #items(type: number, depth: number, tell: (what: string) => void): void {
    const size = type === format.TYPE_SMALL_TUPLE ? (this.#bytes[this.#at++] ?? 0) : this.#int32();
    tell(`${CONTAINERS[type]} of ${size}`);
    for (let i = 0; i < size; i++) this.object(`[${i}]`, depth + 1);
  }

  #dict(depth: number, tell: (what: string) => void): void {
    tell("dict");
    for (let i = 0; this.object(`key ${i}`, depth + 1); i++) {
      if (!this.object(`value ${i}`, depth + 1)) return;
    }
  }

  #scalar(type: number): string {
    if (SINGLETONS[type] !== undefined) return SINGLETONS[type];
    if (STRINGS[type] !== undefined) return this.#string(type, STRINGS[type]);
    switch (type) {
      case format.TYPE_INT:
        return `int ${this.#int32()}`;
      case format.TYPE_LONG: {
        const digits = Math.abs(this.#int32());
        this.#at += 2 * digits;
        return `int of ${digits} digits of ${format.DIGIT_BITS} bits`;
      }
      case format.TYPE_REF: {
        const index = this.#int32();
        return `reference ${index}: ${this.#references[index] ?? "?"}`;
      }
      case format.TYPE_BINARY_FLOAT:
        return `float ${this.#double()}`;
      case format.TYPE_BINARY_COMPLEX: {
        const real = this.#double();
        return `complex ${real}, ${this.#double()}`;
      }
      case format.TYPE_FLOAT:
        return `float ${this.#shortText()} as text`;
      case format.TYPE_COMPLEX: {
        const real = this.#shortText();
        return `complex ${real}, ${this.#shortText()} as text`;
      }
    }
    return `type code 0x${type.toString(16)}`;
  }

  #double(): number {
    this.#at += 8;
    return this.#view.getFloat64(this.#at - 8, true);
  }

  #shortText(): string {
    return this.#text(this.#bytes[this.#at++] ?? 0);
  }

  #string(type: number, what: string): string {
    const isShort = type === format.TYPE_SHORT_ASCII || type === format.TYPE_SHORT_ASCII_INTERNED;
    const size = isShort ? (this.#bytes[this.#at++] ?? 0) : this.#int32();
    if (type === format.TYPE_STRING) {
      this.#at += size;
      return `${what}, ${size} long`;
    }
    return `${what} ${JSON.stringify(this.#text(size))}`;
  }
}
