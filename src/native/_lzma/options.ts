/**
 * The options of LZMA1 and LZMA2: the presets, and what liblzma's encoders take (lzma_encoder_presets.c, lzma_encoder.c).
 */
import { LONGEST_MATCH, type Properties, SHORTEST_MATCH } from "./model.ts";
import { refuse } from "./problems.ts";

export const MF_HC3 = 3;
export const MF_HC4 = 4;
export const MF_BT2 = 18;
export const MF_BT3 = 19;
export const MF_BT4 = 20;
export const MODE_FAST = 1;
export const MODE_NORMAL = 2;
export const PRESET_DEFAULT = 6;
export const PRESET_EXTREME = 0x80000000;

export interface LzmaOptions extends Properties {
  readonly dictionarySize: number;
  readonly mode: number;
  readonly niceLength: number;
  readonly matchFinder: number;
  /** 0: as many as suits the match finder. */
  readonly depth: number;
}

const MEBI = 1 << 20;
const DICTIONARY_SIZES = [MEBI / 4, MEBI, 2 * MEBI, 4 * MEBI, 4 * MEBI, 8 * MEBI, 8 * MEBI, 16 * MEBI, 32 * MEBI];
const LARGEST_PRESET_DICTIONARY = 64 * MEBI;
const FAST_DEPTHS = [4, 8, 24, 48];

/** undefined if there is no such preset. */
export function presetOptions(preset: number): LzmaOptions | undefined {
  const extreme = preset >= PRESET_EXTREME;
  const level = extreme ? preset - PRESET_EXTREME : preset;
  if (level > 9) return undefined;
  const dictionarySize = DICTIONARY_SIZES[level] ?? LARGEST_PRESET_DICTIONARY;
  const common = { dictionarySize, lc: 3, lp: 0, pb: 2 };
  if (extreme) {
    const nice = level === 3 || level === 5;
    return {
      ...common,
      mode: MODE_NORMAL,
      matchFinder: MF_BT4,
      niceLength: nice ? 192 : 273,
      depth: nice ? 0 : 512,
    };
  }
  if (level <= 3) {
    return {
      ...common,
      mode: MODE_FAST,
      matchFinder: level === 0 ? MF_HC3 : MF_HC4,
      niceLength: level <= 1 ? 128 : 273,
      depth: FAST_DEPTHS[level],
    };
  }
  return {
    ...common,
    mode: MODE_NORMAL,
    matchFinder: MF_BT4,
    niceLength: level === 4 ? 16 : level === 5 ? 32 : 64,
    depth: 0,
  };
}

const SMALLEST_DICTIONARY = 4096;
const LARGEST_DICTIONARY = 1536 * MEBI;
const MATCH_FINDERS = [MF_HC3, MF_HC4, MF_BT2, MF_BT3, MF_BT4];

/** What an encoder takes. */
export function checkEncoderOptions(options: LzmaOptions): void {
  const { lc, lp, pb, dictionarySize, mode, niceLength, matchFinder } = options;
  if (
    lc + lp > 4 ||
    pb > 4 ||
    dictionarySize < SMALLEST_DICTIONARY ||
    dictionarySize > LARGEST_DICTIONARY ||
    (mode !== MODE_FAST && mode !== MODE_NORMAL) ||
    !MATCH_FINDERS.includes(matchFinder) ||
    niceLength < SHORTEST_MATCH ||
    niceLength > LONGEST_MATCH
  ) {
    refuse("options");
  }
}
