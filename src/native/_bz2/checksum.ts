/** The CRC of bzip2: that of Ethernet, the highest bit first. */

let table: Uint32Array | undefined;

function makeTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte << 24;
    for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
    return value;
  });
}

export const CRC_START = 0xffffffff;

export function addToCrc(crc: number, byte: number): number {
  table ??= makeTable();
  return ((crc << 8) ^ table[(crc >>> 24) ^ byte]) >>> 0;
}

/** The checksum of the stream, from those of its blocks. */
export const combineCrc = (combined: number, block: number): number =>
  (((combined << 1) | (combined >>> 31)) ^ block) >>> 0;
