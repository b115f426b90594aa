/**
 * Writes plain data as marshal, versions 0 to 4 (CPython: the w_* functions of Python/marshal.c).
 *
 * Trap: indices of references number the flagged objects in the order of their first byte, and the items of a
 * set are sorted by what each would be written as on its own.
 */
import { CodeBlob } from "./code.ts";
import {
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  type Plain,
  StopIterationConstant,
  WideText,
} from "./constants.ts";
import { MarshalBytes } from "./marshalbytes.ts";
import * as format from "./marshalformat.ts";
import { MarshalError } from "./marshalformat.ts";
import { type MarshalNode, marshalGraph } from "./marshalgraph.ts";

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

class Writer {
  readonly #version: number;
  readonly #outerDepth: number;
  /** What each member of a set is written as on its own. */
  readonly #dumps: Map<MarshalNode, Uint8Array>;
  readonly #indices = new Map<MarshalNode, number>();
  readonly #frames: Frame[] = [];
  readonly #out: MarshalBytes;

  constructor(version: number, outerDepth: number, dumps: Map<MarshalNode, Uint8Array>) {
    this.#version = version;
    this.#outerDepth = outerDepth;
    this.#dumps = dumps;
    this.#out = new MarshalBytes(version);
  }

  finish(): Uint8Array {
    return this.#out.finish();
  }

  write(root: MarshalNode): void {
    this.#begin(root, false);
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      const { content } = frame;
      if (content instanceof CodeBlob && frame.at === OBJECTS_BEFORE_FIRST_LINE) {
        this.#out.int32(content.co_firstlineno);
      }
      const child = frame.children[frame.at++];
      if (child !== undefined) {
        this.#begin(child, content === "set" || content === "frozenset");
        continue;
      }
      if (content === "dict") {
        this.#out.byte(format.TYPE_NULL);
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
      this.#out.byte(singletonCode(content));
      return;
    }
    let flag = 0;
    if (this.#version >= 3 && node.references + (isHeld ? 1 : 0) > 1) {
      const index = this.#indices.get(node);
      if (index !== undefined) {
        this.#out.byte(format.TYPE_REF);
        this.#out.int32(index);
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
      this.#out.int(content, flag);
    } else if (typeof content === "string" || content instanceof WideText) {
      this.#out.text(content, isInterned, flag);
    } else if (content instanceof FloatConstant) {
      this.#out.byte((this.#version > 1 ? format.TYPE_BINARY_FLOAT : format.TYPE_FLOAT) | flag);
      this.#out.float(content.value);
    } else if (content instanceof ComplexConstant) {
      this.#out.byte((this.#version > 1 ? format.TYPE_BINARY_COMPLEX : format.TYPE_COMPLEX) | flag);
      this.#out.float(content.real);
      this.#out.float(content.imag);
    } else if (content instanceof Uint8Array) {
      this.#out.byte(format.TYPE_STRING | flag);
      this.#out.sized(content);
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
          this.#out.byte(format.TYPE_SMALL_TUPLE | flag);
          this.#out.byte(children.length);
          return children;
        }
        this.#out.byte(format.TYPE_TUPLE | flag);
        break;
      case "dict":
        this.#out.byte(format.TYPE_DICT | flag);
        return children;
      case "list":
        this.#out.byte(format.TYPE_LIST | flag);
        break;
      default:
        this.#out.byte((content === "set" ? format.TYPE_SET : format.TYPE_FROZENSET) | flag);
        this.#out.int32(children.length);
        return this.#sorted(children);
    }
    this.#out.int32(children.length);
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
    this.#out.byte(format.TYPE_CODE | flag);
    this.#out.int32(code.co_argcount);
    this.#out.int32(code.co_posonlyargcount);
    this.#out.int32(code.co_kwonlyargcount);
    this.#out.int32(code.co_stacksize);
    this.#out.int32(code.co_flags);
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
