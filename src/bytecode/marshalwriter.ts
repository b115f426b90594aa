/**
 * Writes plain data as marshal, versions 0 to 4 (CPython: the w_* functions of Python/marshal.c).
 *
 * Trap: indices of references number the flagged objects in the order of their first byte, and the items of a
 * set are sorted by what each would be written as on its own.
 */
import { formatFloatCode } from "../util/float-text.ts";
import { CodeBlob } from "./code.ts";
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  type Plain,
  StopIterationConstant,
  type Text,
  WideText,
} from "./constants.ts";
import * as format from "./marshalformat.ts";
import { MarshalError } from "./marshalformat.ts";
import { type MarshalNode, marshalGraph } from "./marshalgraph.ts";
import { encodeSurrogatePass } from "./surrogatepass.ts";

export const MARSHAL_VERSION = 4;

/** Throws `MarshalError` for values that are nested too deeply. */
export function writeMarshal(value: Plain, version = MARSHAL_VERSION): Uint8Array {
  const writer = new Writer(version, 0, new Map());
  writer.write(marshalGraph(value));
  return writer.finish();
}

/** A container whose head is written. */
interface Frame {
  readonly content: MarshalNode["content"];
  readonly children: readonly MarshalNode[];
  at: number;
}

const DIGIT_BASE = 2 ** format.DIGIT_BITS;

class Writer {
  readonly #version: number;
  readonly #outerDepth: number;
  /** What each member of a set is written as on its own. */
  readonly #dumps: Map<MarshalNode, Uint8Array>;
  readonly #indices = new Map<MarshalNode, number>();
  readonly #frames: Frame[] = [];
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  constructor(version: number, outerDepth: number, dumps: Map<MarshalNode, Uint8Array>) {
    this.#version = version;
    this.#outerDepth = outerDepth;
    this.#dumps = dumps;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  write(root: MarshalNode): void {
    this.#begin(root, false);
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      const { content } = frame;
      if (content instanceof CodeBlob && frame.at === OBJECTS_BEFORE_FIRST_LINE) {
        this.#int32(content.co_firstlineno);
      }
      const child = frame.children[frame.at++];
      if (child !== undefined) {
        this.#begin(child, content === "set" || content === "frozenset");
        continue;
      }
      if (content === "dict") {
        this.#byte(format.TYPE_NULL);
      }
      this.#frames.pop();
    }
  }

  /** `isHeld`: the writer itself holds one more reference, as it does while it sorts a set. */
  #begin(node: MarshalNode, isHeld: boolean): void {
    const { content } = node;
    if (this.#outerDepth + this.#frames.length >= format.MAX_DEPTH) {
      throw new MarshalError("ValueError", "object too deeply nested to marshal");
    }
    if (typeof content === "boolean" || content === null || isSingleton(content)) {
      this.#byte(singletonCode(content));
      return;
    }
    let flag = 0;
    if (this.#version >= 3 && node.references + (isHeld ? 1 : 0) > 1) {
      const index = this.#indices.get(node);
      if (index !== undefined) {
        this.#byte(format.TYPE_REF);
        this.#int32(index);
        return;
      }
      this.#indices.set(node, this.#indices.size);
      flag = format.FLAG_REF;
    }
    if (node.isContainer) {
      this.#frames.push({ content, children: this.#head(node, flag), at: 0 });
    } else {
      this.#leaf(node, flag);
    }
  }

  #leaf({ content, isInterned }: MarshalNode, flag: number): void {
    if (typeof content === "number" || typeof content === "bigint") {
      this.#int(content, flag);
    } else if (typeof content === "string" || content instanceof WideText) {
      this.#text(content, isInterned, flag);
    } else if (content instanceof FloatConstant) {
      this.#byte((this.#version > 1 ? format.TYPE_BINARY_FLOAT : format.TYPE_FLOAT) | flag);
      this.#float(content.value);
    } else if (content instanceof ComplexConstant) {
      this.#byte((this.#version > 1 ? format.TYPE_BINARY_COMPLEX : format.TYPE_COMPLEX) | flag);
      this.#float(content.real);
      this.#float(content.imag);
    } else if (content instanceof Uint8Array) {
      this.#byte(format.TYPE_STRING | flag);
      this.#sized(content);
    }
  }

  /** Writes what stands in front of the items and gives the items in the order to write. */
  #head({ content, children }: MarshalNode, flag: number): readonly MarshalNode[] {
    if (content instanceof CodeBlob) {
      this.#codeHead(content, flag);
      return children;
    }
    switch (content) {
      case "tuple":
        if (this.#version >= 4 && children.length < 256) {
          this.#byte(format.TYPE_SMALL_TUPLE | flag);
          this.#byte(children.length);
          return children;
        }
        this.#byte(format.TYPE_TUPLE | flag);
        break;
      case "dict":
        this.#byte(format.TYPE_DICT | flag);
        return children;
      case "list":
        this.#byte(format.TYPE_LIST | flag);
        break;
      default:
        this.#byte((content === "set" ? format.TYPE_SET : format.TYPE_FROZENSET) | flag);
        this.#int32(children.length);
        return this.#sorted(children);
    }
    this.#int32(children.length);
    return children;
  }

  #sorted(children: readonly MarshalNode[]): readonly MarshalNode[] {
    if (children.length < 2) {
      return children;
    }
    return children.toSorted((left, right) => compareBytes(this.#dump(left), this.#dump(right)));
  }

  #dump(node: MarshalNode): Uint8Array {
    let dump = this.#dumps.get(node);
    if (dump === undefined) {
      const writer = new Writer(this.#version, this.#outerDepth + this.#frames.length + 1, this.#dumps);
      writer.write(node);
      dump = writer.finish();
      this.#dumps.set(node, dump);
    }
    return dump;
  }

  #codeHead(code: CodeBlob, flag: number): void {
    this.#byte(format.TYPE_CODE | flag);
    this.#int32(code.co_argcount);
    this.#int32(code.co_posonlyargcount);
    this.#int32(code.co_kwonlyargcount);
    this.#int32(code.co_stacksize);
    this.#int32(code.co_flags);
  }

  #int(value: number | bigint, flag: number): void {
    if (typeof value === "number" && value >= -0x80000000 && value <= 0x7fffffff) {
      this.#byte(format.TYPE_INT | flag);
      this.#int32(value);
      return;
    }
    this.#byte(format.TYPE_LONG | flag);
    const digits: number[] = [];
    const isNegative = value < 0;
    if (typeof value === "number") {
      for (let rest = Math.abs(value); rest > 0; rest = Math.floor(rest / DIGIT_BASE)) digits.push(rest % DIGIT_BASE);
      this.#digits(isNegative, digits);
      return;
    }
    const bits = (isNegative ? -value : value).toString(2);
    for (let end = bits.length; end > 0; end -= format.DIGIT_BITS) {
      digits.push(Number.parseInt(bits.slice(Math.max(0, end - format.DIGIT_BITS), end), 2));
    }
    this.#digits(isNegative, digits);
  }

  #digits(isNegative: boolean, digits: readonly number[]): void {
    this.#int32(isNegative ? -digits.length : digits.length);
    for (const digit of digits) {
      this.#byte(digit & 0xff);
      this.#byte(digit >> 8);
    }
  }

  #float(value: number): void {
    if (this.#version > 1) {
      this.#reserve(8);
      this.#view.setFloat64(this.#length, value, true);
      this.#length += 8;
      return;
    }
    const text = formatFloatCode(value, "g", 17);
    this.#byte(text.length);
    this.#raw(new TextEncoder().encode(text));
  }

  #text(text: Text, isInterned: boolean, flag: number): void {
    if (
      this.#version >= 4 &&
      typeof text === "string" &&
      text.length < 256 &&
      this.#shortAscii(text, isInterned, flag)
    ) {
      return;
    }
    const bytes = encodeSurrogatePass(text);
    const isAscii = typeof text === "string" && bytes.length === text.length;
    if (this.#version < 4 || !isAscii) {
      const type = this.#version >= 3 && isInterned ? format.TYPE_INTERNED : format.TYPE_UNICODE;
      this.#byte(type | flag);
      this.#sized(bytes);
    } else {
      this.#byte((isInterned ? format.TYPE_ASCII_INTERNED : format.TYPE_ASCII) | flag);
      this.#sized(bytes);
    }
  }

  /** Nearly all names: written in place, for a call of the platform's encoder costs more. False if it is not ASCII. */
  #shortAscii(text: string, isInterned: boolean, flag: number): boolean {
    this.#reserve(2 + text.length);
    let at = this.#length;
    this.#bytes[at++] = (isInterned ? format.TYPE_SHORT_ASCII_INTERNED : format.TYPE_SHORT_ASCII) | flag;
    this.#bytes[at++] = text.length;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80) return false;
      this.#bytes[at++] = unit;
    }
    this.#length = at;
    return true;
  }

  #sized(bytes: Uint8Array): void {
    this.#int32(bytes.length);
    this.#raw(bytes);
  }

  #raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  #int32(value: number): void {
    this.#reserve(4);
    this.#view.setInt32(this.#length, value, true);
    this.#length += 4;
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) {
      return;
    }
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + size));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}

const OBJECTS_BEFORE_FIRST_LINE = 8;

function isSingleton(content: MarshalNode["content"]): boolean {
  return content instanceof EllipsisConstant || content instanceof StopIterationConstant;
}

function singletonCode(content: MarshalNode["content"]): number {
  if (content === null) {
    return format.TYPE_NONE;
  }
  if (typeof content === "boolean") {
    return content ? format.TYPE_TRUE : format.TYPE_FALSE;
  }
  return content instanceof EllipsisConstant ? format.TYPE_ELLIPSIS : format.TYPE_STOPITER;
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    if (left[i] !== right[i]) {
      return left[i]! - right[i]!;
    }
  }
  return left.length - right.length;
}
