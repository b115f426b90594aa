/**
 * Bytes as text, a character each (Latin-1).
 *
 * Trap: the platform's own decoder of that name is windows-1252, which has other characters from 0x80 to 0x9F. A host
 * that knows a faster way installs it (host/node.ts): it is 25 times as fast, and every `.pyc` is read so.
 */
export const latin1Decoder: { decode: (bytes: Uint8Array) => string } = { decode: decodeInChunks };

const CHUNK = 8192;

function decodeInChunks(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    // Spreading would go through the iterator, one byte at a time.
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK) as unknown as number[]);
  }
  return text;
}
