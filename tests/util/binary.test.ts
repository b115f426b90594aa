/** Checksums, transfer encodings and the Mersenne Twister against CPython 3.12. */
import { expect, test } from "vitest";
import { adler32, crc32, crcHqx } from "../../src/util/binary/checksums.ts";
import {
  bytesFromHexText,
  decodeBase64,
  decodeHex,
  decodeQuotedPrintable,
  decodeUuLine,
  encodeBase64,
  encodeHex,
  encodeQuotedPrintable,
  encodeUuLine,
} from "../../src/util/binary/transfer.ts";
import { floatRepr } from "../../src/util/float-text.ts";
import { MersenneTwister } from "../../src/util/random/mt19937.ts";
import { attempt, differences, readGolden, readInt } from "./golden.ts";

interface Golden {
  sums: [string, number, number, number, number, number][];
  texts: [string, string, string, string, string, string][];
  quoted: [string, boolean, boolean, boolean, string, string][];
  base64: [string, boolean, string][];
  uu: [string, string][];
  hexes: [string, string, string][];
  generators: [string, string[], string[], number][];
}

const golden = readGolden<Golden>("binary");
const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);

test("checksums", () => {
  const answer = ([hex]: Golden["sums"][number]) => {
    const data = bytesFromHexText(hex);
    return [crc32(data), crc32(data, 77), adler32(data), adler32(data, 12345), crcHqx(data, 99)];
  };
  expect(differences(golden.sums, answer, (one) => one.slice(1))).toEqual([]);
});

test("encoding", () => {
  const answer = ([hex]: Golden["texts"][number]) => {
    const data = bytesFromHexText(hex);
    const line = data.slice(0, 45);
    const uu = [text(encodeUuLine(line, false)), text(encodeUuLine(line, true))];
    return [text(encodeBase64(data, false)), encodeHex(data, "-", 3), encodeHex(data, ":", -4), ...uu];
  };
  expect(differences(golden.texts, answer, (one) => one.slice(1))).toEqual([]);
});

test("quoted-printable", () => {
  const answer = ([hex, quoteTabs, isText, header]: Golden["quoted"][number]) => {
    const data = bytesFromHexText(hex);
    const encoded = text(encodeQuotedPrintable(data, { quoteTabs, isText, header }));
    return [encoded, encodeHex(decodeQuotedPrintable(data, header))];
  };
  expect(differences(golden.quoted, answer, (one) => one.slice(4))).toEqual([]);
});

test("decoding", () => {
  const named = (answer: string) => answer.replace("!ValueError", "!Error");
  expect(
    differences(
      golden.base64,
      ([input, strict]) => named(attempt(() => encodeHex(decodeBase64(ascii(input), strict)))),
      (one) => one[2],
    ),
  ).toEqual([]);
  expect(
    differences(
      golden.uu,
      ([input]) => named(attempt(() => encodeHex(decodeUuLine(ascii(input))))),
      (one) => one[1],
    ),
  ).toEqual([]);
  const hex = ([input]: Golden["hexes"][number]) => [
    named(attempt(() => encodeHex(decodeHex(ascii(input))))),
    attempt(() => encodeHex(bytesFromHexText(input))),
  ];
  expect(differences(golden.hexes, hex, (one) => one.slice(1))).toEqual([]);
});

test("the Mersenne Twister", () => {
  const answer = ([seed]: Golden["generators"][number]) => {
    const twister = new MersenneTwister();
    twister.seedByInt(readInt(seed));
    const doubles = [0, 1, 2].map(() => floatRepr(twister.random()));
    const bits = [1, 5, 31, 32, 33, 64, 100].map((count) => String(twister.randomBits(count)));
    for (let count = 0; count < 699; count++) twister.nextWord();
    return [doubles, bits, twister.nextWord()];
  };
  expect(differences(golden.generators, answer, (one) => one.slice(1))).toEqual([]);
});
