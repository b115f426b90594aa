/**
 * The model of LZMA, which encoder and decoder share: where each probability is in one array, the twelve states, and how
 * distances are cut into a slot and further bits.
 */

export const STATES = 12;
const POSITION_STATES = 16;
/** A literal follows a literal in the states below this one. */
export const LITERAL_STATES = 7;

export const PROBABILITY_BITS = 11;
export const PROBABILITY_ONE = 1 << PROBABILITY_BITS;
export const MOVE_BITS = 5;
const PROBABILITY_START = PROBABILITY_ONE / 2;

export const SHORTEST_MATCH = 2;
export const LONGEST_MATCH = 273;

/** Lengths are told in three ranges, of 8, 8 and 256. */
export const LENGTH_CHOICE = 0;
export const LENGTH_CHOICE_2 = 1;
export const LENGTH_LOW = 2;
export const LENGTH_MIDDLE = LENGTH_LOW + POSITION_STATES * 8;
export const LENGTH_HIGH = LENGTH_MIDDLE + POSITION_STATES * 8;
const LENGTH_SIZE = LENGTH_HIGH + 256;

/** The distance's slot depends on the length only up to this one. */
export const DISTANCE_STATES = 4;
export const SLOT_BITS = 6;
export const FIRST_MODELLED_SLOT = 4;
/** From this slot on only the lowest four bits have probabilities. */
export const FIRST_DIRECT_SLOT = 14;
export const ALIGN_BITS = 4;
/** The distance that stands for the end of the stream. */
export const END_DISTANCE = 0xffffffff;

export const IS_MATCH = 0;
export const IS_REP = IS_MATCH + STATES * POSITION_STATES;
export const IS_REP_0 = IS_REP + STATES;
export const IS_REP_1 = IS_REP_0 + STATES;
export const IS_REP_2 = IS_REP_1 + STATES;
export const IS_REP_0_LONG = IS_REP_2 + STATES;
export const SLOTS = IS_REP_0_LONG + STATES * POSITION_STATES;
export const SPECIAL = SLOTS + DISTANCE_STATES * (1 << SLOT_BITS);
export const ALIGN = SPECIAL + 128;
export const MATCH_LENGTH = ALIGN + (1 << ALIGN_BITS);
export const REP_LENGTH = MATCH_LENGTH + LENGTH_SIZE;
export const LITERALS = REP_LENGTH + LENGTH_SIZE;
export const LITERAL_SIZE = 0x300;

/** How many bits of the last byte (lc) and of the position (lp, pb) choose among probabilities. */
export interface Properties {
  readonly lc: number;
  readonly lp: number;
  readonly pb: number;
}

export const propertiesByte = ({ lc, lp, pb }: Properties): number => (pb * 5 + lp) * 9 + lc;

/** undefined if the byte says what liblzma does not do. */
export function propertiesOf(byte: number): Properties | undefined {
  if (byte > (4 * 5 + 4) * 9 + 8) return undefined;
  const lc = byte % 9;
  const lp = Math.floor(byte / 9) % 5;
  return lc + lp > 4 ? undefined : { lc, lp, pb: Math.floor(byte / 45) };
}

export const newProbabilities = ({ lc, lp }: Properties): Uint16Array =>
  new Uint16Array(LITERALS + (LITERAL_SIZE << (lc + lp))).fill(PROBABILITY_START);

export const afterLiteral = (state: number): number => (state < 4 ? 0 : state < 10 ? state - 3 : state - 6);
export const afterMatch = (state: number): number => (state < LITERAL_STATES ? 7 : 10);
export const afterRep = (state: number): number => (state < LITERAL_STATES ? 8 : 11);
export const afterShortRep = (state: number): number => (state < LITERAL_STATES ? 9 : 11);

export const distanceState = (length: number): number => Math.min(length - SHORTEST_MATCH, DISTANCE_STATES - 1);

/** For slots from FIRST_MODELLED_SLOT on: how many bits follow, and the distance if they are all zero. */
export const slotBits = (slot: number): number => (slot >> 1) - 1;
export const slotBase = (slot: number): number => ((2 | (slot & 1)) << slotBits(slot)) >>> 0;

/** The slot of a distance. */
export function slotOf(distance: number): number {
  if (distance < FIRST_MODELLED_SLOT) return distance;
  const top = 31 - Math.clz32(distance);
  return (top << 1) | ((distance >>> (top - 1)) & 1);
}

/** Where the reverse tree of the low bits of a slot begins, its root being number 1. */
export const specialTree = (slot: number): number => SPECIAL + slotBase(slot) - slot;
