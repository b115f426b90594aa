/**
 * BLAKE2b and BLAKE2s (RFC 7693) with the whole parameter block: keys, salts, personalization and tree hashing.
 *
 * A 64-bit word is two 32-bit halves, low half first, so that nothing here is a BigInt. Trap: the last block is
 * compressed only when it is known to be the last, so a full buffer waits for more input.
 */

export interface Blake2Parameters {
  readonly digestSize: number;
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly person: Uint8Array;
  readonly fanout: number;
  readonly depth: number;
  readonly leafSize: number;
  readonly nodeOffset: bigint;
  readonly nodeDepth: number;
  readonly innerSize: number;
  readonly lastNode: boolean;
}

const SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/** SHA-512's initial words, low half first; the high halves are SHA-256's. */
const INITIAL = Uint32Array.of(
  0xf3bcc908,
  0x6a09e667,
  0x84caa73b,
  0xbb67ae85,
  0xfe94f82b,
  0x3c6ef372,
  0x5f1d36f1,
  0xa54ff53a,
  0xade682d1,
  0x510e527f,
  0x2b3e6c1f,
  0x9b05688c,
  0xfb41bd6b,
  0x1f83d9ab,
  0x137e2179,
  0x5be0cd19,
);

/** The columns and diagonals that one round mixes. */
const MIXES = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
];

abstract class Blake2 {
  protected readonly state: Uint32Array;
  protected readonly buffer: Uint8Array;
  protected readonly words: Uint32Array;
  private filled = 0;
  /** Bytes compressed so far. */
  protected count = 0;
  protected readonly lastNode: boolean;
  readonly digestSize: number;

  protected constructor(
    readonly blockSize: 64 | 128,
    words: Uint32Array,
    private readonly parameters: Blake2Parameters,
  ) {
    this.digestSize = parameters.digestSize;
    this.lastNode = parameters.lastNode;
    this.buffer = new Uint8Array(blockSize);
    this.words = new Uint32Array(blockSize / 4);
    this.state = words.slice();
    const block = parameterBlock(parameters, blockSize === 128);
    const view = new DataView(block.buffer);
    for (let i = 0; i < this.state.length; i++) this.state[i] ^= view.getUint32(4 * i, true);
    if (parameters.key.length > 0) {
      const padded = new Uint8Array(blockSize);
      padded.set(parameters.key);
      this.update(padded);
    }
  }

  protected abstract compress(last: boolean): void;
  protected abstract fresh(parameters: Blake2Parameters): Blake2;

  copy(): Blake2 {
    const copy = this.fresh(this.parameters);
    copy.state.set(this.state);
    copy.buffer.set(this.buffer);
    copy.filled = this.filled;
    copy.count = this.count;
    return copy;
  }

  update(data: Uint8Array): void {
    for (let at = 0; at < data.length; ) {
      if (this.filled === this.blockSize) {
        this.count += this.blockSize;
        this.compressBuffer(false);
        this.filled = 0;
      }
      const taken = Math.min(this.blockSize - this.filled, data.length - at);
      this.buffer.set(data.subarray(at, at + taken), this.filled);
      this.filled += taken;
      at += taken;
    }
  }

  /** Read the words of the buffer and mix them in. */
  private compressBuffer(last: boolean): void {
    const { buffer, words } = this;
    for (let i = 0, at = 0; i < words.length; i++, at += 4) {
      words[i] = buffer[at] | (buffer[at + 1] << 8) | (buffer[at + 2] << 16) | (buffer[at + 3] << 24);
    }
    this.compress(last);
  }

  /** The digest of what came so far; this object can go on. */
  digest(): Uint8Array {
    const final = this.copy();
    final.count += final.filled;
    final.buffer.fill(0, final.filled);
    final.compressBuffer(true);
    const view = new DataView(new ArrayBuffer(final.state.length * 4));
    final.state.forEach((word, i) => {
      view.setUint32(4 * i, word, true);
    });
    return new Uint8Array(view.buffer).slice(0, this.digestSize);
  }
}

/** The parameters as the bytes that the initial state is combined with. */
function parameterBlock(parameters: Blake2Parameters, big: boolean): Uint8Array {
  const block = new Uint8Array(big ? 64 : 32);
  const view = new DataView(block.buffer);
  block.set([parameters.digestSize, parameters.key.length, parameters.fanout, parameters.depth]);
  view.setUint32(4, parameters.leafSize, true);
  view.setBigUint64(8, parameters.nodeOffset, true);
  const depthAt = big ? 16 : 14;
  block[depthAt] = parameters.nodeDepth;
  block[depthAt + 1] = parameters.innerSize;
  block.set(parameters.salt, big ? 32 : 16);
  block.set(parameters.person, big ? 48 : 24);
  return block;
}

const rotate = (word: number, count: number): number => (word >>> count) | (word << (32 - count));

export class Blake2s extends Blake2 {
  private readonly work = new Uint32Array(16);

  constructor(parameters: Blake2Parameters) {
    super(64, HIGH_HALVES, parameters);
  }

  protected override fresh(parameters: Blake2Parameters): Blake2 {
    return new Blake2s(parameters);
  }

  protected override compress(last: boolean): void {
    const { work, state, words } = this;
    work.set(state);
    work.set(HIGH_HALVES, 8);
    work[12] ^= this.count >>> 0;
    work[13] ^= Math.floor(this.count / 2 ** 32);
    if (last) work[14] ^= 0xffffffff;
    if (last && this.lastNode) work[15] ^= 0xffffffff;
    for (let round = 0; round < 10; round++) {
      const order = SIGMA[round];
      for (let i = 0; i < 8; i++) {
        const [a, b, c, d] = MIXES[i];
        work[a] = work[a] + work[b] + words[order[2 * i]];
        work[d] = rotate(work[d] ^ work[a], 16);
        work[c] = work[c] + work[d];
        work[b] = rotate(work[b] ^ work[c], 12);
        work[a] = work[a] + work[b] + words[order[2 * i + 1]];
        work[d] = rotate(work[d] ^ work[a], 8);
        work[c] = work[c] + work[d];
        work[b] = rotate(work[b] ^ work[c], 7);
      }
    }
    for (let i = 0; i < 8; i++) state[i] ^= work[i] ^ work[i + 8];
  }
}

const HIGH_HALVES = INITIAL.filter((_, i) => i % 2 === 1);

export class Blake2b extends Blake2 {
  private readonly work = new Uint32Array(32);

  constructor(parameters: Blake2Parameters) {
    super(128, INITIAL, parameters);
  }

  protected override fresh(parameters: Blake2Parameters): Blake2 {
    return new Blake2b(parameters);
  }

  protected override compress(last: boolean): void {
    const { work, state } = this;
    work.set(state);
    work.set(INITIAL, 16);
    work[24] ^= this.count >>> 0;
    work[25] ^= Math.floor(this.count / 2 ** 32);
    if (last) this.invert(28);
    if (last && this.lastNode) this.invert(30);
    for (let round = 0; round < 12; round++) {
      const order = SIGMA[round % 10];
      for (let i = 0; i < 8; i++) {
        const [a, b, c, d] = MIXES[i];
        this.addTo(2 * a, 2 * b, 2 * order[2 * i]);
        this.xorRotate(2 * d, 2 * a, 32);
        this.addTo(2 * c, 2 * d, -1);
        this.xorRotate(2 * b, 2 * c, 24);
        this.addTo(2 * a, 2 * b, 2 * order[2 * i + 1]);
        this.xorRotate(2 * d, 2 * a, 16);
        this.addTo(2 * c, 2 * d, -1);
        this.xorRotate(2 * b, 2 * c, 63);
      }
    }
    for (let i = 0; i < 16; i++) state[i] ^= work[i] ^ work[i + 16];
  }

  private invert(at: number): void {
    this.work[at] = ~this.work[at];
    this.work[at + 1] = ~this.work[at + 1];
  }

  /** work[target] += work[other] (+ words[message]); indices of low halves. */
  private addTo(target: number, other: number, message: number): void {
    const { work, words } = this;
    let low = work[target] + work[other];
    let high = work[target + 1] + work[other + 1];
    if (message >= 0) {
      low += words[message];
      high += words[message + 1];
    }
    work[target] = low;
    work[target + 1] = high + Math.floor(low / 2 ** 32);
  }

  /** work[target] = (work[target] ^ work[other]) rotated right; indices of low halves. */
  private xorRotate(target: number, other: number, count: number): void {
    const { work } = this;
    const low = work[target] ^ work[other];
    const high = work[target + 1] ^ work[other + 1];
    if (count === 32) {
      work[target] = high;
      work[target + 1] = low;
    } else if (count === 63) {
      work[target] = (low << 1) | (high >>> 31);
      work[target + 1] = (high << 1) | (low >>> 31);
    } else {
      work[target] = (low >>> count) | (high << (32 - count));
      work[target + 1] = (high >>> count) | (low << (32 - count));
    }
  }
}
