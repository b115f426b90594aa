/**
 * The filters that make machine code compress better: the targets of calls and jumps, which are relative to where the
 * instruction stands, become absolute, so that calls of one function look alike. Each converts a buffer in place and
 * says how many of its bytes are done; the rest it wants to see again with more behind it.
 *
 * Trap: all of it is arithmetic modulo 2**32, and at the end of the stream the rest stays as it is.
 */

/** Convert `bytes`, the first of which is at `position` of the stream. */
export type Convert = (bytes: Uint8Array, position: number) => number;

export interface BranchFilter {
  readonly alignment: number;
  /** `encoding` turns relative targets into absolute ones. */
  create(encoding: boolean): Convert;
}

const moved = (target: number, by: number, encoding: boolean): number => (encoding ? target + by : target - by) >>> 0;

const is0OrFf = (byte: number): boolean => byte === 0 || byte === 0xff;

/**
 * x86: E8 (call) and E9 (jump) with 32 bits. What looks like one may stand within another's operand; `seen` has a bit
 * for each of the bytes before that looked like an opcode (bits 1 to 3), and decides whether to believe it.
 */
class X86 {
  private seen = 0;
  private lastOpcode = -5;

  constructor(private readonly encoding: boolean) {}

  convert(bytes: Uint8Array, position: number): number {
    let i = 0;
    for (; i + 5 <= bytes.length; ) {
      if ((bytes[i] & 0xfe) !== 0xe8) {
        i++;
        continue;
      }
      const here = position + i;
      const distance = (here - this.lastOpcode) >>> 0;
      this.lastOpcode = here;
      this.seen = distance > 5 ? 0 : this.seenAfter(distance);
      const high = bytes[i + 4];
      if (is0OrFf(high) && this.believes()) {
        this.target(bytes, i + 1, here + 5);
        i += 5;
        this.seen = 0;
      } else {
        i++;
        this.seen |= is0OrFf(high) ? 0x11 : 1;
      }
    }
    return i;
  }

  private seenAfter(distance: number): number {
    let { seen } = this;
    for (let k = 0; k < distance; k++) seen = (seen & 0x77) << 1;
    return seen;
  }

  private believes(): boolean {
    const pattern = this.seen >> 1;
    return pattern < 0x10 && [0, 1, 2, 4].includes(pattern & 7);
  }

  private target(bytes: Uint8Array, at: number, next: number): void {
    let source = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    let target = moved(source, next, this.encoding);
    while (this.seen !== 0) {
      // The byte that an earlier opcode would have had for its highest must not look like a target's.
      const place = this.seen >> 1 === 1 ? 1 : this.seen >> 1 < 4 ? 2 : 3;
      if (!is0OrFf((target >>> (24 - place * 8)) & 0xff)) break;
      source = target ^ (2 ** (32 - place * 8) - 1);
      target = moved(source, next, this.encoding);
    }
    bytes[at] = target;
    bytes[at + 1] = target >>> 8;
    bytes[at + 2] = target >>> 16;
    bytes[at + 3] = (target >>> 24) & 1 ? 0xff : 0;
  }
}

/** A filter that looks at `size` bytes at each multiple of `step`. */
function everyInstruction(
  step: number,
  size: number,
  convertOne: (bytes: Uint8Array, at: number, position: number, encoding: boolean) => number,
): BranchFilter {
  return {
    alignment: step,
    create: (encoding) => (bytes, position) => {
      let i = 0;
      while (i + size <= bytes.length) i += convertOne(bytes, i, position + i, encoding);
      return i;
    },
  };
}

/** BL: 24 bits, the lowest first, in units of 4, relative to two instructions further on. */
const ARM = everyInstruction(4, 4, (bytes, at, position, encoding) => {
  if (bytes[at + 3] === 0xeb) {
    const source = ((bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16)) << 2) >>> 0;
    const target = moved(source, position + 8, encoding) >>> 2;
    bytes[at] = target;
    bytes[at + 1] = target >>> 8;
    bytes[at + 2] = target >>> 16;
  }
  return 4;
});

/** BL in Thumb: a pair of 16-bit instructions with 11 bits each. */
const ARM_THUMB = everyInstruction(2, 4, (bytes, at, position, encoding) => {
  if ((bytes[at + 1] & 0xf8) !== 0xf0 || (bytes[at + 3] & 0xf8) !== 0xf8) return 2;
  const high = ((bytes[at + 1] & 7) << 8) | bytes[at];
  const low = ((bytes[at + 3] & 7) << 8) | bytes[at + 2];
  const target = moved(((high << 11) | low) << 1, position + 4, encoding) >>> 1;
  bytes[at + 1] = 0xf0 | ((target >>> 19) & 7);
  bytes[at] = target >>> 11;
  bytes[at + 3] = 0xf8 | ((target >>> 8) & 7);
  bytes[at + 2] = target;
  return 4;
});

function bigEndian(bytes: Uint8Array, at: number): number {
  return ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) >>> 0;
}

function putBigEndian(bytes: Uint8Array, at: number, value: number): void {
  for (let i = 0; i < 4; i++) bytes[at + i] = value >>> (24 - 8 * i);
}

/** bl: 24 bits between the opcode and two flags, of which AA is off and LK on. */
const POWERPC = everyInstruction(4, 4, (bytes, at, position, encoding) => {
  const instruction = bigEndian(bytes, at);
  if (instruction >>> 26 === 0x12 && (instruction & 3) === 1) {
    const target = moved(instruction & 0x03fffffc, position, encoding);
    putBigEndian(bytes, at, 0x48000000 | (target & 0x03fffffc) | 1);
  }
  return 4;
});

/** call: 30 bits, of which only those with 23 bits and a sign are taken. */
const SPARC = everyInstruction(4, 4, (bytes, at, position, encoding) => {
  const instruction = bigEndian(bytes, at);
  const top = instruction >>> 22;
  if (top === 0x100 || top === 0x1ff) {
    const target = moved((instruction << 2) >>> 0, position, encoding) >>> 2;
    const sign = (target >>> 22) & 1 ? 0x3fc00000 : 0;
    putBigEndian(bytes, at, 0x40000000 | sign | (target & 0x003fffff));
  }
  return 4;
});

/** Which of the three slots of a bundle can have branches, by its template. */
const IA64_SLOTS = [...new Array<number>(16).fill(0), ...[4, 4, 6, 6, 0, 0, 7, 7], ...[4, 4, 0, 0, 4, 4, 0, 0]];

/** Bundles of 128 bits: a template of five, and three instructions of 41. */
const IA64 = everyInstruction(16, 16, (bytes, at, position, encoding) => {
  const slots = IA64_SLOTS[bytes[at] & 0x1f];
  for (let slot = 0; slot < 3; slot++) {
    if (((slots >> slot) & 1) === 0) continue;
    const bit = 5 + 41 * slot;
    const start = at + (bit >> 3);
    const shift = BigInt(bit & 7);
    let word = 0n;
    for (let i = 5; i >= 0; i--) word = (word << 8n) | BigInt(bytes[start + i]);
    const instruction = word >> shift;
    if (((instruction >> 37n) & 0xfn) !== 5n || ((instruction >> 9n) & 7n) !== 0n) continue;
    const source = Number(((instruction >> 13n) & 0xfffffn) | (((instruction >> 36n) & 1n) << 20n));
    const target = BigInt(moved(source << 4, position, encoding) >>> 4);
    const cleared = instruction & ~(0x8fffffn << 13n);
    const changed = cleared | ((target & 0xfffffn) << 13n) | ((target & 0x100000n) << 16n);
    word = (word & ((1n << shift) - 1n)) | (changed << shift);
    for (let i = 0; i < 6; i++, word >>= 8n) bytes[start + i] = Number(word & 0xffn);
  }
  return 16;
});

const X86_FILTER: BranchFilter = {
  alignment: 1,
  create: (encoding) => {
    const x86 = new X86(encoding);
    return (bytes, position) => x86.convert(bytes, position);
  },
};

/** By the numbers that the .xz format gives them. */
export const BRANCH_FILTERS: ReadonlyMap<number, BranchFilter> = new Map([
  [4, X86_FILTER],
  [5, POWERPC],
  [6, IA64],
  [7, ARM],
  [8, ARM_THUMB],
  [9, SPARC],
]);
