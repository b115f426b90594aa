/** BufferedRWPair: a reader and a writer in one object, over two raw streams (CPython Modules/_io/bufferedio.c). */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { defineType, type MethodRow } from "../../objects/kernel/define.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { valueError } from "../../objects/kernel/raise.ts";
import { BUFFERED_READER, BUFFERED_WRITER } from "./buffered.ts";
import { BUFFERED_IO_BASE, checkReadable, checkWritable, DEFAULT_BUFFER_SIZE, PyIOBase } from "./iobase.ts";

/** A reader and a writer of two streams that cannot seek, as one object. */
class PyPair extends PyIOBase {
  reader: Value = NONE;
  writer: Value = NONE;
}

function initialized(part: Value): Value {
  if (part === NONE) throw valueError("I/O operation on uninitialized object");
  return part;
}

const toReader = (name: string, signature: string): MethodRow => [
  signature,
  undefined,
  (self: PyPair, ...args: Value[]) =>
    call(getAttr(initialized(self.reader), name), ...args.filter((arg) => arg !== undefined)),
];
const toWriter = (name: string, signature: string): MethodRow => [
  signature,
  undefined,
  (self: PyPair, ...args: Value[]) =>
    call(getAttr(initialized(self.writer), name), ...args.filter((arg) => arg !== undefined)),
];

export const BUFFERED_RW_PAIR = defineType<PyPair>("_io.BufferedRWPair", {
  doc: "A buffered reader and writer object together.\n\nA buffered reader object and buffered writer object put together to\nform a sequential IO object that can read and write. This is typically\nused with a socket or two-way pipe.\n\nreader and writer are RawIOBase objects that are readable and\nwriteable respectively. If the buffer_size is omitted it defaults to\nDEFAULT_BUFFER_SIZE.",
  base: BUFFERED_IO_BASE,
  traits: { basetype: true },
  allocate: (cls) => new PyPair(cls),
  initialize: [
    "($self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)",
    (self, reader: Value, writer: Value, size: Value | undefined) => {
      checkReadable(reader);
      checkWritable(writer);
      self.reader = call(BUFFERED_READER, reader, size ?? DEFAULT_BUFFER_SIZE);
      self.writer = call(BUFFERED_WRITER, writer, size ?? DEFAULT_BUFFER_SIZE);
    },
  ],
  methods: {
    read: toReader("read", "~($self, size=<unrepresentable>, /)"),
    peek: toReader("peek", "~($self, size=<unrepresentable>, /)"),
    read1: toReader("read1", "~($self, size=<unrepresentable>, /)"),
    readinto: toReader("readinto", "~($self, buffer, /)"),
    readinto1: toReader("readinto1", "~($self, buffer, /)"),
    readable: toReader("readable", "~($self, /)"),
    write: toWriter("write", "~($self, data, /)"),
    flush: toWriter("flush", "~($self, /)"),
    writable: toWriter("writable", "~($self, /)"),
    close: [
      "~($self, /)",
      undefined,
      (self: PyPair) => {
        try {
          call(getAttr(self.writer, "close"));
        } finally {
          call(getAttr(self.reader, "close"));
        }
      },
    ],
    isatty: [
      "~($self, /)",
      undefined,
      (self: PyPair) => call(getAttr(self.writer, "isatty")) === true || call(getAttr(self.reader, "isatty")) === true,
    ],
  },
  getset: { closed: [(self) => getAttr(self.writer, "closed")] },
});
