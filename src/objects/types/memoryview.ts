/**
 * memoryview (CPython Objects/memoryobject.c). The payload and the buffer protocol are in buffer.ts, single items in
 * memoryview-items.ts.
 *
 * Trap: converting a value that is assigned may run Python code that releases this very view, so `released` is
 * looked at again before memory is written.
 */
import { hashBytes } from "../../util/hash.ts";
import { genericLookup, getAttr } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { declareType, ELLIPSIS, MEMORYVIEW, NONE, NOT_IMPLEMENTED, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType, type GetSetRow } from "../kernel/define.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { addressText } from "../kernel/identity.ts";
import { toSsize } from "../kernel/number.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { intOf, PyBytes, PyList, PySlice, PyTuple, textOf, tuple } from "../kernel/payload.ts";
import { hashOf, isEqual } from "../kernel/protocol.ts";
import { bufferError, indexError, type PyError, raise, suppress, typeError, valueError } from "../kernel/raise.ts";
import { sliceRange } from "../kernel/slice.ts";
import { hooks } from "../kernel/thread.ts";
import { intArgument, toSsizeArgument } from "./arguments.ts";
import {
  checkReleased,
  contiguousBytes,
  copyItems,
  exportView,
  hasBuffer,
  isCContiguous,
  isFContiguous,
  itemOffsets,
  ManagedBuffer,
  PyMemoryView,
  releaseView,
} from "./buffer.ts";
import {
  contiguousStrides,
  followPointer,
  type Layout,
  MOST_DIMENSIONS,
  type Refusal,
  refusalOf,
  sliceDimension,
} from "./buffer-layout.ts";
import { bytesValue } from "./bytes-construct.ts";
import { hexText } from "./bytes-methods.ts";
import { ITERATOR_SLOTS, ITERATOR_TRAITS } from "./iterators.ts";
import { nativeCode, packItem, sizeOfCode, unpackItem, unsupportedFormat } from "./memoryview-items.ts";
import { encodeStr } from "./str-codecs.ts";
import { secrets } from "./str-hash.ts";
import { shownType, textArgument } from "./text.ts";

const notImplemented = (message: string): PyError => raise("NotImplementedError", message);

/** The format's one character; NotImplementedError for formats of the struct module. */
function codeOf(self: PyMemoryView): string {
  const code = nativeCode(self.layout.format);
  if (code === undefined) throw unsupportedFormat(self.layout.format);
  return code;
}

function construct(_cls: PyType, object: Value): Value {
  return viewOf(object, undefined);
}

/** memoryview(object); a view of a view shares its memory. */
function viewOf(object: Value, flags: number | undefined): PyMemoryView {
  if (object instanceof PyMemoryView) {
    checkReleased(object);
    return new PyMemoryView(object.managed, object.layout);
  }
  if (!hasBuffer(object)) {
    throw typeError(`memoryview: a bytes-like object is required, not '${typeName(object)}'`);
  }
  const view = exportView(object, flags);
  if (view.layout.shape.length <= MOST_DIMENSIONS) return view;
  releaseView(view);
  throw tooManyDimensions();
}

const tooManyDimensions = (): PyError =>
  valueError(`memoryview: number of dimensions must not exceed ${MOST_DIMENSIONS}`);

const REFUSALS: Readonly<Record<Refusal, string>> = {
  writable: "underlying buffer is not writable",
  C: "underlying buffer is not C-contiguous",
  Fortran: "underlying buffer is not Fortran contiguous",
  contiguous: "underlying buffer is not contiguous",
  suboffsets: "underlying buffer requires suboffsets",
  format: "cannot cast to unsigned bytes if the format flag is present",
};

/** What a consumer of this view gets: a view whose exporter is this one. */
function exportSelf(self: PyMemoryView, flags: number): PyMemoryView {
  checkReleased(self);
  const refusal = refusalOf(self.layout, flags);
  if (refusal !== undefined) throw bufferError(`memoryview: ${REFUSALS[refusal]}`);
  self.exports++;
  const managed = new ManagedBuffer(self, self.memory, () => {
    self.exports = Math.max(0, self.exports - 1);
  });
  return new PyMemoryView(managed, self.layout);
}

function length(self: PyMemoryView): number {
  checkReleased(self);
  const { shape } = self.layout;
  if (shape.length === 0) throw typeError("0-dim memory has no length");
  return shape[0];
}

/** The offset of item `index` along `dimension`, from `offset`. */
function step(self: PyMemoryView, offset: number, index: number, dimension: number): number {
  const { shape, strides } = self.layout;
  const real = index < 0 ? index + shape[dimension] : index;
  if (real < 0 || real >= shape[dimension]) throw indexError(`index out of bounds on dimension ${dimension + 1}`);
  return followPointer(self.memory, self.layout, offset + real * strides[dimension], dimension);
}

function isIndex(key: Value): boolean {
  return typeOf(key).slots.__index__ !== undefined;
}

/** The offset of the item that a tuple of indices names. */
function offsetOfTuple(self: PyMemoryView, key: PyTuple): number {
  const { shape, offset } = self.layout;
  const { items } = key;
  if (items.length < shape.length) throw notImplemented("sub-views are not implemented");
  if (items.length > shape.length) {
    throw typeError(`cannot index ${shape.length}-dimension view with ${items.length}-element tuple`);
  }
  return items.reduce<number>(
    (at, index, dimension) => step(self, at, toSsize(index, "IndexError"), dimension),
    offset,
  );
}

const isMultiIndex = (key: Value): key is PyTuple => key instanceof PyTuple && key.items.every(isIndex);

const isMultiSlice = (key: Value): key is PyTuple =>
  key instanceof PyTuple && key.items.length > 0 && key.items.every((each) => each instanceof PySlice);

function getItem(self: PyMemoryView, key: Value): Value {
  checkReleased(self);
  const { shape, offset } = self.layout;
  if (shape.length === 0) {
    if (key instanceof PyTuple && key.items.length === 0) return unpackItem(self.memory, offset, codeOf(self));
    if (key === ELLIPSIS) return self;
    throw typeError("invalid indexing of 0-dim memory");
  }
  if (isIndex(key)) {
    const index = toSsize(key, "IndexError");
    checkReleased(self);
    const code = codeOf(self);
    if (shape.length > 1) throw notImplemented("multi-dimensional sub-views are not implemented");
    return unpackItem(self.memory, step(self, offset, index, 0), code);
  }
  if (key instanceof PySlice) return new PyMemoryView(self.managed, sliceLayout(self, key));
  if (isMultiIndex(key)) {
    const code = codeOf(self);
    const at = offsetOfTuple(self, key);
    checkReleased(self);
    return unpackItem(self.memory, at, code);
  }
  if (isMultiSlice(key)) throw notImplemented("multi-dimensional slicing is not implemented");
  throw typeError("memoryview: invalid slice key");
}

/** The layout with the first dimension sliced. */
function sliceLayout(self: PyMemoryView, key: PySlice): Layout {
  return sliceDimension(self.layout, sliceRange(key, self.layout.shape[0]), 0);
}

function checkWritable(self: PyMemoryView): void {
  checkReleased(self);
  if (self.layout.readonly) throw typeError("cannot modify read-only memory");
}

function store(self: PyMemoryView, offset: number, value: Value): void {
  const { format, itemSize } = self.layout;
  const item = new Uint8Array(itemSize);
  packItem(item, 0, codeOf(self), value, format);
  checkReleased(self);
  self.memory.set(item, offset);
}

function setItem(self: PyMemoryView, key: Value, value: Value): void {
  checkReleased(self);
  codeOf(self);
  checkWritable(self);
  const { shape, offset } = self.layout;
  if (shape.length === 0) {
    if (key !== ELLIPSIS && !(key instanceof PyTuple && key.items.length === 0)) {
      throw typeError("invalid indexing of 0-dim memory");
    }
    store(self, offset, value);
  } else if (isIndex(key)) {
    const index = toSsize(key, "IndexError");
    if (shape.length > 1) throw notImplemented("sub-views are not implemented");
    store(self, step(self, offset, index, 0), value);
  } else if (key instanceof PySlice && shape.length === 1) assignSlice(self, key, value);
  else if (isMultiIndex(key)) store(self, offsetOfTuple(self, key), value);
  else if (key instanceof PySlice || isMultiSlice(key)) {
    throw notImplemented("memoryview slice assignments are currently restricted to ndim = 1");
  } else throw typeError("memoryview: invalid slice key");
}

function plainFormat(layout: Layout): string {
  return layout.format.startsWith("@") ? layout.format.slice(1) : layout.format;
}

/** Behind an extent of nothing the others do not matter. */
function sameShape({ shape: left }: Layout, { shape: right }: Layout): boolean {
  if (left.length !== right.length) return false;
  const differs = left.findIndex((extent, i) => extent !== right[i]);
  return differs < 0 || left.slice(0, differs).includes(0);
}

function assignSlice(self: PyMemoryView, key: PySlice, value: Value): void {
  const source = exportView(value);
  try {
    checkReleased(self);
    const layout = sliceLayout(self, key);
    checkReleased(self);
    const target = new PyMemoryView(self.managed, layout);
    try {
      copyView(source, target);
    } finally {
      releaseView(target);
    }
  } finally {
    releaseView(source);
  }
}

function copyView(source: PyMemoryView, target: PyMemoryView): void {
  const from = source.layout;
  const to = target.layout;
  if (plainFormat(from) !== plainFormat(to) || from.itemSize !== to.itemSize || !sameShape(from, to)) {
    throw valueError("memoryview assignment: lvalue and rvalue have different structures");
  }
  // The two may overlap: copy first.
  const bytes = copyItems(source, false);
  itemOffsets(target).forEach((offset, i) => {
    target.memory.set(bytes.subarray(i * to.itemSize, (i + 1) * to.itemSize), offset);
  });
}

function delItem(self: PyMemoryView): void {
  checkWritable(self);
  throw typeError("cannot delete memory");
}

/** Equality with any exporter, item by item; undefined for what exports no buffer. */
function equals(self: PyMemoryView, other: Value): boolean | undefined {
  if (self.released) return self === other;
  if (other instanceof PyMemoryView && other.released) return self === (other as Value);
  const view = hasBuffer(other) ? suppress(EXCEPTIONS.Exception, () => exportView(other)) : undefined;
  if (view === undefined) return undefined;
  try {
    return equalViews(self, view);
  } finally {
    releaseView(view);
  }
}

function equalViews(left: PyMemoryView, right: PyMemoryView): boolean {
  if (!sameShape(left.layout, right.layout)) return false;
  const readLeft = itemReader(left);
  const readRight = itemReader(right);
  if (readLeft === undefined || readRight === undefined) return false;
  // Each item is a new object, so that `isEqual` finds no NaN equal to itself.
  const others = itemOffsets(right);
  return itemOffsets(left).every((offset, i) => isEqual(readLeft(offset), readRight(others[i])));
}

/** What reads the item at an offset; undefined for a format that the struct module does not know either. */
function itemReader(view: PyMemoryView): ((offset: number) => Value) | undefined {
  const { memory, layout } = view;
  const code = nativeCode(layout.format);
  if (code !== undefined) return (offset) => unpackItem(memory, offset, code);
  const struct = hooks.importModule("struct");
  const unpack = suppress(getAttr(struct, "error") as PyType, () =>
    getAttr(call(getAttr(struct, "Struct"), layout.format), "unpack_from"),
  );
  if (unpack === undefined) return undefined;
  return (offset) => {
    const values = call(unpack, new PyBytes(memory.slice(offset, offset + layout.itemSize))) as PyTuple;
    return values.items.length === 1 ? values.items[0] : values;
  };
}

function hash(self: PyMemoryView): number | bigint {
  if (self.hash !== undefined) return self.hash;
  checkReleased(self);
  if (!self.layout.readonly) throw valueError("cannot hash writable memoryview object");
  if (!"Bbc".includes(nativeCode(self.layout.format) ?? " ")) {
    throw valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  hashOf(self.managed.exporter);
  self.hash = hashBytes(contiguousBytes(self), secrets.key);
  return self.hash;
}

function tobytes(self: PyMemoryView, order: Value): Value {
  const text = order === NONE ? "C" : textOf(order);
  if (text === undefined) {
    throw typeError(`tobytes() argument 'order' must be str or None, not ${shownType(order)}`);
  }
  checkReleased(self);
  if (text !== "C" && text !== "F" && text !== "A") throw valueError("order must be 'C', 'F' or 'A'");
  const fortran = text === "F" || (text === "A" && isFContiguous(self) && !isCContiguous(self));
  return bytesValue(copyItems(self, fortran));
}

function tolist(self: PyMemoryView): Value {
  checkReleased(self);
  const code = codeOf(self);
  const { shape, strides, offset } = self.layout;
  const build = (at: number, dimension: number): Value => {
    if (dimension === shape.length) return unpackItem(self.memory, at, code);
    const items: Value[] = [];
    for (let i = 0; i < shape[dimension]; i++) {
      const next = followPointer(self.memory, self.layout, at + i * strides[dimension], dimension);
      items.push(build(next, dimension + 1));
    }
    return new PyList(items);
  };
  return build(offset, 0);
}

const BAD_DESTINATION =
  "memoryview: destination format must be a native single character format prefixed with an optional '@'";
const BYTE_CODES = "bBc";

function cast(self: PyMemoryView, format: Value, shape: Value | undefined): Value {
  textArgument(format, "cast", "argument 'format'");
  checkReleased(self);
  if (!isCContiguous(self)) throw typeError("memoryview: casts are restricted to C-contiguous views");
  const dimensions = self.layout.shape.length;
  if ((shape !== undefined || dimensions !== 1) && self.layout.shape.includes(0)) {
    throw typeError("memoryview: cannot cast view with zeros in shape or strides");
  }
  const extents = shape === undefined ? undefined : shapeItems(shape);
  if (extents !== undefined && dimensions !== 1 && extents.length !== 1) {
    throw typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
  }
  // As C reads it: to its first zero.
  const formatText = String.fromCharCode(...encodeStr(format, "ascii").bytes).split("\0")[0];
  const flat = castFlat(self, formatText);
  return new PyMemoryView(self.managed, extents === undefined ? flat : castShape(flat, extents));
}

function shapeItems(shape: Value): Value[] {
  if (!(shape instanceof PyList || shape instanceof PyTuple)) throw typeError("shape must be a list or a tuple");
  if (shape.items.length > MOST_DIMENSIONS) throw tooManyDimensions();
  return shape.items;
}

/** The layout as one dimension of items of another format. */
function castFlat(self: PyMemoryView, format: string): Layout {
  const source = nativeCode(self.layout.format);
  const code = nativeCode(format);
  if (code === undefined) throw valueError(BAD_DESTINATION);
  if ((source === undefined || !BYTE_CODES.includes(source)) && !BYTE_CODES.includes(code)) {
    throw typeError("memoryview: cannot cast between two non-byte formats");
  }
  const itemSize = sizeOfCode(code);
  const size = self.byteLength;
  if (size % itemSize !== 0) throw typeError("memoryview: length is not a multiple of itemsize");
  const { offset, readonly } = self.layout;
  return { offset, format, itemSize, readonly, shape: [size / itemSize], strides: [itemSize] };
}

function castShape(flat: Layout, extents: Value[]): Layout {
  let size = BigInt(flat.itemSize);
  const shape = extents.map((extent) => {
    if (intOf(extent) === undefined) throw typeError("memoryview.cast(): elements of shape must be integers");
    const value = toSsizeArgument(extent);
    if (value <= 0) throw valueError("memoryview.cast(): elements of shape must be integers > 0");
    size *= BigInt(value);
    if (size >= 2n ** 63n) throw valueError("memoryview.cast(): product(shape) > SSIZE_MAX");
    return value;
  });
  if (size !== BigInt(flat.shape[0] * flat.itemSize)) {
    throw typeError("memoryview: product(shape) * itemsize != buffer size");
  }
  return { ...flat, shape, strides: contiguousStrides(shape, flat.itemSize) };
}

function toreadonly(self: PyMemoryView): Value {
  checkReleased(self);
  return new PyMemoryView(self.managed, { ...self.layout, readonly: true });
}

function hex(self: PyMemoryView, sep: Value | undefined, bytesPerSep: Value): Value {
  checkReleased(self);
  return hexText(() => contiguousBytes(self), sep, bytesPerSep);
}

function enter(self: PyMemoryView): Value {
  checkReleased(self);
  return self;
}

function fromFlags(_cls: PyType, object: Value, flags: Value): Value {
  return viewOf(object, intArgument(flags));
}

const MEMORY_ITERATOR = declareType("memory_iterator");

class PyMemoryIterator extends PyObject {
  index = 0;
  constructor(
    public view: PyMemoryView | null,
    readonly code: string,
  ) {
    super(MEMORY_ITERATOR);
  }
}

function iterate(self: PyMemoryView): Value {
  checkReleased(self);
  const dimensions = self.layout.shape.length;
  if (dimensions === 0) throw typeError("invalid indexing of 0-dim memory");
  if (dimensions !== 1) throw notImplemented("multi-dimensional sub-views are not implemented");
  return new PyMemoryIterator(self, codeOf(self));
}

function next(self: PyMemoryIterator): Value | undefined {
  const { view } = self;
  if (view === null) return undefined;
  const { shape, offset } = view.layout;
  if (self.index < shape[0]) {
    checkReleased(view);
    return unpackItem(view.memory, step(view, offset, self.index++, 0), self.code);
  }
  self.view = null;
  return undefined;
}

/** A read-only attribute that a released view does not have any more. */
function attribute(get: (self: PyMemoryView) => Value, doc: string): GetSetRow<PyMemoryView> {
  return [
    (self) => {
      checkReleased(self);
      return get(self);
    },
    undefined,
    doc,
  ];
}

completeType<PyMemoryIterator>(MEMORY_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: next },
});

completeType<PyMemoryView>(MEMORYVIEW, {
  doc: "Create a new memoryview object which references the given object.",
  traits: { sequence: true, weakrefs: true },
  construct: ["(object)", construct],
  slots: {
    __repr__: (self) => `<${self.released ? "released " : ""}memory at ${addressText(self)}>`,
    __hash__: hash,
    __getattribute__: genericLookup,
    __lt__: () => NOT_IMPLEMENTED,
    __le__: () => NOT_IMPLEMENTED,
    __eq__: (self, other) => equals(self, other) ?? NOT_IMPLEMENTED,
    __ne__: (self, other) => {
      const same = equals(self, other);
      return same === undefined ? NOT_IMPLEMENTED : !same;
    },
    __gt__: () => NOT_IMPLEMENTED,
    __ge__: () => NOT_IMPLEMENTED,
    __iter__: iterate,
    __buffer__: exportSelf,
    __release_buffer__: (_self, view) => {
      if (view instanceof PyMemoryView) releaseView(view);
    },
    __len__: length,
    __getitem__: getItem,
    __setitem__: setItem,
    __delitem__: delItem,
  },
  methods: {
    release: [
      "($self, /)",
      "Release the underlying buffer exposed by the memoryview object.",
      (self: PyMemoryView) => releaseView(self),
    ],
    tobytes: [
      "($self, /, order='C')",
      "Return the data in the buffer as a byte string.\n\nOrder can be {'C', 'F', 'A'}. When order is 'C' or 'F', the data of the\noriginal array is converted to C or Fortran order. For contiguous views,\n'A' returns an exact copy of the physical memory. In particular, in-memory\nFortran order is preserved. For non-contiguous views, the data is converted\nto C first. order=None is the same as order='C'.",
      tobytes,
    ],
    hex: [
      "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
      "Return the data in the buffer as a str of hexadecimal numbers.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nExample:\n>>> value = memoryview(b'\\xb9\\x01\\xef')\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'",
      hex,
    ],
    tolist: ["($self, /)", "Return the data in the buffer as a list of elements.", tolist],
    cast: ["($self, /, format, shape=<unrepresentable>)", "Cast a memoryview to a new format or shape.", cast],
    toreadonly: ["($self, /)", "Return a readonly version of the memoryview.", toreadonly],
    __enter__: ["~($self, /)", undefined, enter],
    __exit__: ["~($self, /, *args)", undefined, (self: PyMemoryView) => releaseView(self)],
  },
  classmethods: {
    _from_flags: [
      "($type, /, object, flags)",
      "Create a new memoryview object which references the given object.",
      fromFlags,
    ],
  },
  getset: {
    obj: attribute((self) => self.managed.exporter, "The underlying object of the memoryview."),
    nbytes: attribute(
      (self) => self.byteLength,
      "The amount of space in bytes that the array would use in\n a contiguous representation.",
    ),
    readonly: attribute((self) => self.layout.readonly, "A bool indicating whether the memory is read only."),
    itemsize: attribute((self) => self.layout.itemSize, "The size in bytes of each element of the memoryview."),
    format: attribute(
      (self) => self.layout.format,
      "A string containing the format (in struct module style)\n for each element in the view.",
    ),
    ndim: attribute(
      (self) => self.layout.shape.length,
      "An integer indicating how many dimensions of a multi-dimensional\n array the memory represents.",
    ),
    shape: attribute(
      (self) => tuple([...self.layout.shape]),
      "A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array.",
    ),
    strides: attribute(
      (self) => tuple([...self.layout.strides]),
      "A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array.",
    ),
    suboffsets: attribute(
      (self) => tuple([...(self.layout.suboffsets ?? [])]),
      "A tuple of integers used internally for PIL-style arrays.",
    ),
    c_contiguous: attribute(isCContiguous, "A bool indicating whether the memory is C contiguous."),
    f_contiguous: attribute(isFContiguous, "A bool indicating whether the memory is Fortran contiguous."),
    contiguous: attribute(
      (self) => isCContiguous(self) || isFContiguous(self),
      "A bool indicating whether the memory is contiguous.",
    ),
  },
});
