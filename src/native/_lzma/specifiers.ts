/** Filter specifiers: the dicts by which Python code tells filters, and what is said of wrong ones. */
import { typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { getItem, length } from "../../objects/kernel/iterate.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, intOf, jsString } from "../../objects/kernel/payload.ts";
import { newException, overflowError, PyError, suppress, typeError, valueError } from "../../objects/kernel/raise.ts";

import { newExceptionType } from "../../objects/types/exceptions/new-exception.ts";
import { BRANCH_FILTERS } from "./branches.ts";
import { FILTER_DELTA, FILTER_LZMA1, FILTER_LZMA2, type Filter, MOST_FILTERS } from "./filters.ts";
import { type LzmaOptions, PRESET_DEFAULT, presetOptions } from "./options.ts";

export const LZMA_ERROR = newExceptionType("_lzma.LZMAError", EXCEPTIONS.Exception, "Call to liblzma failed.");

export const lzmaError = (text: string): PyError => new PyError(newException(LZMA_ERROR, text));

/** PyLong_AsUnsignedLongLong: an int, not what could become one. */
export function unsigned64(value: Value): bigint {
  const int = intOf(value);
  if (int === undefined) throw typeError("an integer is required");
  if (int < 0) throw overflowError("can't convert negative int to unsigned");
  if (BigInt(int) > 0xffffffffffffffffn) throw overflowError("int too big to convert");
  return BigInt(int);
}

export function unsigned32(value: Value): number {
  const int = unsigned64(value);
  if (int > 0xffffffffn) throw overflowError("Value too large for uint32_t type");
  return Number(int);
}

/** The options of a preset that has to exist. */
export function presetArgument(preset: number): LzmaOptions {
  const options = presetOptions(preset);
  if (options === undefined) throw lzmaError(`Invalid compression preset: ${preset}`);
  return options;
}

type Numbers = Readonly<Record<string, number>>;

/** The numbers of a specifier by the names that its kind knows; anything else in it makes it invalid. */
function numbersOf(specifier: Value, names: readonly string[], kind: string): Numbers {
  const invalid = (): PyError => valueError(`Invalid filter specifier for ${kind} filter`);
  if (!(specifier instanceof PyDict)) throw invalid();
  const numbers: Record<string, number> = {};
  for (let i = specifier.nextEntry(0); i >= 0; i = specifier.nextEntry(i + 1)) {
    const name = jsString(specifier.keys[i] as Value);
    if (name === "id" || (name === "preset" && kind === "LZMA")) continue;
    if (name === undefined || !names.includes(name)) throw invalid();
    try {
      numbers[name] = unsigned32(specifier.values[i] as Value);
    } catch (error) {
      throw error instanceof PyError ? invalid() : error;
    }
  }
  return numbers;
}

const entry = (specifier: Value, name: string): Value | undefined =>
  suppress(EXCEPTIONS.KeyError, () => getItem(specifier, name));

function lzmaFilter(id: bigint, specifier: Value): Filter {
  const preset = entry(specifier, "preset");
  const base = presetArgument(preset === undefined ? PRESET_DEFAULT : unsigned32(preset));
  const names = ["dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth"];
  const { dict_size, lc, lp, pb, mode, nice_len, mf, depth } = numbersOf(specifier, names, "LZMA") as Partial<Numbers>;
  const options = {
    dictionarySize: dict_size ?? base.dictionarySize,
    lc: lc ?? base.lc,
    lp: lp ?? base.lp,
    pb: pb ?? base.pb,
    mode: mode ?? base.mode,
    niceLength: nice_len ?? base.niceLength,
    matchFinder: mf ?? base.matchFinder,
    depth: depth ?? base.depth,
  };
  return { kind: "lzma", id, options };
}

export function filterOf(specifier: Value): Filter {
  if (typeOf(specifier).slots.__getitem__ === undefined) {
    throw typeError("Filter specifier must be a dict or dict-like object");
  }
  const given = entry(specifier, "id");
  if (given === undefined) throw valueError('Filter specifier must have an "id" entry');
  const id = unsigned64(given);
  if (id === FILTER_LZMA1 || id === FILTER_LZMA2) return lzmaFilter(id, specifier);
  if (id === FILTER_DELTA) {
    const { dist = 1 } = numbersOf(specifier, ["dist"], "delta") as Partial<Numbers>;
    return { kind: "delta", id, distance: dist };
  }
  if (id > 0xffn || !BRANCH_FILTERS.has(Number(id))) throw valueError(`Invalid filter ID: ${id}`);
  const { start_offset = 0 } = numbersOf(specifier, ["start_offset"], "BCJ") as Partial<Numbers>;
  return { kind: "branch", id, start: start_offset };
}

export function chainOf(specifiers: Value): Filter[] {
  // A dict has a length, but is no sequence.
  if (specifiers instanceof PyDict) throw typeError(`${typeName(specifiers)} is not a sequence`);
  const count = length(specifiers);
  if (count > MOST_FILTERS) {
    throw valueError(`Too many filters - liblzma supports a maximum of ${MOST_FILTERS}`);
  }
  return Array.from({ length: count }, (_, index) => filterOf(getItem(specifiers, index)));
}

/** The specifier of a filter, with what a file tells of it. */
export function specifierOf(filter: Filter, hasOptions: boolean): Value {
  const specifier = new PyDict();
  specifier.set("id", intFromBigInt(filter.id));
  if (filter.kind === "delta") specifier.set("dist", filter.distance);
  if (filter.kind === "branch" && hasOptions) specifier.set("start_offset", filter.start);
  if (filter.kind === "lzma") {
    const { lc, lp, pb, dictionarySize } = filter.options;
    if (filter.id === FILTER_LZMA1) {
      specifier.set("lc", lc);
      specifier.set("lp", lp);
      specifier.set("pb", pb);
    }
    specifier.set("dict_size", dictionarySize);
  }
  return specifier;
}
