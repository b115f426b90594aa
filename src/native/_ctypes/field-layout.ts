/**
 * Where fields of a structure or a union lie, bit fields included, and the format by which a buffer shows them (CPython
 * Modules/_ctypes/cfield.c: PyCField_FromDesc; stgdict.c), by the rules of GCC as ctypes has them.
 *
 * A bit field goes on in the storage that the one before it began if there is room, or widens it if its type is larger. Trap:
 * in a union, too, though each field begins at 0 there: the second bit field's offset is negative, as CPython 3.12 has it.
 */
import type { PyType } from "../../objects/kernel/object.ts";
import type { Bits } from "./codes.ts";
import { type CType, requiredCType } from "./data.ts";
import type { FieldPlace } from "./field.ts";

/** The storage that bit fields share, in bits. */
interface Storage {
  width: number;
  used: number;
}

export class FieldLayout {
  alignment: number;
  private end = 0;
  private storage: Storage | undefined = undefined;
  private widest = 0;
  /** The format of the fields so far, which end at `shown`; those of bases are not in it. */
  private fields = "";
  private shown = 0;

  constructor(
    private readonly kind: "structure" | "union",
    private readonly pack: number,
    private readonly bigEndian: boolean,
    base: CType | undefined,
  ) {
    this.end = base?.size ?? 0;
    this.widest = this.end;
    this.shown = this.end;
    this.alignment = base === undefined || base.alignment === 0 ? 1 : base.alignment;
  }

  get size(): number {
    const size = this.kind === "union" ? this.widest : this.end;
    return Math.ceil(size / this.alignment) * this.alignment;
  }

  get format(): string {
    if (this.kind === "union") return "B";
    return `T{${this.fields}${padding(this.size - this.shown)}}`;
  }

  add(name: string, type: PyType, index: number, width: number | undefined): FieldPlace {
    if (this.kind === "union") this.end = 0;
    const { offset, size, bits } = width === undefined ? this.addWhole(type) : this.addBits(type, width);
    this.widest = Math.max(this.widest, this.end);
    this.show(name, type, offset);
    return { type, index, offset, size, bits };
  }

  /** The next field of the type begins here. */
  private align(type: PyType): number {
    const { size, alignment } = requiredCType(type);
    const step = this.pack > 0 ? Math.min(this.pack, alignment) : alignment;
    const offset = step === 0 ? this.end : Math.ceil(this.end / step) * step;
    this.end = offset + size;
    // A bit field that goes on in another's storage does not count, whatever its type.
    this.alignment = Math.max(this.alignment, step);
    return offset;
  }

  private addWhole(type: PyType): { offset: number; size: number; bits: undefined } {
    this.storage = undefined;
    return { offset: this.align(type), size: requiredCType(type).size, bits: undefined };
  }

  private addBits(type: PyType, count: number): { offset: number; size: number; bits: Bits } {
    const { size } = requiredCType(type);
    const width = size * 8;
    const { storage } = this;
    if (storage === undefined || !this.hasRoom(storage, width, count)) {
      const offset = this.align(type);
      this.storage = { width, used: count };
      return { offset, size, bits: this.bitsAt(0, count, width) };
    }
    if (width > storage.width) {
      this.end += (width - storage.width) / 8;
      storage.width = width;
    }
    const low = storage.used;
    storage.used += count;
    return { offset: this.end - size, size, bits: this.bitsAt(low, count, storage.width) };
  }

  /** In the storage as it is, or in one as wide as the new field's type. */
  private hasRoom(storage: Storage, width: number, count: number): boolean {
    const most = Math.max(storage.width, width);
    return storage.used + count <= most;
  }

  private bitsAt(low: number, count: number, width: number): Bits {
    return { low: this.bigEndian ? width - low - count : low, count };
  }

  private show(name: string, type: PyType, offset: number): void {
    const { format, shape, size } = requiredCType(type);
    this.fields += padding(offset - this.shown);
    const extents = shape.length === 0 ? "" : `(${shape.join(",")})`;
    this.fields += `${extents}${format}:${name}:`;
    this.shown = offset + size;
  }
}

/** Bytes that belong to no field. */
function padding(count: number): string {
  if (count <= 0) return "";
  return count === 1 ? "x" : `${count}x`;
}
