/**
 * Filters and their options: what is allowed, the bytes by which a file tells them, and the coders that a chain of them
 * makes (liblzma's filter_common.c).
 */
import { BRANCH_FILTERS } from "./branches.ts";
import { type Decoder, type Encoder, littleEndian32, read32 } from "./buffers.ts";
import { type Properties, propertiesByte, propertiesOf } from "./model.ts";
import { checkEncoderOptions, type LzmaOptions, PRESET_DEFAULT, presetOptions } from "./options.ts";
import { refuse } from "./problems.ts";
import { deltaConvert, FilterDecoder, FilterEncoder } from "./simple-filters.ts";
import { Lzma1Decoder, Lzma2Decoder } from "./streams-decode.ts";
import { Lzma1Encoder, Lzma2Encoder } from "./streams-encode.ts";

export const FILTER_LZMA1 = 0x4000000000000001n;
export const FILTER_LZMA2 = 0x21n;
export const FILTER_DELTA = 3n;

export const MOST_FILTERS = 4;

export type Filter =
  | { readonly kind: "lzma"; readonly id: bigint; readonly options: LzmaOptions }
  | { readonly kind: "delta"; readonly id: bigint; readonly distance: number }
  | { readonly kind: "branch"; readonly id: bigint; readonly start: number };

const filterNumber = ({ id }: Filter): number => Number(id);

const isDistance = (distance: number): boolean => distance >= 1 && distance <= 256;

function checkFilter(filter: Filter): void {
  if (filter.kind === "delta" && !isDistance(filter.distance)) refuse("options");
  if (filter.kind !== "branch") return;
  const branch = BRANCH_FILTERS.get(filterNumber(filter)) ?? refuse("options");
  if (filter.start % branch.alignment !== 0) refuse("options");
}

/** The last filter compresses, and no other does. Outside of .xz it may be LZMA1. */
export function checkChain(filters: readonly Filter[], inXz: boolean): void {
  if (filters.length === 0) refuse("program");
  filters.forEach((filter, index) => {
    if ((filter.kind === "lzma") !== (index === filters.length - 1)) refuse("options");
    if (inXz && filter.id === FILTER_LZMA1) refuse("program");
    checkFilter(filter);
  });
}

export function makeDecoder(filters: readonly Filter[]): Decoder {
  const [first, ...rest] = filters;
  if (first.kind === "lzma") {
    const { options } = first;
    if (first.id === FILTER_LZMA2) return new Lzma2Decoder(options.dictionarySize);
    if (options.lc + options.lp > 4 || options.pb > 4) refuse("options");
    return new Lzma1Decoder(options.dictionarySize, options, undefined);
  }
  const next = makeDecoder(rest);
  if (first.kind === "delta") return new FilterDecoder(next, deltaConvert(first.distance, false), 0);
  const branch = BRANCH_FILTERS.get(filterNumber(first)) ?? refuse("options");
  return new FilterDecoder(next, branch.create(false), first.start);
}

export function makeEncoder(filters: readonly Filter[]): Encoder {
  const [first, ...rest] = filters;
  if (first.kind === "lzma") {
    checkEncoderOptions(first.options);
    return first.id === FILTER_LZMA2 ? new Lzma2Encoder(first.options) : new Lzma1Encoder(first.options);
  }
  const next = makeEncoder(rest);
  if (first.kind === "delta") return new FilterEncoder(next, deltaConvert(first.distance, true), 0);
  const branch = BRANCH_FILTERS.get(filterNumber(first)) ?? refuse("options");
  return new FilterEncoder(next, branch.create(true), first.start);
}

const DICTIONARY_CODES = 40;

/** Sizes in files are 2**n or 2**n + 2**(n-1). */
const dictionaryOfCode = (code: number): number =>
  code === DICTIONARY_CODES ? 0xffffffff : (2 | (code & 1)) * 2 ** (Math.floor(code / 2) + 11);

function codeOfDictionary(size: number): number {
  let code = 0;
  while (dictionaryOfCode(code) < size) code++;
  return code;
}

/** The bytes that tell a filter's options in a file. */
export function encodeProperties(filter: Filter): Uint8Array {
  switch (filter.kind) {
    case "delta":
      if (!isDistance(filter.distance)) refuse("program");
      return Uint8Array.of(filter.distance - 1);
    case "branch":
      return Uint8Array.from(filter.start === 0 ? [] : littleEndian32(filter.start));
    case "lzma": {
      const { options } = filter;
      if (filter.id === FILTER_LZMA2) return Uint8Array.of(codeOfDictionary(Math.max(options.dictionarySize, 4096)));
      if (options.lc + options.lp > 4 || options.pb > 4) refuse("options");
      return Uint8Array.from([propertiesByte(options), ...littleEndian32(options.dictionarySize)]);
    }
  }
}

const lzmaFilter = (id: bigint, dictionarySize: number, properties: Properties): Filter => ({
  kind: "lzma",
  id,
  options: { ...(presetOptions(PRESET_DEFAULT) ?? refuse("options")), ...properties, dictionarySize },
});

/** The filter that a file tells by a number and bytes. */
export function decodeProperties(id: bigint, bytes: Uint8Array): Filter {
  if (id === FILTER_DELTA) {
    return bytes.length === 1 ? { kind: "delta", id, distance: bytes[0] + 1 } : refuse("options");
  }
  if (id === FILTER_LZMA2) {
    if (bytes.length !== 1 || bytes[0] > DICTIONARY_CODES) refuse("options");
    return lzmaFilter(id, dictionaryOfCode(bytes[0]), { lc: 3, lp: 0, pb: 2 });
  }
  if (id === FILTER_LZMA1) {
    if (bytes.length !== 5) refuse("options");
    return lzmaFilter(id, read32(bytes, 1), propertiesOf(bytes[0]) ?? refuse("options"));
  }
  if (id > 0xffn || !BRANCH_FILTERS.has(Number(id))) refuse("options");
  if (bytes.length !== 0 && bytes.length !== 4) refuse("options");
  return { kind: "branch", id, start: bytes.length === 0 ? 0 : read32(bytes, 0) };
}

/** What liblzma takes a decoder to need besides its dictionary. */
const DECODER_BASE = (1 << 15) + 28_000;

/** About as much memory as decoding takes. */
export function decoderMemory(filters: readonly Filter[]): number {
  let sum = DECODER_BASE;
  for (const filter of filters) if (filter.kind === "lzma") sum += filter.options.dictionarySize;
  return sum;
}
