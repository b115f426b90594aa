/**
 * The payload of array.array: items of one kind in one growing piece of memory.
 *
 * Trap: while a buffer is lent (`exports`), nothing may change the length.
 */
import { declareType } from "../../objects/kernel/core-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { bufferError, valueError } from "../../objects/kernel/raise.ts";
import { isLent } from "../../objects/types/buffer.ts";
import { newBytes } from "../../objects/types/bytes-construct.ts";
import type { ItemKind } from "./kinds.ts";

export const ARRAY: PyType = declareType("array");

export class PyArray extends PyObject {
  exports = 0;
  length = 0;
  private buffer: Uint8Array = new Uint8Array(0);
  private view = new DataView(this.buffer.buffer);

  constructor(
    readonly kind: ItemKind,
    cls: PyType = ARRAY,
  ) {
    super(cls);
  }

  /** The memory of the items in use; invalid after a resize. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length * this.kind.size);
  }

  get(index: number): Value {
    return this.kind.get(this.view, index * this.kind.size);
  }

  /** The conversion may run Python code that shrinks the array; then there is no place any more. */
  set(index: number, value: Value): void {
    const { size } = this.kind;
    this.kind.set(scratch(), 0, value);
    if (index >= this.length) return;
    this.buffer.set(SCRATCH.subarray(0, size), index * size);
  }

  checkResizable(): void {
    if (isLent(this)) throw bufferError("cannot resize an array that is exporting buffers");
  }

  /** Change the length; new items are zero. */
  resize(length: number): void {
    if (length === this.length) return;
    this.checkResizable();
    const needed = length * this.kind.size;
    if (needed > this.buffer.length) {
      const larger = newBytes(Math.max(needed, Math.min(this.buffer.length * 2, needed + 2 ** 26), 16));
      larger.set(this.bytes);
      this.buffer = larger;
      this.view = new DataView(larger.buffer);
    } else if (length < this.length) this.buffer.fill(0, needed, this.length * this.kind.size);
    this.length = length;
  }

  append(value: Value): void {
    this.insert(this.length, value);
  }

  insert(index: number, value: Value): void {
    this.kind.set(scratch(), 0, value);
    const { size } = this.kind;
    const item = SCRATCH.slice(0, size);
    const at = Math.min(index, this.length);
    this.resize(this.length + 1);
    this.buffer.copyWithin((at + 1) * size, at * size, (this.length - 1) * size);
    this.buffer.set(item, at * size);
  }

  appendBytes(bytes: Uint8Array): void {
    const { size } = this.kind;
    if (bytes.length % size !== 0) throw valueError("bytes length not a multiple of item size");
    const from = this.length * size;
    const copy = bytes.buffer === this.buffer.buffer ? bytes.slice() : bytes;
    this.resize(this.length + copy.length / size);
    this.buffer.set(copy, from);
  }

  /** Replace the items from `start` to `stop` by these bytes. */
  splice(start: number, stop: number, bytes: Uint8Array): void {
    const { size } = this.kind;
    const tail = this.bytes.slice(stop * size);
    this.resize(this.length - (stop - start) + bytes.length / size);
    this.buffer.set(bytes, start * size);
    this.buffer.set(tail, start * size + bytes.length);
  }

  values(): Value[] {
    return Array.from({ length: this.length }, (_, i) => this.get(i));
  }
}

/** Where a value is converted before it is put into its place. */
const SCRATCH = new Uint8Array(8);
let view: DataView | undefined;

/** Made at its first use: V8 writes the address of a view into a snapshot, and no two were the same. */
function scratch(): DataView {
  view ??= new DataView(SCRATCH.buffer);
  return view;
}
