/** The memory of C data as a buffer (PEP 3118; CPython Modules/_ctypes/_ctypes.c: PyCData_NewGetBuffer). */

import type { PyType } from "../../objects/kernel/object.ts";
import { ManagedBuffer, PyMemoryView } from "../../objects/types/buffer.ts";
import { contiguousStrides } from "../../objects/types/buffer-layout.ts";
import { type PyCData, requiredCType } from "./data.ts";

/** The size of one item: arrays in arrays are dimensions. */
export function itemSizeOf(cls: PyType): number {
  let info = requiredCType(cls);
  while (info.kind === "array" && info.item !== undefined) info = requiredCType(info.item);
  return info.size;
}

export function bufferOf(self: PyCData): PyMemoryView {
  const { block, at } = self.memory;
  const { format, shape } = requiredCType(self.cls);
  const itemSize = itemSizeOf(self.cls);
  const strides = contiguousStrides(shape, itemSize);
  const layout = { offset: at, format, itemSize, readonly: false, shape, strides };
  return new PyMemoryView(new ManagedBuffer(self, block.bytes, undefined), layout);
}
