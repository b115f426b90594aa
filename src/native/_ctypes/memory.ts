/**
 * The memory of C data: blocks of bytes, each with an address of its own (what malloc is to CPython's _ctypes).
 *
 * Nothing here is memory of the machine. A block gets its address when somebody asks for it, from a range that no `id()`
 * uses, and a pointer is an address in the bytes of another block. Trap: an address that no living block holds (NULL, memory
 * that was freed) ends a native Python; here it is OSError, with the words of ctypes on Windows.
 */
import { raise } from "../../objects/kernel/raise.ts";

const FIRST_ADDRESS = 0x600000000000;
const ALIGNMENT = 16;
/** As many dead entries are left before the table is swept. */
const SWEEP_EVERY = 4096;

interface Entry {
  readonly start: number;
  readonly block: WeakRef<Block>;
}

/** In the order of addresses, which only grow. */
let entries: Entry[] = [];
let next = FIRST_ADDRESS;
let untilSweep = SWEEP_EVERY;

function register(block: Block): number {
  const start = next;
  // A gap behind each, so that an index past the end of one is not the next one's memory.
  next += (Math.floor(block.bytes.length / ALIGNMENT) + 2) * ALIGNMENT;
  entries.push({ start, block: new WeakRef(block) });
  untilSweep--;
  if (untilSweep === 0) {
    entries = entries.filter((entry) => entry.block.deref() !== undefined);
    untilSweep = Math.max(SWEEP_EVERY, entries.length);
  }
  return start;
}

export class Block {
  private cachedAddress: number | undefined = undefined;
  private cachedView: DataView | undefined = undefined;

  constructor(public bytes: Uint8Array) {}

  get address(): number {
    this.cachedAddress ??= register(this);
    return this.cachedAddress;
  }

  get view(): DataView {
    const { bytes } = this;
    this.cachedView ??= new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return this.cachedView;
  }

  /** The memory grows, or shrinks, and may move: its old address is nobody's then. */
  resize(size: number): void {
    const resized = new Uint8Array(size);
    resized.set(this.bytes.subarray(0, size));
    this.bytes = resized;
    this.cachedView = undefined;
    this.cachedAddress = undefined;
  }
}

const borrowed = new WeakMap<ArrayBufferLike, Block>();

/** Memory of somebody else (a bytearray, an array): the same bytes have one address, whoever asks. */
export function placeOfMemory(memory: Uint8Array): Place {
  const { buffer, byteOffset } = memory;
  let block = borrowed.get(buffer);
  if (block === undefined) {
    block = new Block(new Uint8Array(buffer));
    borrowed.set(buffer, block);
  }
  return placeIn(block, byteOffset);
}

/** Where data lie: `at` in a block, or, if it is nobody's, the address `at`. */
export interface Place {
  readonly block: Block | undefined;
  readonly at: number | bigint;
}

export const placeIn = (block: Block, at = 0): Place => ({ block, at });

function find(address: number): Place | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle].start <= address) low = middle + 1;
    else high = middle;
  }
  const block = low === 0 ? undefined : entries[low - 1].block.deref();
  if (block === undefined) return undefined;
  const at = address - entries[low - 1].start;
  // One may point just behind the end, and not read there. A block that has moved has left its old address.
  return at <= block.bytes.length && block.address === entries[low - 1].start ? { block, at } : undefined;
}

export function placeAt(address: number | bigint): Place {
  const known = typeof address === "number" || address <= Number.MAX_SAFE_INTEGER ? find(Number(address)) : undefined;
  return known ?? { block: undefined, at: address };
}

export function addressOf({ block, at }: Place): number | bigint {
  return block === undefined ? at : block.address + Number(at);
}

export function movedBy(place: Place, distance: number): Place {
  const { block, at } = place;
  if (block !== undefined) {
    const moved = Number(at) + distance;
    return moved >= 0 && moved <= block.bytes.length
      ? { block, at: moved }
      : placeAt((addressOf(place) as number) + distance);
  }
  return placeAt(BigInt.asUintN(64, BigInt(at) + BigInt(distance)));
}

export interface Memory {
  readonly block: Block;
  readonly at: number;
}

/** The memory of `count` bytes there, which all must exist. */
export function memoryAt(place: Place, count: number, way: "reading" | "writing" = "reading"): Memory {
  const { block, at } = place;
  if (block !== undefined && count >= 0 && Number(at) + count <= block.bytes.length) return { block, at: Number(at) };
  const address = addressOf(place);
  throw raise(
    "OSError",
    `exception: access violation ${way} 0x${address.toString(16).toUpperCase().padStart(16, "0")}`,
  );
}

/** A view of `count` bytes there; valid until the memory is resized. */
export function bytesAt(place: Place, count: number, way: "reading" | "writing" = "reading"): Uint8Array {
  const { block, at } = memoryAt(place, count, way);
  return block.bytes.subarray(at, at + count);
}

/** The bytes up to a zero of `width` bytes, or as many as `most`; without `most` the zero must come. */
export function terminated(place: Place, width: 1 | 4, most = Number.POSITIVE_INFINITY): Uint8Array {
  const { block, at } = memoryAt(place, 0);
  const end = Math.min(block.bytes.length, at + most);
  for (let i = at; i + width <= end; i += width) {
    if (width === 1 ? block.bytes[i] === 0 : block.view.getUint32(i, true) === 0) return block.bytes.subarray(at, i);
  }
  if (most === Number.POSITIVE_INFINITY || at + most > block.bytes.length) {
    memoryAt(movedBy({ block, at }, end - at), width);
  }
  return block.bytes.subarray(at, end);
}
