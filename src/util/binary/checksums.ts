/**
 * CRC-32, CRC-CCITT and Adler-32, as zlib and binascii compute them.
 *
 * Results are unsigned. Trap: each takes the running value of an earlier part, so that data can be fed in pieces.
 */

const CRC_TABLE = new Uint32Array(256);
for (let index = 0; index < 256; index++) {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  CRC_TABLE[index] = value;
}

export function crc32(bytes: Uint8Array, start = 0): number {
  let crc = ~start;
  for (let index = 0; index < bytes.length; index++) {
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[index] as number)) & 255] as number);
  }
  return ~crc >>> 0;
}

/** How many bytes can be summed before 32 bits overflow. */
const ADLER_RUN = 5552;
const ADLER_MODULUS = 65521;

export function adler32(bytes: Uint8Array, start = 1): number {
  let sum = start & 0xffff;
  let total = start >>> 16;
  for (let index = 0; index < bytes.length; ) {
    const end = Math.min(index + ADLER_RUN, bytes.length);
    for (; index < end; index++) {
      sum += bytes[index] as number;
      total += sum;
    }
    sum %= ADLER_MODULUS;
    total %= ADLER_MODULUS;
  }
  return total * 65536 + sum;
}

/** binascii.crc_hqx. */
export function crcHqx(bytes: Uint8Array, start: number): number {
  let crc = start & 0xffff;
  for (let index = 0; index < bytes.length; index++) {
    crc ^= (bytes[index] as number) << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}
