/**
 * What an ndarray stands for: a structure over memory of its own, or what another exporter answered a request with
 * (CPython Modules/_testbuffer.c: ndbuf_t). The parts that a request did not ask for are undefined.
 */
import { NONE } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf, jsString } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { toSsizeArgument } from "../../objects/types/arguments.ts";
import { exportView, type PyMemoryView } from "../../objects/types/buffer.ts";
import {
  contiguousStrides,
  FORMAT,
  INDIRECT,
  isCLayout,
  isFortranLayout,
  type Layout,
  MOST_DIMENSIONS,
  ND,
  POINTER_SIZE,
  productOf,
  STRIDES,
} from "../../objects/types/buffer-layout.ts";
import { BYTE_FORMAT, listItems, packSingle, sizeOfFormat } from "./items.ts";

export const MOST_NDARRAY_DIMENSIONS = 2 * MOST_DIMENSIONS;

export const ND_VAREXPORT = 1;
export const ND_WRITABLE = 2;
export const ND_FORTRAN = 4;
export const ND_SCALAR = 8;
export const ND_PIL = 16;
export const ND_REDIRECT = 32;
export const ND_GETBUF_FAIL = 64;
export const ND_GETBUF_UNDEFINED = 128;
const ND_C = 256;

export interface Base {
  /** The exporter; None for memory of its own. */
  readonly obj: Value;
  /** What is held while the memory is another's. */
  readonly view: PyMemoryView | undefined;
  readonly memory: Uint8Array;
  readonly format: string | undefined;
  readonly shape: readonly number[] | undefined;
  readonly strides: readonly number[] | undefined;
  readonly suboffsets: readonly number[] | undefined;
  /** Where the first item begins, and what was given as `offset`. */
  readonly start: number;
  readonly offset: number;
  readonly itemSize: number;
  readonly readonly: boolean;
  readonly dimensions: number;
  readonly byteLength: number;
  flags: number;
  exports: number;
}

/** The structure with all parts: what is missing is as in a row of items. */
export function layoutOfBase(base: Base): Layout {
  const { start, itemSize, readonly, suboffsets } = base;
  const shape = base.shape ?? (base.dimensions === 0 ? [] : [Math.floor(base.byteLength / itemSize)]);
  const strides = base.strides ?? contiguousStrides(shape, itemSize);
  return { offset: start, format: base.format ?? BYTE_FORMAT, itemSize, readonly, shape, strides, suboffsets };
}

/** The base over another structure in the same memory. */
export function withLayout(base: Base, layout: Layout): Base {
  const { offset: start, format, shape, strides, suboffsets } = layout;
  const byteLength = productOf(shape) * layout.itemSize;
  return withFlags({ ...base, start, format, shape, strides, suboffsets, dimensions: shape.length, byteLength });
}

/** Contiguity and kind as flags. */
export function withFlags(base: Base): Base {
  const layout = layoutOfBase(base);
  let flags = base.flags & ~(ND_SCALAR | ND_PIL | ND_C | ND_FORTRAN);
  if (base.dimensions === 0) flags |= ND_SCALAR;
  if (base.suboffsets !== undefined) flags |= ND_PIL;
  if (isCLayout(layout)) flags |= ND_C;
  if (isFortranLayout(layout)) flags |= ND_FORTRAN;
  return { ...base, flags };
}

/** What `exporter` answers the request with. */
export function consume(exporter: Value, request: number): Base {
  const view = exportView(exporter, request);
  const { layout } = view;
  const asked = <T>(flag: number, part: T): T | undefined => ((request & flag) === flag ? part : undefined);
  const shape = asked(ND, layout.shape);
  return withFlags({
    obj: view.managed.exporter,
    view,
    memory: view.memory,
    format: asked(FORMAT, layout.format),
    shape,
    strides: asked(STRIDES, layout.strides),
    suboffsets: asked(INDIRECT, layout.suboffsets),
    start: layout.offset,
    offset: 0,
    itemSize: layout.itemSize,
    readonly: layout.readonly,
    dimensions: shape === undefined ? 1 : shape.length,
    byteLength: view.byteLength,
    flags: 0,
    exports: 0,
  });
}

export interface Description {
  readonly items: Value;
  readonly shape: Value;
  readonly strides: Value | undefined;
  readonly offset: number;
  readonly format: Value;
  readonly flags: number;
}

/** Memory of its own, with the items packed one behind the other and a structure over them. */
export function makeBase({ items, shape: extents, strides: steps, offset, format, flags }: Description): Base {
  const dimensions = listItems(extents, "shape").length;
  if (dimensions > MOST_NDARRAY_DIMENSIONS) throw valueError(`ndim must not exceed ${MOST_NDARRAY_DIMENSIONS}`);
  const givenSteps = steps === undefined ? [] : listItems(steps, "strides");
  if (givenSteps.length > 0) {
    if ((flags & ND_FORTRAN) !== 0) throw typeError("ND_FORTRAN cannot be used together with strides");
    if (givenSteps.length !== dimensions) throw valueError("len(shape) != len(strides)");
  }
  const itemSize = sizeOfFormat(format);
  if (itemSize === 0) throw valueError("itemsize must not be zero");
  const values = dimensions === 0 ? [items] : listItems(items, "items");
  if (values.length === 0) throw valueError("initializer list or tuple must not be empty");
  const memory = new Uint8Array(values.length * itemSize);
  if (offset % itemSize !== 0) throw valueError("offset must be a multiple of itemsize");
  if (offset < 0 || offset + itemSize > memory.length) throw valueError("offset out of bounds");
  const text = jsString(format);
  if (text === undefined) throw typeError("format must be a string");
  values.forEach((value, i) => {
    packSingle(memory, i * itemSize, text, value);
  });
  const shape = sizes(listItems(extents, "shape"), "shape");
  const strides =
    givenSteps.length > 0
      ? sizes(givenSteps, "strides")
      : contiguousStrides(shape, itemSize, (flags & ND_FORTRAN) !== 0);
  checkBounds(memory.length, itemSize, offset, shape, strides);
  const base: Base = {
    obj: NONE,
    view: undefined,
    memory,
    format: text,
    shape,
    strides,
    suboffsets: undefined,
    start: offset,
    offset,
    itemSize,
    readonly: (flags & ND_WRITABLE) === 0,
    dimensions,
    byteLength: productOf(shape) * itemSize,
    flags,
    exports: 0,
  };
  if ((flags & ND_PIL) === 0) return withFlags(base);
  if (dimensions === 0) throw typeError("ndim = 0 cannot be used in conjunction with ND_PIL");
  return withFlags(withPointers(base, shape, strides));
}

function sizes(values: readonly Value[], name: "shape" | "strides"): number[] {
  return values.map((value) => {
    if (intOf(value) === undefined) throw valueError(`elements of ${name} must be integers`);
    const size = toSsizeArgument(value);
    if (name === "shape" && size < 0) throw valueError("elements of shape must be integers >= 0");
    return size;
  });
}

/** How far the items reach below and above the first one, in bytes. */
function reach(shape: readonly number[], strides: readonly number[]): { below: number; above: number } {
  let below = 0;
  let above = 0;
  shape.forEach((extent, dimension) => {
    const span = (extent - 1) * strides[dimension];
    if (span < 0) below -= span;
    else above += span;
  });
  return { below, above };
}

function checkBounds(
  size: number,
  itemSize: number,
  offset: number,
  shape: readonly number[],
  strides: readonly number[],
): void {
  if (strides.some((stride) => stride % itemSize !== 0)) throw valueError("strides must be a multiple of itemsize");
  if (shape.includes(0)) return;
  const { below, above } = reach(shape, strides);
  if (offset < below || offset + above + itemSize > size) {
    throw valueError("invalid combination of buffer, shape and strides");
  }
}

/**
 * The same items as the Python Imaging Library lays out its images: the first dimension is an array of pointers, one for
 * each sub-array, to the sub-array's lowest address; the suboffset leads from there to its first item.
 */
function withPointers(base: Base, shape: readonly number[], strides: readonly number[]): Base {
  const room = shape[0] * POINTER_SIZE;
  const memory = new Uint8Array(room + base.memory.length);
  memory.set(base.memory, room);
  const inner = shape.includes(0) ? { below: 0 } : reach(shape.slice(1), strides.slice(1));
  const backwards = strides[0] < 0;
  const view = new DataView(memory.buffer);
  for (let i = 0; i < shape[0]; i++) {
    const lowest = room + base.offset + i * strides[0] - inner.below;
    const at = backwards ? shape[0] - 1 - i : i;
    view.setBigUint64(at * POINTER_SIZE, BigInt.asUintN(64, BigInt(lowest)), true);
  }
  return {
    ...base,
    memory,
    start: backwards && shape[0] > 0 ? room - POINTER_SIZE : 0,
    offset: 0,
    strides: strides.with(0, backwards ? -POINTER_SIZE : POINTER_SIZE),
    suboffsets: shape.map((_, dimension) => (dimension === 0 ? inner.below : -1)),
  };
}
