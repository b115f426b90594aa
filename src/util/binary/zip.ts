/**
 * Zip archives (PKWARE's APPNOTE): the container of the library that a page loads, and of frozen programs.
 *
 * Reading touches the central directory only; a member is unpacked when it is asked for. Writing is a function of its
 * input alone: no time, no system, the order as given. Neither does encryption, zip64 or archives in parts.
 *
 * Trap: data may stand before the archive (a `#!` line, a program), so offsets count from where the archive begins.
 */
import deflating from "pako/lib/deflate.js";
import inflating from "pako/lib/inflate.js";
import { crc32 } from "./checksums.ts";
import { concatenate } from "./concatenate.ts";

const LOCAL_SIGNATURE = 0x04034b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const LOCAL_SIZE = 30;
const ENTRY_SIZE = 46;
const END_SIZE = 22;
const STORED = 0;
const DEFLATED = 8;
/** Version 2.0 of the format: folders and deflate. */
const VERSION = 20;
/** Made on Unix, so that the mode in the upper half of the attributes counts. */
const MADE_ON_UNIX = (3 << 8) | VERSION;
const REGULAR_FILE = 0o100644;
const UTF8_NAME = 0x800;
/** 1980-01-01, the first day that a zip can name. */
const NO_DATE = 0x21;

export interface ZipMember {
  readonly name: string;
  readonly size: number;
  content(): Uint8Array;
}

export class ZipError extends Error {
  override readonly name = "ZipError";
}

/** The members in the order of the directory, folders left out. */
export function readZip(archive: Uint8Array): ZipMember[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(view);
  const size = view.getUint32(end + 12, true);
  const start = end - size - view.getUint32(end + 16, true);
  const members: ZipMember[] = [];
  let at = end - size;
  if (start < 0) throw new ZipError("damaged zip archive");
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      throw new ZipError("damaged zip archive");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(archive.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength));
    const entry = at;
    if (!name.endsWith("/")) {
      members.push({
        name,
        size: view.getUint32(at + 24, true),
        content: () => unpack(archive, view, entry, start),
      });
    }
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return members;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - END_SIZE; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new ZipError("not a zip archive");
}

function unpack(archive: Uint8Array, view: DataView, entry: number, start: number): Uint8Array {
  const local = start + view.getUint32(entry + 42, true);
  if (local + LOCAL_SIZE > archive.length || view.getUint32(local, true) !== LOCAL_SIGNATURE) {
    throw new ZipError("damaged zip archive");
  }
  const from = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = archive.subarray(from, from + view.getUint32(entry + 20, true));
  const method = view.getUint16(entry + 10, true);
  if (method !== STORED && method !== DEFLATED) throw new ZipError(`unknown compression method ${method}`);
  const content = method === STORED ? packed : inflating.inflateRaw(packed);
  if (crc32(content) !== view.getUint32(entry + 16, true)) throw new ZipError("damaged zip archive");
  return content;
}

export interface ZipOptions {
  /** Compress each member, unless it gets no smaller. */
  readonly compress: boolean;
  /** What stands before the archive. */
  readonly prefix?: Uint8Array;
}

/** An archive of these members, in this order. */
export function writeZip(members: Iterable<readonly [string, Uint8Array]>, options: ZipOptions): Uint8Array {
  const { prefix = new Uint8Array(0) } = options;
  const parts: Uint8Array[] = [prefix];
  const directory: Uint8Array[] = [];
  let offset = prefix.length;
  for (const [name, content] of members) {
    const nameBytes = new TextEncoder().encode(name);
    const deflated = options.compress ? deflating.deflateRaw(content, { level: 9 }) : content;
    const packed = deflated.length < content.length ? deflated : content;
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, VERSION, true);
    common.setUint16(2, nameBytes.length === name.length ? 0 : UTF8_NAME, true);
    common.setUint16(4, packed === content ? STORED : DEFLATED, true);
    common.setUint16(8, NO_DATE, true);
    common.setUint32(10, crc32(content), true);
    common.setUint32(14, packed.length, true);
    common.setUint32(18, content.length, true);
    common.setUint16(22, nameBytes.length, true);
    const fields = new Uint8Array(common.buffer);
    const local = [number32(LOCAL_SIGNATURE), fields, nameBytes, packed];
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(6, (REGULAR_FILE << 16) >>> 0, true);
    tail.setUint32(10, offset, true);
    directory.push(number32(ENTRY_SIGNATURE), number16(MADE_ON_UNIX), fields, new Uint8Array(tail.buffer), nameBytes);
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0);
  const count = directory.length / 5;
  const end = new DataView(new ArrayBuffer(END_SIZE));
  end.setUint32(0, END_SIGNATURE, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  return concatenate([...parts, ...directory, new Uint8Array(end.buffer)]);
}

function number32(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, true);
  return new Uint8Array(view.buffer);
}

function number16(value: number): Uint8Array {
  return number32(value).subarray(0, 2);
}
