/**
 * The encodings of ISO 2022: character sets of seven bits, chosen by escape sequences (CPython
 * Modules/cjkcodecs/_codecs_iso2022.c).
 *
 * Trap: the state is CPython's: bytes 0 to 3 hold the marks of the sets in G0 to G3, and byte 4 whether G1 is shifted in and
 * whether an unknown escape sequence is being passed through.
 */
import { type ByteWriter, codePointAt, type TextToEncode, type TextWriter } from "../../util/codecs/errors.ts";
import { type Encoding, ILLEGAL, INCOMPLETE, type State } from "./encodings.ts";
import type { CodecName } from "./plans.ts";
import { loadTable } from "./tables.ts";

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const LINE_FEED = 0x0a;
const LONGEST_ESCAPE = 16;

const DOUBLE = 0x80;
const ASCII = 0x42;
const ISO8859_1 = 0x41;
const ISO8859_7 = 0x46;

const FLAGS = 4;
const SHIFTED = 1;
const PASSING = 2;

/** A set of characters as a place in G0, G1 or G2 can hold it. `key` is one or two bytes without high bits. */
interface Charset {
  readonly mark: number;
  readonly plane: number;
  readonly width: number;
  decode(key: number): readonly number[] | undefined;
  /** Undefined: not in it. */
  encode(point: number): number | undefined;
  /** For those that have characters of two code points: the key of both. */
  readonly pairs?: (point: number) => ReadonlyMap<number, number> | undefined;
}

const HIGH_BITS = 0x8080;
const isPlain = (key: number): boolean => (key & HIGH_BITS) === 0;

/** The two-byte part of an EUC table, behind `prefix`; `rows` says which rows of 94 characters belong to it. */
function ofTable(
  letter: string,
  name: CodecName,
  plane: number,
  prefix = 0,
  rows: (row: number) => boolean = (row) => row > 0,
): Charset {
  const high = (prefix << 16) | HIGH_BITS;
  const holds = (key: number): boolean => isPlain(key) && rows((key >> 8) - 0x20);
  const inPlane = (full: number | undefined): number | undefined => {
    if (full === undefined || full >> 16 !== prefix || (full & HIGH_BITS) !== HIGH_BITS) return undefined;
    const key = full & 0x7f7f;
    return holds(key) ? key : undefined;
  };
  return {
    mark: letter.charCodeAt(0) | DOUBLE,
    plane,
    width: 2,
    decode: (key) => {
      if (!holds(key)) return undefined;
      const table = loadTable(name);
      const point = table.decode.get(key | high);
      return point === undefined ? table.pairOf.get(key | high) : [point];
    },
    encode: (point) => inPlane(loadTable(name).encode.get(point)),
  };
}

/** The rows of the second plane of JIS X 0213: those that JIS X 0212, which shares its place in EUC, left free. */
const isSecondPlaneRow = (row: number): boolean => [1, 3, 4, 5, 8, 12, 13, 14, 15].includes(row) || row >= 78;

const FULLWIDTH_TILDE = 0xff5e;

/** JIS X 0213's first plane; that EUC has the wide tilde in it too is an addition of EUC's. */
function withPairs(charset: Charset, name: CodecName): Charset {
  return {
    ...charset,
    encode: (point) => (point === FULLWIDTH_TILDE ? undefined : charset.encode(point)),
    pairs: (point) => loadTable(name).pairs.get(point),
  };
}

const YEN = 0xa5;
const OVERLINE = 0x203e;

const ROMAN: Charset = {
  mark: 0x4a,
  plane: 0,
  width: 1,
  decode: (key) => [key === 0x5c ? YEN : key === 0x7e ? OVERLINE : key],
  encode: (point) => {
    if (point === YEN) return 0x5c;
    if (point === OVERLINE) return 0x7e;
    return point < 0x80 && point !== 0x5c && point !== 0x7e ? point : undefined;
  },
};

const KATAKANA: Charset = {
  mark: 0x49,
  plane: 0,
  width: 1,
  decode: (key) => (key >= 0x21 && key <= 0x5f ? [key + 0xff40] : undefined),
  encode: (point) => (point >= 0xff61 && point <= 0xff9f ? point - 0xff40 : undefined),
};

/** Of three tables: what is only known at the time of decoding an escape sequence behind `ESC N`. */
const LATIN: Charset = { mark: ISO8859_1, plane: 2, width: 1, decode: () => undefined, encode: () => undefined };
const GREEK: Charset = { ...LATIN, mark: ISO8859_7 };

const JISX0208 = ofTable("B", "euc_jp", 0);
const JISX0208_OLD = ofTable("@", "euc_jp", 0);
const JISX0212 = ofTable("D", "euc_jp", 0, 0x8f);
const KSX1001_G0 = ofTable("C", "euc_kr", 0);
const KSX1001_G1 = ofTable("C", "euc_kr", 1);
const GB2312 = ofTable("A", "gb2312", 0);
const JISX0213_1_2000 = withPairs(ofTable("O", "euc_jisx0213", 0), "euc_jisx0213");
const JISX0213_2_2000 = ofTable("P", "euc_jisx0213", 0, 0x8f, isSecondPlaneRow);
const JISX0213_1_2004 = withPairs(ofTable("Q", "euc_jis_2004", 0), "euc_jis_2004");
const JISX0213_2_2004 = ofTable("P", "euc_jis_2004", 0, 0x8f, isSecondPlaneRow);

interface Options {
  readonly shifts?: boolean;
  readonly g2?: boolean;
  /** `ESC & @ ESC $ B`, the JIS X 0208 of 1990. */
  readonly extended?: boolean;
}

/** ISO 8859-7 in the upper half, as of 1987 with the additions of 2003. */
function greek(byte: number): number | undefined {
  const text = new Map([
    [0xa0, 0xa0],
    [0xa1, 0x2018],
    [0xa2, 0x2019],
    [0xa3, 0xa3],
    [0xa4, 0x20ac],
    [0xa5, 0x20af],
    [0xaa, 0x37a],
    [0xaf, 0x2015],
    [0xb0, 0xb0],
    [0xb1, 0xb1],
    [0xb2, 0xb2],
    [0xb3, 0xb3],
    [0xb7, 0xb7],
    [0xbb, 0xbb],
    [0xbd, 0xbd],
  ]).get(byte);
  if (text !== undefined) return text;
  if ((byte >= 0xa6 && byte <= 0xa9) || (byte >= 0xab && byte <= 0xad)) return byte;
  if (byte < 0xb4 || byte === 0xd2 || byte > 0xfe) return undefined;
  return byte + 0x2d0;
}

class Iso2022Encoding implements Encoding {
  constructor(
    readonly name: string,
    private readonly charsets: readonly Charset[],
    private readonly options: Options,
  ) {}

  start(state: State): void {
    state.fill(ASCII, 0, 3);
    state[FLAGS] = 0;
  }

  decodeEnd(state: State): void {
    state[0] = ASCII;
    state[FLAGS] &= ~SHIFTED;
  }

  encodeEnd(state: State, out: ByteWriter): void {
    this.shift(state, out, false);
    this.designate(state, out, undefined);
  }

  decodeStep(bytes: Uint8Array, at: number, state: State, out: TextWriter): number {
    const byte = bytes[at];
    if ((state[FLAGS] & PASSING) !== 0) {
      out.add(byte);
      if (endsEscape(byte)) state[FLAGS] &= ~PASSING;
      return 1;
    }
    if (byte === ESC) return this.escape(bytes, at, state, out);
    if ((byte === SHIFT_IN || byte === SHIFT_OUT) && this.options.shifts) {
      state[FLAGS] = (state[FLAGS] & ~SHIFTED) | (byte === SHIFT_OUT ? SHIFTED : 0);
      return 1;
    }
    if (byte === LINE_FEED) state[FLAGS] &= ~SHIFTED;
    if (byte >= 0x80) return ILLEGAL;
    const mark = state[(state[FLAGS] & SHIFTED) === 0 ? 0 : 1];
    if (byte < 0x20 || mark === ASCII) {
      out.add(byte);
      return 1;
    }
    const charset = this.charsets.find((each) => each.mark === mark);
    const width = charset?.width ?? 1;
    if (at + width > bytes.length) return INCOMPLETE;
    const points = charset?.decode(width === 1 ? byte : (byte << 8) | bytes[at + 1]);
    if (points === undefined) return -width;
    for (const point of points) out.add(point);
    return width;
  }

  private escape(bytes: Uint8Array, at: number, state: State, out: TextWriter): number {
    if (at + 1 >= bytes.length) return INCOMPLETE;
    const second = String.fromCharCode(bytes[at + 1]);
    if ("()$.&".includes(second)) return this.designation(bytes, at, state);
    if (this.options.g2 && second === "N") return this.second(bytes, at, state, out);
    out.add(ESC);
    state[FLAGS] |= PASSING;
    return 1;
  }

  private designation(bytes: Uint8Array, at: number, state: State): number {
    let size = 0;
    for (let i = 1; i < LONGEST_ESCAPE && size === 0; i++) {
      if (at + i >= bytes.length) return INCOMPLETE;
      if (endsEscape(bytes[at + i])) size = i + 1;
      const longer = this.options.extended && bytes[at + i] === 0x26 && bytes[at + i + 1] === 0x40;
      if (size === 0 && longer) i += 2;
    }
    if (size === 0) return ILLEGAL;
    const text = String.fromCharCode(...bytes.subarray(at + 1, at + size));
    const match = /^(?:(\$?)([()])|(\$)|(\.))([@A-Z])$/.exec(text);
    let mark: number;
    let plane = 0;
    if (match !== null) {
      const letter = match[5].charCodeAt(0);
      mark = letter | ((match[1] ?? "") !== "" || match[3] !== undefined ? DOUBLE : 0);
      if (match[2] === ")") plane = 1;
      if (match[4] !== undefined) plane = 2;
      if (plane === 2 && !this.options.g2) return -size;
    } else if (this.options.extended && text === "&@\x1b$B") mark = JISX0208.mark;
    else return -size;
    if (mark !== ASCII && !this.charsets.some((each) => each.mark === mark)) return -size;
    state[plane] = mark;
    return size;
  }

  /** One character of G2. */
  private second(bytes: Uint8Array, at: number, state: State, out: TextWriter): number {
    if (at + 2 >= bytes.length) return INCOMPLETE;
    const byte = bytes[at + 2];
    const mark = state[2];
    let point: number | undefined;
    if (byte < 0x80) point = mark === ISO8859_1 ? byte + 0x80 : mark === ISO8859_7 ? greek(byte | 0x80) : byte;
    if (point === undefined) return -3;
    out.add(point);
    return 3;
  }

  encodeStep(text: TextToEncode, at: number, state: State, out: ByteWriter, flush: boolean): number {
    const point = codePointAt(text, at);
    if (point < 0x80) {
      this.designate(state, out, undefined);
      this.shift(state, out, false);
      out.add(point);
      return 1;
    }
    for (const charset of this.charsets) {
      const followers = charset.pairs?.(point);
      if (followers !== undefined && at + 1 >= text.length && !flush) return INCOMPLETE;
      const key = at + 1 < text.length ? followers?.get(codePointAt(text, at + 1)) : undefined;
      if (key === undefined) continue;
      this.put(state, out, charset, key & 0x7f7f);
      return 2;
    }
    for (const charset of this.charsets) {
      const key = charset.encode(point);
      if (key === undefined) continue;
      this.put(state, out, charset, key);
      return 1;
    }
    return ILLEGAL;
  }

  private put(state: State, out: ByteWriter, charset: Charset, key: number): void {
    if (charset.plane === 0) this.shift(state, out, false);
    this.designate(state, out, charset);
    if (charset.plane === 1) this.shift(state, out, true);
    if (charset.width === 2) out.add(key >> 8);
    out.add(key & 0xff);
  }

  private shift(state: State, out: ByteWriter, shifted: boolean): void {
    if (((state[FLAGS] & SHIFTED) !== 0) === shifted) return;
    out.add(shifted ? SHIFT_OUT : SHIFT_IN);
    state[FLAGS] ^= SHIFTED;
  }

  /** Choose a set; none is ASCII in G0. */
  private designate(state: State, out: ByteWriter, charset: Charset | undefined): void {
    const mark = charset?.mark ?? ASCII;
    const plane = charset?.plane ?? 0;
    if (state[plane] === mark) return;
    const letter = String.fromCharCode(mark & 0x7f);
    const bracket = plane === 0 ? "(" : ")";
    if (charset === undefined || charset.width === 1) out.addAscii(`\x1b${bracket}${letter}`);
    else out.addAscii(charset.mark === JISX0208.mark ? `\x1b$${letter}` : `\x1b$${bracket}${letter}`);
    state[plane] = mark;
  }
}

const endsEscape = (byte: number): boolean => byte >= 0x40 && byte <= 0x5a;

const JAPANESE: Options = { extended: true };

export const ISO2022_ENCODINGS: readonly Encoding[] = [
  new Iso2022Encoding("iso2022_kr", [KSX1001_G1], { shifts: true }),
  new Iso2022Encoding("iso2022_jp", [JISX0208, ROMAN, JISX0208_OLD], JAPANESE),
  new Iso2022Encoding("iso2022_jp_1", [JISX0208, JISX0212, ROMAN, JISX0208_OLD], JAPANESE),
  new Iso2022Encoding("iso2022_jp_2", [JISX0208, JISX0212, KSX1001_G0, GB2312, ROMAN, JISX0208_OLD, LATIN, GREEK], {
    ...JAPANESE,
    g2: true,
  }),
  new Iso2022Encoding("iso2022_jp_2004", [JISX0208, JISX0213_1_2004, JISX0213_2_2004], JAPANESE),
  new Iso2022Encoding("iso2022_jp_3", [JISX0208, JISX0213_1_2000, JISX0213_2_2000], JAPANESE),
  new Iso2022Encoding("iso2022_jp_ext", [JISX0208, JISX0212, ROMAN, KATAKANA, JISX0208_OLD], JAPANESE),
];
