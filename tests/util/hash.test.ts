/** Hashes against a 64-bit CPython 3.12 with PYTHONHASHSEED=123. */
import { expect, test } from "vitest";
import {
  hashBytes,
  hashCodePoints,
  hashComplex,
  hashFloat,
  hashFrozenSet,
  hashInt,
  hashString,
  hashTuple,
  highBits,
  joinHash,
  keyFromSeed,
  lowBits,
} from "../../src/util/hash.ts";
import { ZERO_KEY } from "../../src/util/siphash.ts";
import { differences, readFloat, readGolden, readInt } from "./golden.ts";

interface Golden {
  texts: [string, string, string][];
  wide: [number[], string][];
  ints: [string, string][];
  floats: [string, string][];
  tuples: [string[], string][];
  sets: [string[], string][];
  complexes: [string, string, string][];
}

const golden = readGolden<Golden>("hashes");
const key = keyFromSeed(123);

test("str and bytes", () => {
  const answer = ([text]: Golden["texts"][number]) => [
    String(hashString(text, key)),
    String(hashBytes(new TextEncoder().encode(text), key)),
  ];
  expect(differences(golden.texts, answer, (one) => one.slice(1))).toEqual([]);
  expect(
    differences(
      golden.wide,
      (one) => String(hashCodePoints(one[0], key)),
      (one) => one[1],
    ),
  ).toEqual([]);
  expect(hashCodePoints([0x20ac, 0x41], key)).toEqual(hashString("\u20acA", key));
  expect(hashString("", ZERO_KEY)).toBe(0);
});

test("numbers", () => {
  expect(
    differences(
      golden.ints,
      (one) => String(hashInt(readInt(one[0]))),
      (one) => one[1],
    ),
  ).toEqual([]);
  expect(
    differences(
      golden.floats,
      (one) => String(hashFloat(readFloat(one[0]))),
      (one) => one[1],
    ),
  ).toEqual([]);
  const complex = ([real, imag]: Golden["complexes"][number]) =>
    String(hashComplex(hashFloat(readFloat(real)), hashFloat(readFloat(imag))));
  expect(differences(golden.complexes, complex, (one) => one[2])).toEqual([]);
});

test("tuples and frozensets", () => {
  const hashes = (items: string[]) => items.map((item) => hashInt(readInt(item)));
  expect(
    differences(
      golden.tuples,
      (one) => String(hashTuple(hashes(one[0]))),
      (one) => one[1],
    ),
  ).toEqual([]);
  expect(
    differences(
      golden.sets,
      (one) => String(hashFrozenSet(hashes(one[0]))),
      (one) => one[1],
    ),
  ).toEqual([]);
});

test("words and back", () => {
  for (const [, text] of golden.texts) {
    const hash = readInt(text);
    expect(joinHash(lowBits(hash), highBits(hash))).toEqual(hash);
  }
});
