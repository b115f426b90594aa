/**
 * How the items of a buffer lie in its memory, and what a consumer may ask for (CPython Include/cpython/object.h:
 * Py_buffer; Objects/abstract.c: PyBuffer_IsContiguous and its kin).
 *
 * Trap: with suboffsets, what lies at the end of a stride may be a pointer to the rest. A pointer is an index into the
 * same memory, 8 bytes, little-endian.
 */
import type { SliceRange } from "../kernel/slice.ts";

/** Flags of a buffer request, as `inspect.BufferFlags` names them. */
export const SIMPLE = 0;
export const WRITABLE = 1;
export const FORMAT = 4;
export const ND = 8;
export const STRIDES = 16 | ND;
export const C_CONTIGUOUS = 32 | STRIDES;
export const F_CONTIGUOUS = 64 | STRIDES;
export const ANY_CONTIGUOUS = 128 | STRIDES;
export const INDIRECT = 256 | STRIDES;
export const FULL_READONLY = INDIRECT | FORMAT;
export const FULL = FULL_READONLY | WRITABLE;

/** Dimensions that a memoryview may have (PyBUF_MAX_NDIM). */
export const MOST_DIMENSIONS = 64;
export const POINTER_SIZE = 8;

/** How the bytes of a view are laid out. */
export interface Layout {
  /** Where item [0, 0, ...] begins in the memory. */
  readonly offset: number;
  readonly format: string;
  readonly itemSize: number;
  readonly readonly: boolean;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  /** For each dimension, what to add to the pointer that its stride leads to; negative where there is no pointer. */
  readonly suboffsets?: readonly number[] | undefined;
}

export const productOf = (extents: readonly number[]): number =>
  extents.reduce((product, extent) => product * extent, 1);

/** The strides of items that lie side by side: the last index moves fastest (C), or the first. */
export function contiguousStrides(shape: readonly number[], itemSize: number, fortran = false): number[] {
  const strides: number[] = new Array(shape.length).fill(itemSize);
  let stride = itemSize;
  for (let i = 0; i < shape.length; i++) {
    const dimension = fortran ? i : shape.length - 1 - i;
    strides[dimension] = stride;
    stride *= shape[dimension];
  }
  return strides;
}

function isContiguous(layout: Layout, fortran: boolean): boolean {
  const { shape, strides, itemSize, suboffsets } = layout;
  if (suboffsets !== undefined) return false;
  // One dimension is not asked whether it is empty.
  if (shape.length === 1) return shape[0] === 1 || strides[0] === itemSize;
  if (shape.includes(0)) return true;
  const wanted = contiguousStrides(shape, itemSize, fortran);
  return shape.every((extent, dimension) => extent <= 1 || strides[dimension] === wanted[dimension]);
}

export const isCLayout = (layout: Layout): boolean => isContiguous(layout, false);
export const isFortranLayout = (layout: Layout): boolean => isContiguous(layout, true);

/** From `at`, where a stride of `dimension` has led, through the pointer there, if there is one. */
export function followPointer(memory: Uint8Array, layout: Layout, at: number, dimension: number): number {
  const suboffset = layout.suboffsets?.[dimension] ?? -1;
  if (suboffset < 0) return at;
  const view = new DataView(memory.buffer, memory.byteOffset, memory.byteLength);
  return Number(view.getBigUint64(at, true)) + suboffset;
}

/** Where each item begins in the memory, in C or Fortran order of the indices. */
export function offsetsOfItems(memory: Uint8Array, layout: Layout, fortran = false): number[] {
  const { offset, shape, strides } = layout;
  let offsets = [offset];
  shape.forEach((extent, dimension) => {
    const wider: number[] = [];
    for (const base of offsets) {
      for (let i = 0; i < extent; i++) {
        wider.push(followPointer(memory, layout, base + i * strides[dimension], dimension));
      }
    }
    offsets = wider;
  });
  return fortran ? inFortranOrder(offsets, shape) : offsets;
}

/** What lies in C order, in the order in which the first index moves fastest. */
function inFortranOrder(offsets: readonly number[], shape: readonly number[]): number[] {
  const steps = contiguousStrides(shape, 1);
  let order = [0];
  for (let dimension = shape.length - 1; dimension >= 0; dimension--) {
    const wider: number[] = [];
    for (const base of order) for (let i = 0; i < shape[dimension]; i++) wider.push(base + i * steps[dimension]);
    order = wider;
  }
  return order.map((index) => offsets[index]);
}

/** The layout with one dimension sliced. */
export function sliceDimension(layout: Layout, range: SliceRange, dimension: number): Layout {
  const { shape, strides, suboffsets } = layout;
  const skipped = range.start * strides[dimension];
  // Behind a pointer it is the pointer's target that moves.
  const pointer = suboffsets?.findLastIndex((suboffset, i) => i < dimension && suboffset >= 0) ?? -1;
  return {
    ...layout,
    offset: pointer < 0 ? layout.offset + skipped : layout.offset,
    shape: shape.with(dimension, range.count),
    strides: strides.with(dimension, strides[dimension] * range.step),
    suboffsets: pointer < 0 ? suboffsets : suboffsets?.with(pointer, suboffsets[pointer] + skipped),
  };
}

export type Refusal = "writable" | "C" | "Fortran" | "contiguous" | "suboffsets" | "format";

/** Why a full exporter of this layout cannot serve the request. */
export function refusalOf(layout: Layout, flags: number): Refusal | undefined {
  const asks = (flag: number): boolean => (flags & flag) === flag;
  if (asks(WRITABLE) && layout.readonly) return "writable";
  if (asks(C_CONTIGUOUS) && !isCLayout(layout)) return "C";
  if (asks(F_CONTIGUOUS) && !isFortranLayout(layout)) return "Fortran";
  if (asks(ANY_CONTIGUOUS) && !isCLayout(layout) && !isFortranLayout(layout)) return "contiguous";
  if (!asks(INDIRECT) && layout.suboffsets !== undefined) return "suboffsets";
  if (!asks(STRIDES) && !isCLayout(layout)) return "C";
  return !asks(ND) && asks(FORMAT) ? "format" : undefined;
}
