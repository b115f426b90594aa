/**
 * The buffer protocol: raw memory that bytes, bytearray, memoryview, array and others lend to each other
 * (CPython Objects/memoryobject.c, Include/pybuffer.h, PEP 688).
 *
 * Every exporter answers its `__buffer__` slot with a PyMemoryView; a consumer that only wants bytes calls
 * `getBuffer`. Trap: a bytearray must not move while it is lent, so whoever keeps a view for longer than one call
 * holds a PyMemoryView and releases it; the Uint8Array from `getBuffer` is good until Python code runs again.
 */
import { BYTEARRAY, MEMORYVIEW, typeName, typeOf } from "../kernel/core-types.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { PyByteArray, PyBytes } from "../kernel/payload.ts";
import { bufferError, type PyError, suppress, typeError, valueError } from "../kernel/raise.ts";
import { hooks } from "../kernel/thread.ts";
import { TRAMPOLINES } from "../kernel/trampolines.ts";
import {
  FULL_READONLY,
  isCLayout,
  isFortranLayout,
  type Layout,
  offsetsOfItems,
  productOf,
  SIMPLE,
  WRITABLE,
} from "./buffer-layout.ts";
import { shownType } from "./text.ts";

/** One lending of an exporter's memory, shared by all memoryviews made from it (CPython's _PyManagedBuffer). */
export class ManagedBuffer {
  /** Memoryviews on it that are not released. */
  views = 0;
  private ended = false;

  constructor(
    /** The exporter: `memoryview.obj`. */
    readonly exporter: Value,
    readonly memory: Uint8Array,
    /** Told once, when the last view is released. */
    private readonly onRelease: (() => void) | undefined,
  ) {}

  addView(): void {
    this.views++;
  }

  dropView(): void {
    this.views--;
    if (this.views > 0 || this.ended) return;
    this.ended = true;
    this.onRelease?.();
  }
}

export class PyMemoryView extends PyObject {
  released = false;
  /** Consumers that hold this very view: it cannot be released meanwhile. */
  exports = 0;
  /** Of a read-only view with bytes format: computed at first use, then kept. */
  hash: number | bigint | undefined = undefined;

  constructor(
    readonly managed: ManagedBuffer,
    readonly layout: Layout,
    cls: PyType = MEMORYVIEW,
  ) {
    super(cls);
    managed.addView();
    if (isLender(managed.exporter)) rememberView(managed.exporter, this);
  }

  get memory(): Uint8Array {
    return this.managed.memory;
  }

  /** Number of items in all dimensions. */
  get itemCount(): number {
    return productOf(this.layout.shape);
  }

  get byteLength(): number {
    return this.itemCount * this.layout.itemSize;
  }
}

/** An exporter that cannot be resized while its memory is lent: a bytearray, a BytesIO, an array. */
export interface Lender extends PyObject {
  /** How many lendings have not ended. */
  exports: number;
}

function isLender(value: Value): value is Lender {
  return value instanceof PyObject && "exports" in value;
}

/** The views that were made of a lender's memory and may not be released yet. */
class Lendings {
  /** Those made last: most are released at once, and references to them need not be weak. */
  readonly recent = new Set<PyMemoryView>();
  readonly older = new Set<WeakRef<PyMemoryView>>();

  add(view: PyMemoryView): void {
    const { recent, older } = this;
    recent.add(view);
    if (recent.size < MOST_RECENT) return;
    for (const reference of older) if (reference.deref()?.released ?? true) older.delete(reference);
    for (const each of recent) older.add(new WeakRef(each));
    recent.clear();
  }

  /** Whether one is in use; others that no variable holds any more are released on the way. */
  isAnyHeld(): boolean {
    for (const view of this.recent) if (isInUse(view)) return true;
    for (const reference of this.older) {
      const view = reference.deref();
      if (view !== undefined && !view.released && isInUse(view)) return true;
      this.older.delete(reference);
    }
    return false;
  }
}

const MOST_RECENT = 64;
const lendings = new WeakMap<Lender, Lendings>();

/** If nothing holds the view any more, it is released. */
function isInUse(view: PyMemoryView): boolean {
  if (view.exports > 0 || hooks.isHeld(view)) return true;
  releaseView(view);
  return false;
}

function rememberView(exporter: Lender, view: PyMemoryView): void {
  let views = lendings.get(exporter);
  if (views === undefined) {
    views = new Lendings();
    lendings.set(exporter, views);
  }
  views.add(view);
}

/**
 * Is the memory still lent? Views that no variable holds any more are released on the way: CPython would
 * have done so when the last reference went.
 */
export function isLent(self: Lender): boolean {
  if (self.exports === 0) return false;
  if (lendings.get(self)?.isAnyHeld() === true) return true;
  self.exports = 0;
  return false;
}

/** A view of plain bytes: one dimension, format "B". `onRelease` is told when nobody uses the memory any more. */
export function viewOfBytes(
  exporter: Value,
  memory: Uint8Array,
  readonly: boolean,
  onRelease?: () => void,
): PyMemoryView {
  return viewOfItems(exporter, memory, "B", 1, readonly, onRelease);
}

/** A view of items of one kind in one dimension, as array.array exports itself. */
export function viewOfItems(
  exporter: Value,
  memory: Uint8Array,
  format: string,
  itemSize: number,
  readonly: boolean,
  onRelease?: () => void,
): PyMemoryView {
  const shape = [Math.floor(memory.length / itemSize)];
  const layout: Layout = { offset: 0, format, itemSize, readonly, shape, strides: [itemSize] };
  return new PyMemoryView(new ManagedBuffer(exporter, memory, onRelease), layout);
}

/** A view of a bytearray's memory; it cannot be resized until the view is released. */
export function viewOfByteArray(self: PyByteArray): PyMemoryView {
  self.exports++;
  return viewOfBytes(self, self.bytes, false, () => {
    self.exports = Math.max(0, self.exports - 1);
  });
}

/** The view that a read-only exporter of bytes answers a request with. */
export function readOnlyView(self: PyBytes, flags: number): PyMemoryView {
  if ((flags & WRITABLE) !== 0) throw bufferError("Object is not writable.");
  return viewOfBytes(self, self.bytes, true);
}

/** Does the type of `value` export a buffer? */
export function hasBuffer(value: Value): boolean {
  return typeof value === "object" && value.cls.slots.__buffer__ !== undefined;
}

/** A view of whatever exports a buffer; to be released by the caller. TypeError if `value` exports none. */
export function exportView(value: Value, flags: number = FULL_READONLY): PyMemoryView {
  const slot = typeOf(value).slots.__buffer__;
  if (slot === undefined) throw notBytesLike(value);
  const view = slot(value, flags);
  if (!(view instanceof PyMemoryView)) throw typeError("__buffer__ returned non-memoryview object");
  return slot === TRAMPOLINES.__buffer__ ? viewOfPythonBuffer(value, view) : view;
}

/** A view of what a Python class's `__buffer__` gave; its `__release_buffer__` is told when it is released. */
function viewOfPythonBuffer(exporter: Value, view: PyMemoryView): PyMemoryView {
  view.exports++;
  const onRelease = (): void => {
    view.exports--;
    typeOf(exporter).slots.__release_buffer__?.(exporter, view);
    releaseView(view);
  };
  return new PyMemoryView(new ManagedBuffer(exporter, view.memory, onRelease), view.layout);
}

export function notBytesLike(value: Value): PyError {
  return typeError(`a bytes-like object is required, not '${typeName(value)}'`);
}

/**
 * The memory of a bytes-like value, for use at once; TypeError for anything else, BufferError for a view with gaps.
 */
export function getBuffer(value: Value): Uint8Array {
  return lookupBuffer(value) ?? throwNotBytesLike(value);
}

function throwNotBytesLike(value: Value): never {
  throw notBytesLike(value);
}

/** As `getBuffer`, but undefined for what is not bytes-like. */
export function lookupBuffer(value: Value): Uint8Array | undefined {
  if (value instanceof PyBytes) return value.bytes;
  if (value instanceof PyByteArray) return value.bytes;
  if (value instanceof PyMemoryView) {
    checkReleased(value);
    if (!isCContiguous(value)) throw bufferError("memoryview: underlying buffer is not C-contiguous");
    return contiguousBytes(value);
  }
  if (!hasBuffer(value)) return undefined;
  const view = exportView(value, SIMPLE);
  const bytes = contiguousBytes(view);
  releaseView(view);
  return bytes;
}

/** getargs' "y*": a contiguous buffer; `name` and `argument` are for the message. */
export function bufferArgument(value: Value, functionName: string, argument: string): Uint8Array {
  if (!hasBuffer(value)) {
    throw typeError(`${functionName}() ${argument} must be a bytes-like object, not ${shownType(value)}`);
  }
  return getBuffer(value);
}

/** As `getWritableBuffer`, for the argument of a function, whose every trouble is a TypeError ("w*"). */
export function writableArgument(value: Value, functionName?: string): Uint8Array {
  const bytes = suppress(EXCEPTIONS.Exception, () => getWritableBuffer(value));
  if (bytes !== undefined) return bytes;
  const argument = functionName === undefined ? "argument" : `${functionName}() argument`;
  throw typeError(`${argument} must be read-write bytes-like object, not ${shownType(value)}`);
}

/** The memory of a writable, contiguous bytes-like value, to be written at once (readinto and its kin). */
export function getWritableBuffer(value: Value): Uint8Array {
  if (value instanceof PyByteArray) return value.bytes;
  if (!hasBuffer(value)) throw typeError(`a read-write bytes-like object is required, not '${typeName(value)}'`);
  const view = exportView(value, WRITABLE);
  const { readonly } = view.layout;
  const contiguous = isCContiguous(view);
  const bytes = readonly || !contiguous ? undefined : contiguousBytes(view);
  if (view !== value) releaseView(view);
  if (readonly) throw typeError(`a read-write bytes-like object is required, not '${typeName(value)}'`);
  if (bytes === undefined) throw bufferError("memoryview: underlying buffer is not C-contiguous");
  return bytes;
}

export function checkReleased(view: PyMemoryView): void {
  if (view.released) throw valueError("operation forbidden on released memoryview object");
}

export const isCContiguous = (view: PyMemoryView): boolean => isCLayout(view.layout);
export const isFContiguous = (view: PyMemoryView): boolean => isFortranLayout(view.layout);

/** The bytes of a view in C order: the memory itself if contiguous, else a copy. */
export function contiguousBytes(view: PyMemoryView): Uint8Array {
  checkReleased(view);
  const { offset } = view.layout;
  if (isCContiguous(view)) return view.memory.subarray(offset, offset + view.byteLength);
  return copyItems(view, false);
}

/** A copy of all items, the last index moving fastest (C) or the first (`fortran`). */
export function copyItems(view: PyMemoryView, fortran: boolean): Uint8Array {
  const { itemSize } = view.layout;
  const result = new Uint8Array(view.byteLength);
  let at = 0;
  for (const offset of itemOffsets(view, fortran)) {
    for (let i = 0; i < itemSize; i++) result[at + i] = view.memory[offset + i];
    at += itemSize;
  }
  return result;
}

/** Where each item begins in the memory, in C or Fortran order. */
export function itemOffsets(view: PyMemoryView, fortran = false): number[] {
  return offsetsOfItems(view.memory, view.layout, fortran);
}

/** Give the memory back; a second time does nothing. BufferError while a consumer holds the view. */
export function releaseView(view: PyMemoryView): void {
  if (view.released) return;
  if (isLent(view)) {
    throw bufferError(`memoryview has ${view.exports} exported buffer${view.exports === 1 ? "" : "s"}`);
  }
  view.released = true;
  const { managed } = view;
  if (isLender(managed.exporter)) lendings.get(managed.exporter)?.recent.delete(view);
  managed.dropView();
}

/** Is `value` a bytes or bytearray, of whatever subclass? */
export function isBytesOrByteArray(value: Value): boolean {
  return value instanceof PyBytes || value instanceof PyByteArray;
}

/** A bytearray of these bytes, which it takes over. */
export function byteArrayOf(bytes: Uint8Array, cls: PyType = BYTEARRAY): PyByteArray {
  return new PyByteArray(bytes, bytes.length, cls);
}
