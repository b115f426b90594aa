/** The integrity checks of .xz: none, CRC-32, CRC-64 (ECMA-182) and SHA-256. */
import { sha256 } from "@noble/hashes/sha2.js";
import { crc32 } from "../../util/binary/checksums.ts";
import { littleEndian32 } from "./buffers.ts";

export const CHECK_NONE = 0;
export const CHECK_CRC32 = 1;
export const CHECK_CRC64 = 4;
export const CHECK_SHA256 = 10;
export const CHECK_ID_MAX = 15;
export const CHECK_UNKNOWN = 16;

/** How many bytes each check takes in a file, those that nobody has defined yet included. */
export const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

export interface Check {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

class Crc32 implements Check {
  private crc = 0;

  update(bytes: Uint8Array): void {
    this.crc = crc32(bytes, this.crc);
  }

  digest(): Uint8Array {
    return Uint8Array.from(littleEndian32(this.crc));
  }
}

const CRC64_HIGH = 0xc96c5795;
const CRC64_LOW = 0xd7870f42;

let crc64Table: Uint32Array | undefined;

/** For each byte the low and the high half. */
function makeCrc64Table(): Uint32Array {
  const table = new Uint32Array(512);
  for (let index = 0; index < 256; index++) {
    let low = index;
    let high = 0;
    for (let bit = 0; bit < 8; bit++) {
      const out = low & 1;
      low = (low >>> 1) | (high << 31);
      high >>>= 1;
      if (out === 1) {
        low ^= CRC64_LOW;
        high ^= CRC64_HIGH;
      }
    }
    table[2 * index] = low;
    table[2 * index + 1] = high;
  }
  return table;
}

class Crc64 implements Check {
  private low = -1;
  private high = -1;

  update(bytes: Uint8Array): void {
    crc64Table ??= makeCrc64Table();
    const table = crc64Table;
    let { low, high } = this;
    for (let i = 0; i < bytes.length; i++) {
      const entry = 2 * ((low ^ bytes[i]) & 0xff);
      low = ((low >>> 8) | (high << 24)) ^ table[entry];
      high = (high >>> 8) ^ table[entry + 1];
    }
    this.low = low;
    this.high = high;
  }

  digest(): Uint8Array {
    return Uint8Array.from([...littleEndian32(~this.low), ...littleEndian32(~this.high)]);
  }
}

class Sha256 implements Check {
  private readonly hash = sha256.create();

  update(bytes: Uint8Array): void {
    this.hash.update(bytes);
  }

  digest(): Uint8Array {
    return this.hash.digest();
  }
}

const NO_CHECK: Check = { update: () => undefined, digest: () => new Uint8Array(0) };

const CHECKS: ReadonlyMap<number, () => Check> = new Map<number, () => Check>([
  [CHECK_NONE, () => NO_CHECK],
  [CHECK_CRC32, () => new Crc32()],
  [CHECK_CRC64, () => new Crc64()],
  [CHECK_SHA256, () => new Sha256()],
]);

export const isCheckSupported = (id: number): boolean => CHECKS.has(id);

/** undefined for those that nobody has defined yet. */
export const newCheck = (id: number): Check | undefined => CHECKS.get(id)?.();
