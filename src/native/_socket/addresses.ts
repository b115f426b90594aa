/**
 * Internet addresses as text and as bytes (CPython Modules/socketmodule.c; the forms are those of glibc's inet_aton,
 * inet_pton and inet_ntop).
 */

/** Each part decimal, octal ("0...") or hexadecimal ("0x..."); fewer than four parts fill the rest. */
export function parseLoose(text: string): Uint8Array | undefined {
  const word = /^[^\s]*/.exec(text)?.[0] ?? "";
  const parts = word.split(".");
  if (parts.length > 4) return undefined;
  let value = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const number = /^0[xX][0-9a-fA-F]+$/.test(part)
      ? Number.parseInt(part, 16)
      : /^0[0-7]*$/.test(part)
        ? Number.parseInt(part, 8)
        : /^[1-9]\d*$/.test(part)
          ? Number(part)
          : -1;
    const room = i === parts.length - 1 ? 256 ** (4 - i) : 256;
    if (number < 0 || number >= room) return undefined;
    value += i === parts.length - 1 ? number : number * 256 ** (3 - i);
  }
  return Uint8Array.of(value / 0x1000000, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

/** Exactly four decimal parts without leading zeros. */
export function parseIpv4(text: string): Uint8Array | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) {
    return undefined;
  }
  return Uint8Array.from(parts, Number);
}

export function parseIpv6(text: string): Uint8Array | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [before, after] = halves.map(parseWords);
  if (before === undefined || (halves.length === 2 && after === undefined)) return undefined;
  const given = before.length + (after?.length ?? 0);
  if (halves.length === 1 ? given !== 8 : given > 7) return undefined;
  const words = [...before, ...new Array<number>(8 - given).fill(0), ...(after ?? [])];
  return Uint8Array.from(words.flatMap((word) => [word >> 8, word & 255]));
}

/** The 16-bit words of a part without "::"; it may end with an IPv4 address. */
function parseWords(text: string): number[] | undefined {
  if (text === "") return [];
  const words: number[] = [];
  const parts = text.split(":");
  for (let i = 0; i < parts.length; i++) {
    if (/^[0-9a-fA-F]{1,4}$/.test(parts[i])) words.push(Number.parseInt(parts[i], 16));
    else {
      const tail = i === parts.length - 1 ? parseIpv4(parts[i]) : undefined;
      if (tail === undefined) return undefined;
      words.push(tail[0] * 256 + tail[1], tail[2] * 256 + tail[3]);
    }
  }
  return words;
}

export const showIpv4 = (bytes: Uint8Array): string => Array.from(bytes).join(".");

/** The longest run of two or more zero words becomes "::"; addresses that hold an IPv4 one show it. */
export function showIpv6(bytes: Uint8Array): string {
  const words: number[] = [];
  for (let i = 0; i < 16; i += 2) words.push(bytes[i] * 256 + bytes[i + 1]);
  const zeros = words.findIndex((word) => word !== 0);
  const mapped = zeros === 5 && words[5] === 0xffff;
  if (mapped || zeros === 6) return `::${mapped ? "ffff:" : ""}${showIpv4(bytes.subarray(12))}`;
  let best = 0;
  let length = 1;
  for (let start = 0; start < 8; start++) {
    let end = start;
    while (end < 8 && words[end] === 0) end++;
    if (end - start > length) [best, length] = [start, end - start];
  }
  const hex = (part: number[]): string => part.map((word) => word.toString(16)).join(":");
  return length < 2 ? hex(words) : `${hex(words.slice(0, best))}::${hex(words.slice(best + length))}`;
}
