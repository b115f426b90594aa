/** Unicode tables against CPython 3.12: every code point by checksum, texts one by one. */
import { expect, test } from "vitest";
import { crc32 } from "../../src/util/binary/checksums.ts";
import { floatRepr } from "../../src/util/float-text.ts";
import * as cases from "../../src/util/unicode/case.ts";
import * as edition from "../../src/util/unicode/edition-3-2.ts";
import { lookupName, nameOf } from "../../src/util/unicode/names.ts";
import { decompositionText, isNormalized, type NormalForm, normalize } from "../../src/util/unicode/normalize.ts";
import * as properties from "../../src/util/unicode/properties.ts";
import { differences, readGolden } from "./golden.ts";

interface Golden {
  crcs: Record<string, number>;
  cases: number[][][];
  normal: [number[], number[], number[], number[], number[], boolean, boolean, boolean, boolean][];
  old_normal: [number[], number[], number[], number[], number[]][];
  lookups: [string, number[] | string][];
}

const golden = readGolden<Golden>("unicode");

function crcOf(show: (codePoint: number) => string): number {
  let crc = 0;
  const encoder = new TextEncoder();
  for (let start = 0; start < 0x110000; start += 0x1000) {
    const values: string[] = [];
    for (let codePoint = start; codePoint < start + 0x1000; codePoint++) values.push(show(codePoint));
    const end = start + 0x1000 < 0x110000 ? "\n" : "";
    crc = crc32(encoder.encode(values.join("\n") + end), crc);
  }
  return crc;
}

const numeric = (value: number | undefined) => (value === undefined ? "None" : floatRepr(value));

test("every code point", () => {
  const { toUpperFull, toLowerFull, toTitleFull, toFoldFull } = cases;
  const { oldNormalize: _, oldLookupName: __, ...older } = edition;
  const known: Record<string, (codePoint: number) => unknown> = {
    ...properties,
    toUpperFull,
    toLowerFull,
    toTitleFull,
    toFoldFull,
    decompositionText,
    nameOf: (codePoint) => nameOf(codePoint) ?? "",
    numericValue: (codePoint) => numeric(properties.numericValue(codePoint)),
    ...older,
    oldNameOf: (codePoint) => edition.oldNameOf(codePoint) ?? "",
    oldNumericValue: (codePoint) => numeric(edition.oldNumericValue(codePoint)),
    oldNFC: (codePoint) => edition.oldNormalize("NFC", [codePoint]),
    oldNFKD: (codePoint) => edition.oldNormalize("NFKD", [codePoint]),
    NFC: (codePoint) => normalize("NFC", [codePoint]),
    NFKD: (codePoint) => normalize("NFKD", [codePoint]),
  };
  const wrong = Object.entries(golden.crcs).filter(([name, crc]) => {
    const answer = known[name] as (codePoint: number) => unknown;
    const show = (value: unknown) => (typeof value === "boolean" ? (value ? "1" : "0") : String(value));
    return crcOf((codePoint) => show(answer(codePoint))) !== crc;
  });
  expect(wrong.map(([name]) => name)).toEqual([]);
}, 60_000);

test("case mappings of texts", () => {
  const { upperText, lowerText, titleText, casefoldText, capitalizeText, swapcaseText } = cases;
  const answer = ([text]: number[][]) =>
    [upperText, lowerText, titleText, casefoldText, capitalizeText, swapcaseText].map((map) => map(text as number[]));
  expect(differences(golden.cases, answer, (one) => one.slice(1))).toEqual([]);
});

test("normal forms", () => {
  const forms: NormalForm[] = ["NFC", "NFD", "NFKC", "NFKD"];
  const answer = ([text]: Golden["normal"][number]) => [
    ...forms.map((form) => normalize(form, text)),
    ...forms.map((form) => isNormalized(form, text)),
  ];
  expect(differences(golden.normal, answer, (one) => one.slice(1))).toEqual([]);
});

test("normal forms of Unicode 3.2.0", () => {
  const forms: NormalForm[] = ["NFC", "NFD", "NFKC", "NFKD"];
  const answer = ([text]: Golden["old_normal"][number]) => forms.map((form) => edition.oldNormalize(form, text));
  expect(differences(golden.old_normal, answer, (one) => one.slice(1))).toEqual([]);
  expect(edition.oldLookupName("BULLET")).toBe(0x2022);
  expect(edition.oldLookupName("BALINESE LETTER AKARA")).toBe(undefined);
});

test("lookup by name", () => {
  const answer = ([name]: Golden["lookups"][number]) => {
    const found = lookupName(name);
    return found === undefined ? "!" : typeof found === "number" ? [found] : found;
  };
  const expected = ([, found]: Golden["lookups"][number]) => (typeof found === "string" ? "!" : found);
  expect(differences(golden.lookups, answer, expected)).toEqual([]);
});
