/** DER, the encoding of certificates and sessions (ITU-T X.690): elements as they are nested, nothing decoded but lengths. */

export interface Element {
  /** The first byte: class, kind and number. */
  readonly tag: number;
  readonly content: Uint8Array;
  /** With its head. */
  readonly whole: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  identifier: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  bmp: 0x1e,
  universal: 0x1c,
  generalizedTime: 0x18,
} as const;

/** The context's own tag, of something constructed. */
export const contextTag = (number: number): number => 0xa0 | number;

/** The element at an offset; undefined if the bytes end before it does. */
export function elementAt(bytes: Uint8Array, offset: number): Element | undefined {
  const tag = bytes[offset];
  let length = bytes[offset + 1];
  if (tag === undefined || length === undefined || (tag & 0x1f) === 0x1f) return undefined;
  let start = offset + 2;
  if (length >= 0x80) {
    const count = length & 0x7f;
    if (count === 0 || count > 4 || start + count > bytes.length) return undefined;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + bytes[start++];
  }
  if (start + length > bytes.length) return undefined;
  const end = start + length;
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(offset, end) };
}

/** What is in a sequence or set; what is no whole element ends it. */
export function elementsOf(content: Uint8Array): Element[] {
  const all: Element[] = [];
  for (let offset = 0; offset < content.length; ) {
    const element = elementAt(content, offset);
    if (element === undefined) break;
    all.push(element);
    offset += element.whole.length;
  }
  return all;
}

/** A whole number that is not too large for a number. */
export function smallInteger(content: Uint8Array): number {
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

/** "2.5.4.3" */
export function identifierText(content: Uint8Array): string {
  const parts: bigint[] = [];
  let value = 0n;
  for (const byte of content) {
    value = (value << 7n) | BigInt(byte & 0x7f);
    if ((byte & 0x80) !== 0) continue;
    if (parts.length === 0) {
      const first = value < 80n ? value / 40n : 2n;
      parts.push(first, value - first * 40n);
    } else parts.push(value);
    value = 0n;
  }
  return parts.join(".");
}
