/**
 * The East Asian encodings, a sequence at a time (CPython Modules/cjkcodecs/).
 *
 * A step reads one sequence or character at `at` and tells how much it used; INCOMPLETE if it needs more, and the negative
 * count of what is wrong. The state is the eight bytes of CPython's MultibyteCodec_State, which `getstate` shows.
 */
import type { ByteWriter, TextToEncode, TextWriter } from "../../util/codecs/errors.ts";
import { codePointAt } from "../../util/codecs/errors.ts";
import type { CodecName } from "./plans.ts";
import { loadTable, type Table } from "./tables.ts";

export const INCOMPLETE = 0;
export const ILLEGAL = -1;

export type State = Uint8Array;
export const newState = (): State => new Uint8Array(8);

export interface Encoding {
  readonly name: string;
  /** Set the state to what encoding and decoding begin with. */
  start(state: State): void;
  decodeStep(bytes: Uint8Array, at: number, state: State, out: TextWriter): number;
  /** `flush`: no text follows. */
  encodeStep(text: TextToEncode, at: number, state: State, out: ByteWriter, flush: boolean): number;
  /** Write what ends a text. */
  encodeEnd(state: State, out: ByteWriter): void;
  decodeEnd(state: State): void;
}

function addKey(out: ByteWriter, key: number): void {
  if (key > 0xffff) out.add(key >> 16);
  if (key > 0xff) out.add((key >> 8) & 0xff);
  out.add(key & 0xff);
}

const THREE_BYTES = 0x8f;
const THREE_BYTE_CODECS: readonly string[] = ["euc_jp", "euc_jis_2004", "euc_jisx0213"];

/** An encoding that is its table. */
class TableEncoding implements Encoding {
  private table: Table | undefined;

  constructor(readonly name: CodecName) {}

  protected load(): Table {
    this.table ??= loadTable(this.name);
    return this.table;
  }

  start(): void {}
  encodeEnd(): void {}
  decodeEnd(): void {}

  decodeStep(bytes: Uint8Array, at: number, _state: State, out: TextWriter): number {
    const table = this.load();
    const first = bytes[at];
    const single = table.decode.get(first);
    if (single !== undefined) {
      out.add(single);
      return 1;
    }
    if (table.alone.has(first)) return ILLEGAL;
    return this.decodeSequence(table, bytes, at, out);
  }

  protected decodeSequence(table: Table, bytes: Uint8Array, at: number, out: TextWriter): number {
    const size = bytes[at] === THREE_BYTES && THREE_BYTE_CODECS.includes(this.name) ? 3 : 2;
    if (at + size > bytes.length) return INCOMPLETE;
    let key = 0;
    for (let i = 0; i < size; i++) key = key * 256 + bytes[at + i];
    const point = table.decode.get(key);
    const pair = point === undefined ? table.pairOf.get(key) : undefined;
    if (point !== undefined) out.add(point);
    else if (pair !== undefined) {
      out.add(pair[0]);
      out.add(pair[1]);
    } else return table.double.has(key) ? 2 * ILLEGAL : ILLEGAL;
    return size;
  }

  encodeStep(text: TextToEncode, at: number, _state: State, out: ByteWriter, flush: boolean): number {
    const table = this.load();
    const point = codePointAt(text, at);
    const followers = table.pairs.get(point);
    if (followers !== undefined) {
      if (at + 1 >= text.length && !flush) return INCOMPLETE;
      const key = at + 1 < text.length ? followers.get(codePointAt(text, at + 1)) : undefined;
      if (key !== undefined) {
        addKey(out, key);
        return 2;
      }
    }
    const key = table.encode.get(point);
    if (key === undefined) return this.encodeByRule(point, out);
    addKey(out, key);
    return 1;
  }

  protected encodeByRule(_point: number, _out: ByteWriter): number {
    return ILLEGAL;
  }
}

const SUPPLEMENTARY = 0x10000;
const LAST_POINT = 0x10ffff;
/** Where the supplementary planes begin among the sequences of four bytes: that of lead 0x90. */
const SUPPLEMENTARY_INDEX = 15 * 10 * 126 * 10;

/** gb18030: what has no two bytes has four. */
class FourByteEncoding extends TableEncoding {
  protected override decodeSequence(table: Table, bytes: Uint8Array, at: number, out: TextWriter): number {
    if (at + 1 >= bytes.length) return INCOMPLETE;
    const second = bytes[at + 1];
    if (second < 0x30 || second > 0x39) return super.decodeSequence(table, bytes, at, out);
    if (at + 3 >= bytes.length) return INCOMPLETE;
    const [lead, third, fourth] = [bytes[at], bytes[at + 2], bytes[at + 3]];
    if (lead < 0x81 || third < 0x81 || fourth < 0x30 || fourth > 0x39) return ILLEGAL;
    const index = (((lead - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
    const point = this.pointOf(table, lead, index);
    if (point === undefined) return ILLEGAL;
    out.add(point);
    return 4;
  }

  private pointOf(table: Table, lead: number, index: number): number | undefined {
    if (lead >= 0x90) {
      const point = SUPPLEMENTARY + index - SUPPLEMENTARY_INDEX;
      return point <= LAST_POINT ? point : undefined;
    }
    if (lead > 0x84) return undefined;
    const range = table.ranges.find(([first, , count]) => index >= first && index < first + count);
    return range === undefined ? undefined : range[1] + index - range[0];
  }

  protected override encodeByRule(point: number, out: ByteWriter): number {
    let index = point - SUPPLEMENTARY + SUPPLEMENTARY_INDEX;
    if (point < SUPPLEMENTARY) {
      const range = this.load().ranges.find(([, first, count]) => point >= first && point < first + count);
      if (range === undefined) return ILLEGAL;
      index = range[0] + point - range[1];
    }
    out.add(0x81 + Math.floor(index / 12600));
    out.add(0x30 + (Math.floor(index / 1260) % 10));
    out.add(0x81 + (Math.floor(index / 10) % 126));
    out.add(0x30 + (index % 10));
    return 1;
  }
}

/** The letters of KS X 1001 that a syllable is made of, in Unicode's order; the first final is none. */
const INITIALS = [
  0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe,
];
const FIRST_MEDIAL = 0xbf;
const MEDIALS = 21;
const FILLER = 0xd4;
const FINALS = [
  FILLER,
  0xa1,
  0xa2,
  0xa3,
  0xa4,
  0xa5,
  0xa6,
  0xa7,
  0xa9,
  0xaa,
  0xab,
  0xac,
  0xad,
  0xae,
  0xaf,
  0xb0,
  0xb1,
  0xb2,
  0xb4,
  0xb5,
  0xb6,
  0xb7,
  0xb8,
  0xba,
  0xbb,
  0xbc,
  0xbd,
  0xbe,
];
const LETTER_ROW = 0xa4;
const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11172;

/** euc_kr: a syllable that has no two bytes is spelled in letters, behind a filler. */
class SpellingEncoding extends TableEncoding {
  protected override decodeSequence(table: Table, bytes: Uint8Array, at: number, out: TextWriter): number {
    if (bytes[at] !== LETTER_ROW || bytes[at + 1] !== FILLER) return super.decodeSequence(table, bytes, at, out);
    if (at + 8 > bytes.length) return INCOMPLETE;
    for (const offset of [2, 4, 6]) if (bytes[at + offset] !== LETTER_ROW) return ILLEGAL;
    const initial = INITIALS.indexOf(bytes[at + 3]);
    const medial = bytes[at + 5] - FIRST_MEDIAL;
    const final = FINALS.indexOf(bytes[at + 7]);
    if (initial < 0 || medial < 0 || medial >= MEDIALS || final < 0) return ILLEGAL;
    out.add(FIRST_SYLLABLE + (initial * MEDIALS + medial) * FINALS.length + final);
    return 8;
  }

  protected override encodeByRule(point: number, out: ByteWriter): number {
    const syllable = point - FIRST_SYLLABLE;
    if (syllable < 0 || syllable >= SYLLABLES) return ILLEGAL;
    const letters = [
      FILLER,
      INITIALS[Math.floor(syllable / (MEDIALS * FINALS.length))],
      FIRST_MEDIAL + (Math.floor(syllable / FINALS.length) % MEDIALS),
      FINALS[syllable % FINALS.length],
    ];
    for (const letter of letters) {
      out.add(LETTER_ROW);
      out.add(letter);
    }
    return 1;
  }
}

const TILDE = 0x7e;

/** hz: gb2312 without the high bits between `~{` and `~}`. */
class HzEncoding implements Encoding {
  readonly name = "hz";

  start(state: State): void {
    state[0] = 0;
  }

  decodeEnd(state: State): void {
    state[0] = 0;
  }

  encodeEnd(state: State, out: ByteWriter): void {
    if (state[0] !== 0) out.addAscii("~}");
    state[0] = 0;
  }

  decodeStep(bytes: Uint8Array, at: number, state: State, out: TextWriter): number {
    const first = bytes[at];
    if (first === TILDE) {
      if (at + 1 >= bytes.length) return INCOMPLETE;
      const command = String.fromCharCode(bytes[at + 1]);
      const inside = state[0] !== 0;
      if (command === "~" && !inside) out.add(TILDE);
      else if (command === "{" && !inside) state[0] = 1;
      else if (command === "}" && inside) state[0] = 0;
      else if (command !== "\n" || inside) return ILLEGAL;
      return 2;
    }
    if (first >= 0x80) return ILLEGAL;
    if (state[0] === 0) {
      out.add(first);
      return 1;
    }
    if (at + 1 >= bytes.length) return INCOMPLETE;
    const second = bytes[at + 1];
    const point = second < 0x80 ? loadTable("gb2312").decode.get((first << 8) | second | 0x8080) : undefined;
    if (point === undefined) return ILLEGAL;
    out.add(point);
    return 2;
  }

  encodeStep(text: TextToEncode, at: number, state: State, out: ByteWriter): number {
    const point = codePointAt(text, at);
    if (point < 0x80) {
      if (state[0] !== 0) out.addAscii("~}");
      state[0] = 0;
      out.add(point);
      if (point === TILDE) out.add(TILDE);
      return 1;
    }
    const key = loadTable("gb2312").encode.get(point);
    if (key === undefined) return ILLEGAL;
    if (state[0] === 0) out.addAscii("~{");
    state[0] = 1;
    addKey(out, key & 0x7f7f);
    return 1;
  }
}

export const tableEncoding = (name: CodecName): Encoding => new TableEncoding(name);
export const GB18030: Encoding = new FourByteEncoding("gb18030");
export const EUC_KR: Encoding = new SpellingEncoding("euc_kr");
export const HZ: Encoding = new HzEncoding();
