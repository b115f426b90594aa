/**
 * The type ndarray (CPython Modules/_testbuffer.c): an exporter of any structure, as tests of the buffer protocol need it.
 *
 * Trap: an ndarray of another exporter's buffer may lack a format, a shape or strides, as was asked for; it then refuses
 * requests for more.
 */
import { ELLIPSIS, NONE, typeOf } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyBytes, PyList, PySlice, PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { hashOf, reprText } from "../../objects/kernel/protocol.ts";
import { bufferError, indexError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { sliceRange } from "../../objects/kernel/slice.ts";
import { intArgument, toSsizeArgument } from "../../objects/types/arguments.ts";
import {
  exportView,
  hasBuffer,
  itemOffsets,
  ManagedBuffer,
  PyMemoryView,
  releaseView,
} from "../../objects/types/buffer.ts";
import {
  FULL_READONLY,
  followPointer,
  isCLayout,
  isFortranLayout,
  type Layout,
  MOST_DIMENSIONS,
  ND,
  offsetsOfItems,
  type Refusal,
  refusalOf,
  STRIDES,
  sliceDimension,
} from "../../objects/types/buffer-layout.ts";
import {
  type Base,
  consume,
  layoutOfBase,
  MOST_NDARRAY_DIMENSIONS,
  makeBase,
  ND_GETBUF_FAIL,
  ND_REDIRECT,
  ND_VAREXPORT,
  withFlags,
  withLayout,
} from "./base.ts";
import { BYTE_FORMAT, packSingle, sizeOfFormat, unpackSingle } from "./items.ts";

export class PyNdArray extends PyObject {
  /** The last one counts. The others are what `push` has covered, or what is still lent. */
  bases: Base[] = [];
  canChangeWhileLent = false;
  /** The other exporter's memory as held by this object: see vm/held.ts, which looks at fields only. */
  held: PyMemoryView | undefined = undefined;

  constructor(cls: PyType, base?: Base) {
    super(cls);
    if (base !== undefined) this.start(base);
  }

  start(base: Base): void {
    this.bases = [base];
    this.held = base.view;
  }

  get base(): Base {
    const base = this.bases.at(-1);
    if (base === undefined) throw valueError("ndarray was not initialised");
    return base;
  }

  /** Is the memory another exporter's? */
  get isConsumer(): boolean {
    return this.base.view !== undefined;
  }
}

function initialize(
  self: PyNdArray,
  object: Value,
  shape: Value | undefined,
  strides: Value | undefined,
  offset: Value,
  format: Value | undefined,
  flags: Value,
  request: Value | undefined,
): void {
  const start = toSsizeArgument(offset);
  const bits = intArgument(flags);
  const asked = request === undefined ? undefined : intArgument(request);
  if (hasBuffer(object) && shape === undefined) {
    if (strides !== undefined || start !== 0 || format !== undefined || (bits !== 0 && bits !== ND_REDIRECT)) {
      throw typeError("construction from exporter object only takes 'obj', 'getbuf' and 'flags' arguments");
    }
    const base = consume(object, asked ?? FULL_READONLY);
    self.start({ ...base, flags: base.flags | bits });
    return;
  }
  if (asked !== undefined) throw typeError("getbuf argument only valid for construction from exporter object");
  if (shape === undefined) {
    throw typeError("shape is a required argument when constructing from list, tuple or array");
  }
  self.canChangeWhileLent = (bits & ND_VAREXPORT) !== 0;
  const own = bits & ~ND_VAREXPORT;
  self.start(makeBase({ items: object, shape, strides, offset: start, format: format ?? BYTE_FORMAT, flags: own }));
}

function push(
  self: PyNdArray,
  items: Value,
  shape: Value,
  strides: Value | undefined,
  offset: Value,
  format: Value,
  flags: Value,
): void {
  checkMayChange(self);
  const bits = intArgument(flags);
  if ((bits & ND_VAREXPORT) !== 0) throw valueError("ND_VAREXPORT flag can only be used during object creation");
  self.bases.push(makeBase({ items, shape, strides, offset: toSsizeArgument(offset), format, flags: bits }));
}

function checkMayChange(self: PyNdArray): void {
  if (self.isConsumer) throw bufferError("structure of re-exporting object is immutable");
  if (!self.canChangeWhileLent && self.base.exports > 0) throw bufferError("cannot change structure");
}

function pop(self: PyNdArray): void {
  if (self.isConsumer) throw bufferError("structure of re-exporting object is immutable");
  if (self.base.exports > 0) throw bufferError("cannot change structure");
  if (self.bases.length === 1) throw bufferError("list only has a single base");
  self.bases.pop();
}

function addSuboffsets(self: PyNdArray): void {
  const { base } = self;
  if (base.suboffsets !== undefined) throw typeError("cannot add suboffsets to PIL-style array");
  if (base.strides === undefined) throw typeError("cannot add suboffsets to array without strides");
  const suboffsets = base.strides.map(() => -1);
  self.bases = [...self.bases.slice(0, -1), withFlags({ ...base, suboffsets })];
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  writable: "ndarray is not writable",
  C: "ndarray is not C-contiguous",
  Fortran: "ndarray is not Fortran contiguous",
  contiguous: "ndarray is not contiguous",
  suboffsets: "ndarray cannot be represented without suboffsets",
  format: "ndarray: cannot cast to unsigned bytes if the format flag is present",
};

function exportSelf(self: PyNdArray, flags: number): PyMemoryView {
  const { base } = self;
  if (base.obj !== NONE && (base.flags & ND_REDIRECT) !== 0) return exportView(base.obj, flags);
  const lacks = (flag: number, part: unknown): boolean => (flags & flag) === flag && part === undefined;
  if (base.dimensions !== 0 && (lacks(ND, base.shape) || lacks(STRIDES, base.strides))) {
    throw bufferError("re-exporter does not provide format, shape or strides");
  }
  if ((base.flags & ND_GETBUF_FAIL) !== 0) throw bufferError("ND_GETBUF_FAIL: forced test exception");
  const layout = layoutOfBase(base);
  const refusal = refusalOf(layout, flags);
  if (refusal !== undefined) throw bufferError(REFUSALS[refusal]);
  base.exports++;
  const managed = new ManagedBuffer(self, base.memory, () => {
    base.exports--;
    // What was covered by a later structure is only kept for those that looked at it.
    if (base.exports === 0 && base !== self.base) self.bases = self.bases.filter((each) => each !== base);
  });
  return new PyMemoryView(managed, layout);
}

/** Where the item or sub-array `index` of the first dimension begins. */
function offsetOf(base: Base, index: number): number {
  const layout = layoutOfBase(base);
  const count = layout.shape[0];
  const real = index < 0 ? index + count : index;
  if (real < 0 || real >= count) throw indexError("index out of bounds");
  return followPointer(base.memory, layout, layout.offset + real * layout.strides[0], 0);
}

const isEmptyTuple = (key: Value): boolean => key instanceof PyTuple && key.items.length === 0;
const formatOf = (base: Base): string => base.format ?? BYTE_FORMAT;

function getItem(self: PyNdArray, key: Value): Value {
  const { base } = self;
  if (base.dimensions === 0) {
    if (isEmptyTuple(key)) return unpackSingle(base.memory, base.start, formatOf(base));
    if (key === ELLIPSIS) return self;
    throw typeError("invalid indexing of scalar");
  }
  if (typeOf(key).slots.__index__ !== undefined) return itemAt(self, toSsizeArgument(key));
  return slice(self, key);
}

function itemAt(self: PyNdArray, index: number): Value {
  const { base } = self;
  if (base.dimensions === 1) return unpackSingle(base.memory, offsetOf(base, index), formatOf(base));
  const offset = offsetOf(base, index);
  const whole = consume(self, FULL_READONLY);
  const { shape, strides, suboffsets, ...rest } = layoutOfBase(whole);
  const layout: Layout = {
    ...rest,
    offset,
    shape: shape.slice(1),
    strides: strides.slice(1),
    suboffsets: suboffsets?.slice(1),
  };
  return new PyNdArray(NDARRAY, withLayout(whole, layout));
}

function slice(self: PyNdArray, key: Value): PyNdArray {
  const whole = consume(self, FULL_READONLY);
  const keys = key instanceof PyTuple ? key.items : [key];
  const layout = keys.reduce<Layout>((sliced, each, dimension) => {
    if (!(each instanceof PySlice)) throw typeError(`cannot index memory using ${reprText(key)}`);
    return sliceDimension(sliced, sliceRange(each, sliced.shape[dimension]), dimension);
  }, layoutOfBase(whole));
  return new PyNdArray(NDARRAY, withLayout(whole, layout));
}

function setItem(self: PyNdArray, key: Value, value: Value): void {
  const { base } = self;
  if (base.readonly) throw typeError("ndarray is not writable");
  if (base.dimensions === 0) {
    if (key !== ELLIPSIS && !isEmptyTuple(key)) throw typeError("invalid indexing of scalar");
    packSingle(base.memory, base.start, formatOf(base), value);
  } else if (typeOf(key).slots.__index__ !== undefined) {
    packSingle(base.memory, offsetOf(base, toSsizeArgument(key)), formatOf(base), value);
  } else {
    const source = exportView(value);
    try {
      copyItemsTo(slice(self, key).base, source);
    } finally {
      releaseView(source);
    }
  }
}

/** "@" says what having no byte order says. */
const plain = (format: string): string => (format.startsWith("@") ? format.slice(1) : format);

function copyItemsTo(target: Base, source: PyMemoryView): void {
  const layout = layoutOfBase(target);
  const { shape, format, itemSize } = source.layout;
  const isSame =
    plain(format) === plain(layout.format) &&
    itemSize === layout.itemSize &&
    shape.length === layout.shape.length &&
    shape.every((extent, i) => extent === layout.shape[i] || layout.shape.slice(0, i).includes(0));
  if (!isSame) throw valueError("ndarray assignment: lvalue and rvalue have different structures");
  // The two may overlap: what a row is copied to is seen by the rows behind it.
  const from = itemOffsets(source);
  const to = offsetsOfItems(target.memory, layout);
  const row = shape.at(-1) ?? 1;
  for (let first = 0; first < to.length; first += row) {
    const items = from.slice(first, first + row).map((at) => source.memory.slice(at, at + itemSize));
    items.forEach((item, i) => {
      target.memory.set(item, to[first + i]);
    });
  }
}

function tolist(self: PyNdArray): Value {
  const { base } = self;
  const layout = layoutOfBase(base);
  const { format, shape, strides } = layout;
  if (sizeOfFormat(format) !== base.itemSize) throw valueError("cannot unpack: itemsize mismatch");
  const build = (at: number, dimension: number): Value => {
    if (dimension === shape.length) return unpackSingle(base.memory, at, format);
    const items: Value[] = [];
    for (let i = 0; i < shape[dimension]; i++) {
      items.push(build(followPointer(base.memory, layout, at + i * strides[dimension], dimension), dimension + 1));
    }
    return new PyList(items);
  };
  return build(layout.offset, 0);
}

/** The items in C order. */
function bytesOf(base: Base): Uint8Array {
  const layout = layoutOfBase(base);
  const { start, byteLength, itemSize } = base;
  if (isCLayout(layout)) return base.memory.slice(start, start + byteLength);
  const bytes = new Uint8Array(byteLength);
  offsetsOfItems(base.memory, layout).forEach((offset, i) => {
    bytes.set(base.memory.subarray(offset, offset + itemSize), i * itemSize);
  });
  return bytes;
}

function hash(self: PyNdArray): number | bigint {
  const { base } = self;
  if (!base.readonly) throw valueError("cannot hash writable ndarray object");
  hashOf(base.obj);
  return hashOf(new PyBytes(bytesOf(base)));
}

/** PyMemoryView_FromBuffer: a view of a copy of the memory, with the structure alone to go by. */
function memoryviewFromBuffer(self: PyNdArray): Value {
  const { base } = self;
  if (self.isConsumer && (!(base.obj instanceof PyNdArray) || base.obj.isConsumer)) {
    throw typeError(
      "memoryview_from_buffer(): ndarray must be original exporter or consumer from ndarray/original exporter",
    );
  }
  if ((base.format ?? "").length > MOST_NDARRAY_DIMENSIONS) {
    throw typeError(`memoryview_from_buffer: format is limited to ${MOST_NDARRAY_DIMENSIONS} characters`);
  }
  if (base.dimensions > MOST_DIMENSIONS) {
    throw valueError(`memoryview: number of dimensions must not exceed ${MOST_DIMENSIONS}`);
  }
  return new PyMemoryView(new ManagedBuffer(NONE, base.memory.slice(), undefined), layoutOfBase(base));
}

const numbers = (values: readonly number[] | undefined): Value => tuple([...(values ?? [])]);

export const NDARRAY: PyType = defineType<PyNdArray>("_testbuffer.ndarray", {
  traits: { noConstructor: false },
  construct: ["(*args, **kwargs)", (cls) => new PyNdArray(cls)],
  initialize: [
    "~($self, /, obj, shape=<unrepresentable>, strides=<unrepresentable>, offset=0, format=<unrepresentable>, flags=0, getbuf=<unrepresentable>)",
    initialize,
  ],
  slots: {
    __hash__: hash,
    __buffer__: exportSelf,
    __getitem__: getItem,
    __setitem__: setItem,
    __delitem__: (self) => {
      throw typeError(self.base.readonly ? "ndarray is not writable" : "ndarray data cannot be deleted");
    },
  },
  methods: {
    tolist: ["~($self, /)", undefined, tolist],
    tobytes: ["~($self, /)", undefined, (self: PyNdArray) => new PyBytes(bytesOf(self.base))],
    push: ["~($self, /, items, shape, strides=<unrepresentable>, offset=0, format='B', flags=0)", undefined, push],
    pop: ["~($self, /)", undefined, pop],
    add_suboffsets: ["~($self, /)", undefined, addSuboffsets],
    memoryview_from_buffer: ["~($self, /)", undefined, memoryviewFromBuffer],
  },
  getset: {
    flags: [(self) => self.base.flags],
    offset: [(self) => self.base.offset],
    obj: [(self) => self.base.obj],
    nbytes: [(self) => self.base.byteLength],
    readonly: [(self) => self.base.readonly],
    itemsize: [(self) => self.base.itemSize],
    format: [(self) => self.base.format ?? ""],
    ndim: [(self) => self.base.dimensions],
    shape: [(self) => numbers(self.base.shape)],
    strides: [(self) => numbers(self.base.strides)],
    suboffsets: [(self) => numbers(self.base.suboffsets)],
    c_contiguous: [(self) => isCLayout(layoutOfBase(self.base))],
    f_contiguous: [(self) => isFortranLayout(layoutOfBase(self.base))],
    contiguous: [(self) => isCLayout(layoutOfBase(self.base)) || isFortranLayout(layoutOfBase(self.base))],
  },
});
