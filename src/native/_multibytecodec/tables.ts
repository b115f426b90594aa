/**
 * The tables of the East Asian codecs, unpacked at their first use: bytes to characters and back.
 *
 * A key is the bytes of a sequence as one big-endian number.
 */
import { unpackNumbers } from "../../util/unicode/packed.ts";
import { TABLE as big5 } from "./generated/big5.ts";
import { TABLE as big5hkscs } from "./generated/big5hkscs.ts";
import { TABLE as cp932 } from "./generated/cp932.ts";
import { TABLE as cp949 } from "./generated/cp949.ts";
import { TABLE as cp950 } from "./generated/cp950.ts";
import { TABLE as euc_jis_2004 } from "./generated/euc_jis_2004.ts";
import { TABLE as euc_jisx0213 } from "./generated/euc_jisx0213.ts";
import { TABLE as euc_jp } from "./generated/euc_jp.ts";
import { TABLE as euc_kr } from "./generated/euc_kr.ts";
import { TABLE as gb2312 } from "./generated/gb2312.ts";
import { TABLE as gb18030 } from "./generated/gb18030.ts";
import { TABLE as gbk } from "./generated/gbk.ts";
import { TABLE as johab } from "./generated/johab.ts";
import { TABLE as shift_jis } from "./generated/shift_jis.ts";
import { TABLE as shift_jis_2004 } from "./generated/shift_jis_2004.ts";
import { TABLE as shift_jisx0213 } from "./generated/shift_jisx0213.ts";
import { type CodecName, KEY_MAPS, PLANS } from "./plans.ts";

export interface PackedTable {
  /** Runs of the base's entries by turns there and missing. */
  readonly missing: string;
  readonly added: string;
  /** Characters that are encoded other than by the first of their sequences; 0 for not at all. */
  readonly other: string;
  /** Two characters and their sequence. */
  readonly pairs: string;
  /** Sequences that are wrong, both bytes of them. */
  readonly double: string;
  /** Bytes that no sequence begins with. */
  readonly alone: string;
  /** Four bytes of gb18030: [index, character, count]. */
  readonly ranges: string;
}

const PACKED: Readonly<Record<CodecName, PackedTable>> = {
  big5,
  big5hkscs,
  cp932,
  cp949,
  cp950,
  euc_jis_2004,
  euc_jisx0213,
  euc_jp,
  euc_kr,
  gb18030,
  gb2312,
  gbk,
  johab,
  shift_jis,
  shift_jis_2004,
  shift_jisx0213,
};

export interface Table {
  /** In the order of their keys. */
  readonly decode: ReadonlyMap<number, number>;
  readonly encode: ReadonlyMap<number, number>;
  /** By the first character: the second ones with the sequence of both. */
  readonly pairs: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly pairOf: ReadonlyMap<number, readonly [number, number]>;
  readonly double: ReadonlySet<number>;
  readonly alone: ReadonlySet<number>;
  readonly ranges: readonly (readonly [index: number, point: number, count: number])[];
}

const loaded = new Map<CodecName, Table>();

export function loadTable(name: CodecName): Table {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const made = makeTable(name);
  loaded.set(name, made);
  return made;
}

function* entriesOf(packed: string): Generator<[number, number]> {
  const numbers = unpackNumbers(packed);
  let key = 0;
  let value = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    key += numbers[i];
    const code = numbers[i + 1];
    value += code % 2 === 0 ? code / 2 : -(code + 1) / 2;
    yield [key, value];
  }
}

function groupsOf(packed: string, size: number): number[][] {
  const numbers = unpackNumbers(packed);
  return Array.from({ length: numbers.length / size }, (_, i) => numbers.slice(i * size, (i + 1) * size));
}

function decodeTable(name: CodecName): Map<number, number> {
  const { base, map } = PLANS[name];
  const packed = PACKED[name];
  const entries: [number, number][] = [];
  if (base !== undefined) {
    const runs = unpackNumbers(packed.missing);
    let run = 0;
    let left = runs[0];
    for (const [baseKey, value] of loadTable(base).decode) {
      const key = KEY_MAPS[map ?? "same"](baseKey);
      if (key === undefined) continue;
      while (left === 0) left = runs[++run];
      left--;
      if (run % 2 === 0) entries.push([key, value]);
    }
  }
  const table = new Map(entries);
  for (const [key, value] of entriesOf(packed.added)) table.set(key, value);
  return new Map([...table].sort((a, b) => a[0] - b[0]));
}

function makeTable(name: CodecName): Table {
  const packed = PACKED[name];
  const decode = decodeTable(name);
  const encode = new Map<number, number>();
  for (const [key, point] of decode) if (!encode.has(point)) encode.set(point, key);
  for (const [point, key] of entriesOf(packed.other)) {
    if (key === 0) encode.delete(point);
    else encode.set(point, key);
  }
  const pairs = new Map<number, Map<number, number>>();
  const pairOf = new Map<number, readonly [number, number]>();
  for (const [first, second, key] of groupsOf(packed.pairs, 3)) {
    pairs.set(first, (pairs.get(first) ?? new Map<number, number>()).set(second, key));
    pairOf.set(key, [first, second]);
  }
  const double = new Set(unpackNumbers(packed.double));
  const alone = new Set(unpackNumbers(packed.alone));
  const ranges = groupsOf(packed.ranges, 3).map(([index, point, count]) => [index, point, count] as const);
  return { decode, encode, pairs, pairOf, double, alone, ranges };
}
