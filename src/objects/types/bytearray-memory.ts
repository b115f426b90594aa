/**
 * How a bytearray's memory grows and shrinks (CPython Objects/bytearrayobject.c: PyByteArray_Resize): in CPython's steps, since
 * Python sees what is allocated. Trap: memory that is lent to a view cannot be changed in size.
 */
import type { PyByteArray } from "../kernel/payload.ts";
import { bufferError, type PyError } from "../kernel/raise.ts";
import { isLent } from "./buffer.ts";
import { newBytes } from "./bytes-construct.ts";

/** The buffer of a bytearray that was made empty: CPython keeps the terminating zero of such a one. */
const MADE_EMPTY = new Uint8Array(0);

/** What CPython has allocated, the terminating zero included. */
export function allocated(self: PyByteArray): number {
  return self.buffer.length === 0 && self.buffer !== MADE_EMPTY ? 0 : self.buffer.length + 1;
}

export function notResizable(): PyError {
  return bufferError("Existing exports of data: object cannot be re-sized");
}

/** Change the number of bytes in use, keeping those that stay; the new ones are zero. */
export function resize(self: PyByteArray, length: number): void {
  if (length === self.length) return;
  if (isLent(self)) throw notResizable();
  const room = allocated(self);
  if (length + 1 > room || length < Math.floor(room / 2)) {
    const spare = length + 1 > room && length <= room * 1.125 ? Math.floor(length / 8) + (length < 9 ? 3 : 6) : 1;
    const other = length + spare === 1 ? MADE_EMPTY : newBytes(length + spare - 1);
    other.set(self.buffer.subarray(0, Math.min(self.length, length)));
    self.buffer = other;
  } else if (length > self.length) self.buffer.fill(0, self.length, length);
  self.length = length;
}

/** Put `bytes` in the place of self[start:end]. */
export function splice(self: PyByteArray, start: number, end: number, bytes: Uint8Array): void {
  const growth = bytes.length - (end - start);
  const { length } = self;
  if (growth > 0) resize(self, length + growth);
  if (growth !== 0) {
    if (growth < 0 && isLent(self)) throw notResizable();
    self.buffer.copyWithin(end + growth, end, length);
  }
  if (growth < 0) resize(self, length + growth);
  self.buffer.set(bytes, start);
}
