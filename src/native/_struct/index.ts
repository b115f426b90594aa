/**
 * _struct: values packed into bytes by a format (CPython Modules/_struct.c).
 */
import { genericDelete, genericLookup, genericSet } from "../../objects/kernel/attribute.ts";
import { defineType, type MethodRow } from "../../objects/kernel/define.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { toIndex, toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyBytes } from "../../objects/kernel/payload.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { toExactSsize } from "../../objects/types/arguments.ts";
import {
  contiguousBytes,
  exportView,
  getBuffer,
  type PyMemoryView,
  releaseView,
  writableArgument,
} from "../../objects/types/buffer.ts";
import { STRUCT_ERROR, structError } from "./formats.ts";
import { clearCache, type Layout, layoutOf, NO_LAYOUT, packed, packValues, unpackValues } from "./layout.ts";

class PyStruct extends PyObject {
  layout: Layout = NO_LAYOUT;
}

function pack(layout: Layout, args: readonly Value[], first: number): Value {
  const given = args.length - first;
  if (given !== layout.count) {
    throw structError(`pack expected ${layout.count} items for packing (got ${given})`);
  }
  return new PyBytes(packed(layout, args, first));
}

/** Where packing or unpacking begins: negative offsets count from the end. `verb` is "pack" or "unpack". */
function startOf(
  layout: Layout,
  length: number,
  given: number | bigint,
  functionName: string,
  verb: "pack" | "unpack",
): number {
  const { size } = layout;
  const offset = given < 0 ? Number(given) + length : Number(given);
  if (given < 0) {
    if (Number(given) + size > 0) {
      throw structError(
        verb === "pack"
          ? `no space to pack ${size} bytes at offset ${given}`
          : `not enough data to unpack ${size} bytes at offset ${given}`,
      );
    }
    if (offset < 0) throw structError(`offset ${given} out of range for ${length}-byte buffer`);
  }
  if (length - offset < size) {
    // An offset beyond 2**53 is shown to its last digit.
    const wanted = given < 0 ? size + offset : BigInt(given) + BigInt(size);
    throw structError(
      `${functionName} requires a buffer of at least ${wanted} bytes for ${verb}ing ${size} bytes at offset ${given < 0 ? offset : given} (actual buffer size is ${length})`,
    );
  }
  return offset;
}

function packInto(layout: Layout, args: readonly Value[], first: number): void {
  const given = args.length - first;
  if (given < 2) throw structError(`pack_into expected ${given < 1 ? "buffer" : "offset"} argument`);
  if (given - 2 !== layout.count) {
    throw structError(`pack_into expected ${layout.count} items for packing (got ${given - 2})`);
  }
  const target = writableArgument(args[first]);
  const offset = toIndex(args[first + 1]);
  toSsize(offset, "IndexError");
  const start = startOf(layout, target.length, offset, "pack_into", "pack");
  packValues(layout, args, first + 2, target.subarray(start, start + layout.size));
}

function unpack(layout: Layout, buffer: Value): Value {
  const bytes = getBuffer(buffer);
  if (bytes.length !== layout.size) throw structError(`unpack requires a buffer of ${layout.size} bytes`);
  return unpackValues(layout, bytes, 0);
}

function unpackFrom(layout: Layout, buffer: Value, offset: Value): Value {
  const start = toExactSsize(offset);
  const bytes = getBuffer(buffer);
  return unpackValues(layout, bytes, startOf(layout, bytes.length, start, "unpack_from", "unpack"));
}

class PyUnpackIterator extends PyObject {
  position = 0;

  constructor(
    readonly layout: Layout,
    readonly view: PyMemoryView,
    readonly bytes: Uint8Array,
  ) {
    super(UNPACK_ITERATOR);
  }

  get remaining(): number {
    return Math.floor((this.bytes.length - this.position) / this.layout.size);
  }
}

const UNPACK_ITERATOR: PyType = defineType<PyUnpackIterator>("_struct.unpack_iterator", {
  traits: { noConstructor: true },
  slots: {
    __iter__: (self) => self,
    __next__: (self) => {
      if (self.remaining === 0) {
        releaseView(self.view);
        return undefined;
      }
      const values = unpackValues(self.layout, self.bytes, self.position);
      self.position += self.layout.size;
      return values;
    },
  },
  methods: { __length_hint__: ["~($self, /)", undefined, (self: PyUnpackIterator) => self.remaining] },
});

function iterUnpack(layout: Layout, buffer: Value): Value {
  const { size } = layout;
  if (size === 0) throw structError("cannot iteratively unpack with a struct of length 0");
  const view = exportView(buffer);
  const bytes = contiguousBytes(view);
  if (bytes.length % size !== 0) {
    releaseView(view);
    throw structError(`iterative unpacking requires a buffer of a multiple of ${size} bytes`);
  }
  return new PyUnpackIterator(layout, view, bytes);
}

const STRUCT = defineType<PyStruct>("_struct.Struct", {
  doc: "Struct(fmt) --> compiled struct object\n\n",
  traits: { basetype: true, weakrefs: true },
  allocate: (cls) => new PyStruct(cls),
  construct: ["(*args, **kwargs)", (cls) => new PyStruct(cls)],
  slots: { __getattribute__: genericLookup, __setattr__: genericSet, __delattr__: genericDelete },
  initialize: [
    "~($self, /, format)",
    (self, format: Value) => {
      self.layout = layoutOf(format);
    },
  ],
  methods: {
    iter_unpack: [
      "($self, buffer, /)",
      "Return an iterator yielding tuples.\n\nTuples are unpacked from the given bytes source, like a repeated\ninvocation of unpack_from().\n\nRequires that the bytes length be a multiple of the struct size.",
      (self: PyStruct, buffer: Value) => iterUnpack(self.layout, buffer),
    ],
    pack: [
      "~($self, *args)",
      "S.pack(v1, v2, ...) -> bytes\n\nReturn a bytes object containing values v1, v2, ... packed according\nto the format string S.format.  See help(struct) for more on format\nstrings.",
      (self: PyStruct, args: Value[]) => pack(self.layout, args, 0),
    ],
    pack_into: [
      "~($self, *args)",
      "S.pack_into(buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string S.format\nand write the packed bytes into the writable buffer buf starting at\noffset.  Note that the offset is a required argument.  See\nhelp(struct) for more on format strings.",
      (self: PyStruct, args: Value[]) => packInto(self.layout, args, 0),
    ],
    unpack: [
      "($self, buffer, /)",
      "Return a tuple containing unpacked values.\n\nUnpack according to the format string Struct.format. The buffer's size\nin bytes must be Struct.size.\n\nSee help(struct) for more on format strings.",
      (self: PyStruct, buffer: Value) => unpack(self.layout, buffer),
    ],
    unpack_from: [
      "($self, /, buffer, offset=0)",
      "Return a tuple containing unpacked values.\n\nValues are unpacked according to the format string Struct.format.\n\nThe buffer's size in bytes, starting at position offset, must be\nat least Struct.size.\n\nSee help(struct) for more on format strings.",
      (self: PyStruct, buffer: Value, offset: Value) => unpackFrom(self.layout, buffer, offset),
    ],
    __sizeof__: [
      "~($self, /)",
      "S.__sizeof__() -> size of S in memory, in bytes",
      (self: PyStruct) => 56 + 32 * (self.layout.fields.length + 1),
    ],
  },
  getset: {
    format: [(self) => self.layout.format, undefined, "struct format string"],
    size: [(self) => self.layout.size, undefined, "struct size in bytes"],
  },
});

/** The format that comes before all other arguments. */
function firstLayout(args: readonly Value[]): Layout {
  if (args.length === 0) throw typeError("missing format argument");
  return layoutOf(args[0]);
}

const functions: Record<string, MethodRow> = {
  _clearcache: ["($module, /)", "Clear the internal cache.", clearCache],
  calcsize: [
    "($module, format, /)",
    "Return size in bytes of the struct described by the format string.",
    (format: Value) => layoutOf(format).size,
  ],
  iter_unpack: [
    "($module, format, buffer, /)",
    "Return an iterator yielding tuples unpacked from the given bytes.\n\nThe bytes are unpacked according to the format string, like\na repeated invocation of unpack_from().\n\nRequires that the bytes length be a multiple of the format struct size.",
    (format: Value, buffer: Value) => iterUnpack(layoutOf(format), buffer),
  ],
  pack: [
    "~($module, *args)",
    "pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values v1, v2, ... packed according\nto the format string.  See help(struct) for more on format strings.",
    (args: Value[]) => pack(firstLayout(args), args, 1),
  ],
  pack_into: [
    "~($module, *args)",
    "pack_into(format, buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string and write\nthe packed bytes into the writable buffer buf starting at offset.  Note\nthat the offset is a required argument.  See help(struct) for more\non format strings.",
    (args: Value[]) => packInto(firstLayout(args), args, 1),
  ],
  unpack: [
    "($module, format, buffer, /)",
    "Return a tuple containing values unpacked according to the format string.\n\nThe buffer's size in bytes must be calcsize(format).\n\nSee help(struct) for more on format strings.",
    (format: Value, buffer: Value) => unpack(layoutOf(format), buffer),
  ],
  unpack_from: [
    "($module, format, /, buffer, offset=0)",
    "Return a tuple containing values unpacked according to the format string.\n\nThe buffer's size, minus offset, must be at least calcsize(format).\n\nSee help(struct) for more on format strings.",
    (format: Value, buffer: Value, offset: Value) => unpackFrom(layoutOf(format), buffer, offset),
  ],
};

export default defineModule("_struct", {
  doc: "Functions to convert between Python values and C structs.\nPython bytes objects are used to hold the data representing the C struct\nand also as format strings (explained below) to describe the layout of data\nin the C struct.\n\nThe optional first format char indicates byte order, size and alignment:\n  @: native order, size & alignment (default)\n  =: native order, std. size & alignment\n  <: little-endian, std. size & alignment\n  >: big-endian, std. size & alignment\n  !: same as >\n\nThe remaining chars indicate types of args and must match exactly;\nthese can be preceded by a decimal repeat count:\n  x: pad byte (no data); c:char; b:signed byte; B:unsigned byte;\n  ?: _Bool (requires C99; if not available, char is used instead)\n  h:short; H:unsigned short; i:int; I:unsigned int;\n  l:long; L:unsigned long; f:float; d:double; e:half-float.\nSpecial cases (preceding decimal count indicates length):\n  s:string (array of char); p: pascal string (with count byte).\nSpecial cases (only available in native format):\n  n:ssize_t; N:size_t;\n  P:an integer type that is wide enough to hold a pointer.\nSpecial case (not in native mode unless 'long long' in platform C):\n  q:long long; Q:unsigned long long\nWhitespace between formats is ignored.\n\nThe variable struct.error is an exception raised on errors.\n",
  functions,
  types: { Struct: STRUCT, error: STRUCT_ERROR },
});
