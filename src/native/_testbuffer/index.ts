/**
 * _testbuffer (CPython Modules/_testbuffer.c): exporters of every structure that a buffer can have, and the functions of
 * the C interface that look at one.
 */
import { NONE } from "../../objects/kernel/core-types.ts";
import { defineType, type MethodRow } from "../../objects/kernel/define.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intOf, PyBytes, PySlice, textOf, tuple } from "../../objects/kernel/payload.ts";
import { bufferError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { sliceRange } from "../../objects/kernel/slice.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument, toSsizeArgument } from "../../objects/types/arguments.ts";
import {
  contiguousBytes,
  copyItems,
  exportView,
  ManagedBuffer,
  PyMemoryView,
  releaseView,
} from "../../objects/types/buffer.ts";
import {
  ANY_CONTIGUOUS,
  C_CONTIGUOUS,
  contiguousStrides,
  F_CONTIGUOUS,
  FORMAT,
  FULL,
  FULL_READONLY,
  followPointer,
  INDIRECT,
  isCLayout,
  isFortranLayout,
  type Layout,
  MOST_DIMENSIONS,
  ND,
  POINTER_SIZE,
  SIMPLE,
  STRIDES,
  WRITABLE,
} from "../../objects/types/buffer-layout.ts";
import { runCodec, toEncode } from "../../objects/types/codec-errors.ts";
import { strictEncode } from "../../util/codecs/errors.ts";
import { encodeAscii } from "../../util/codecs/single-byte.ts";
import {
  layoutOfBase,
  MOST_NDARRAY_DIMENSIONS,
  ND_FORTRAN,
  ND_GETBUF_FAIL,
  ND_GETBUF_UNDEFINED,
  ND_PIL,
  ND_REDIRECT,
  ND_SCALAR,
  ND_VAREXPORT,
  ND_WRITABLE,
} from "./base.ts";
import { listItems, unpackSingle } from "./items.ts";
import { NDARRAY, PyNdArray } from "./ndarray.ts";

const READ = 0x100;
const WRITE = 0x200;

type Order = "C" | "F" | "A";

function orderArgument(value: Value): Order {
  const text = textOf(value);
  if (text === undefined) throw typeError("order must be a string");
  const order = String.fromCharCode(...runCodec(() => encodeAscii(toEncode(text), strictEncode)));
  if (order !== "C" && order !== "F" && order !== "A") throw valueError("invalid order, must be C, F or A");
  return order;
}

function isInOrder(layout: Layout, order: Order): boolean {
  return (order !== "F" && isCLayout(layout)) || (order !== "C" && isFortranLayout(layout));
}

function withView<T>(exporter: Value, request: number, use: (view: PyMemoryView) => T): T {
  const view = exportView(exporter, request);
  try {
    return use(view);
  } finally {
    if (view !== exporter) releaseView(view);
  }
}

/** PyBuffer_GetPointer, and the item there. */
function getPointer(exporter: Value, indices: Value): Value {
  return withView(exporter, FULL_READONLY, ({ memory, layout }) => {
    const { shape, strides, offset, format } = layout;
    const given = listItems(indices, "indices");
    if (shape.length > MOST_DIMENSIONS) throw valueError(`get_pointer(): ndim > ${MOST_DIMENSIONS}`);
    if (given.length !== shape.length) throw valueError("get_pointer(): len(indices) != ndim");
    let at = offset;
    given.forEach((value, dimension) => {
      const index = toSsizeArgument(value);
      if (index < 0 || index >= shape[dimension]) {
        throw valueError(`get_pointer(): invalid index ${index} at position ${dimension}`);
      }
      at = followPointer(memory, layout, at + index * strides[dimension], dimension);
    });
    return unpackSingle(memory, at, format);
  });
}

/** PyMemoryView_GetContiguous: the view itself, or one of a copy. */
function getContiguous(exporter: Value, kind: Value, order: Value): Value {
  if (intOf(kind) === undefined) throw typeError("buffertype must be PyBUF_READ or PyBUF_WRITE");
  const wanted = intArgument(kind);
  const wantedOrder = orderArgument(order);
  if (wanted !== READ && wanted !== WRITE) throw valueError("invalid buffer type");
  const view = exportView(exporter);
  const { layout } = view;
  if (layout.shape.length > MOST_DIMENSIONS) {
    throw valueError(`memoryview: number of dimensions must not exceed ${MOST_DIMENSIONS}`);
  }
  if (wanted === WRITE && layout.readonly) throw bufferError("underlying buffer is not writable");
  if (isInOrder(layout, wantedOrder)) return view;
  if (wanted === WRITE) throw bufferError("writable contiguous buffer requested for a non-contiguous object.");
  const isFortran = wantedOrder === "F";
  const bytes = new PyBytes(copyItems(view, isFortran));
  releaseView(view);
  const { format, itemSize, shape } = layout;
  const strides = contiguousStrides(shape, itemSize, isFortran);
  const copy = { offset: 0, format, itemSize, shape, strides, readonly: true };
  return new PyMemoryView(new ManagedBuffer(bytes, bytes.bytes, undefined), copy);
}

/** PyBuffer_ToContiguous */
function bufferToContiguous(exporter: Value, order: Value, flags: Value): Value {
  const request = intArgument(flags);
  const wanted = orderArgument(order);
  return withView(exporter, request, (view) => {
    const isFortran = wanted === "F" || (wanted === "A" && !isCLayout(view.layout) && isFortranLayout(view.layout));
    return new PyBytes(copyItems(view, isFortran));
  });
}

function sliceIndices(slice: Value, length: Value): Value {
  if (!(slice instanceof PySlice)) throw typeError("first argument must be a slice object");
  const { start, stop, step, count } = sliceRange(slice, toSsizeArgument(length));
  return tuple([start, stop, step, count]);
}

/** Are both contiguous in the same order, of one structure, and equal byte by byte? */
function compareContiguous(first: Value, second: Value): Value {
  return withView(first, FULL_READONLY, (left) =>
    withView(second, FULL_READONLY, (right) => {
      const [one, other] = [left.layout, right.layout];
      const inOrder = (test: (layout: Layout) => boolean): boolean => test(one) && test(other);
      if (!inOrder(isCLayout) && !inOrder(isFortranLayout)) return false;
      const isSame =
        one.format === other.format &&
        one.itemSize === other.itemSize &&
        one.shape.length === other.shape.length &&
        one.shape.every((extent, i) => extent === other.shape[i]) &&
        one.shape.every((extent, i) => extent <= 1 || one.strides[i] === other.strides[i]);
      if (!isSame) return false;
      const bytes = rawBytes(right);
      return rawBytes(left).every((byte, i) => byte === bytes[i]);
    }),
  );
}

/** The memory of a contiguous view as it is. */
const rawBytes = (view: PyMemoryView): Uint8Array =>
  isCLayout(view.layout) ? contiguousBytes(view) : copyItems(view, true);

function isContiguous(object: Value, order: Value): Value {
  const wanted = orderArgument(order);
  if (object instanceof PyNdArray) return isInOrder(layoutOfBase(object.base), wanted);
  return withView(object, FULL_READONLY, ({ layout }) => isInOrder(layout, wanted));
}

class PyStaticArray extends PyObject {
  constructor(
    cls: PyType,
    readonly isLegacy: boolean,
  ) {
    super(cls);
  }
}

/** Memory that is always there, and need not be given back. */
const STATIC_MEMORY = Uint8Array.from({ length: 12 }, (_, i) => i);
const STATIC_LAYOUT: Layout = { offset: 0, format: "B", itemSize: 1, readonly: true, shape: [12], strides: [1] };

const STATICARRAY = defineType<PyStaticArray>("_testbuffer.staticarray", {
  traits: { noConstructor: false },
  construct: ["~($cls, /, legacy_mode=False)", (cls: PyType, legacy: Value) => new PyStaticArray(cls, isTrue(legacy))],
  slots: {
    __buffer__: (self) => {
      const exporter = self.isLegacy ? NONE : self;
      return new PyMemoryView(new ManagedBuffer(exporter, STATIC_MEMORY, undefined), STATIC_LAYOUT);
    },
  },
});

const functions: Record<string, MethodRow> = {
  slice_indices: ["~($module, slice, len, /)", undefined, sliceIndices],
  get_pointer: ["~($module, obj, seq, /)", undefined, getPointer],
  get_sizeof_void_p: ["~($module, /)", undefined, () => POINTER_SIZE],
  get_contiguous: ["~($module, obj, buffertype, order, /)", undefined, getContiguous],
  py_buffer_to_contiguous: ["~($module, obj, order, flags, /)", undefined, bufferToContiguous],
  is_contiguous: ["~($module, obj, order, /)", undefined, isContiguous],
  cmp_contig: ["~($module, b1, b2, /)", undefined, compareContiguous],
};

export default defineModule("_testbuffer", {
  functions,
  types: { ndarray: NDARRAY, staticarray: STATICARRAY },
  constants: {
    ND_MAX_NDIM: MOST_NDARRAY_DIMENSIONS,
    ND_VAREXPORT,
    ND_WRITABLE,
    ND_FORTRAN,
    ND_SCALAR,
    ND_PIL,
    ND_GETBUF_FAIL,
    ND_GETBUF_UNDEFINED,
    ND_REDIRECT,
    PyBUF_SIMPLE: SIMPLE,
    PyBUF_WRITABLE: WRITABLE,
    PyBUF_FORMAT: FORMAT,
    PyBUF_ND: ND,
    PyBUF_STRIDES: STRIDES,
    PyBUF_INDIRECT: INDIRECT,
    PyBUF_C_CONTIGUOUS: C_CONTIGUOUS,
    PyBUF_F_CONTIGUOUS: F_CONTIGUOUS,
    PyBUF_ANY_CONTIGUOUS: ANY_CONTIGUOUS,
    PyBUF_FULL: FULL,
    PyBUF_FULL_RO: FULL_READONLY,
    PyBUF_RECORDS: STRIDES | WRITABLE | FORMAT,
    PyBUF_RECORDS_RO: STRIDES | FORMAT,
    PyBUF_STRIDED: STRIDES | WRITABLE,
    PyBUF_STRIDED_RO: STRIDES,
    PyBUF_CONTIG: ND | WRITABLE,
    PyBUF_CONTIG_RO: ND,
    PyBUF_READ: READ,
    PyBUF_WRITE: WRITE,
  },
});
