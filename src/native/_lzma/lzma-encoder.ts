/**
 * Encoding LZMA: which literals, matches and repeated distances tell the bytes, and their bits.
 *
 * The choice is made by looking one position ahead (as liblzma's fast mode does), not over all ways through the bytes;
 * so what comes out is a little longer than liblzma's, and other bytes. Trap: what is chosen must not depend on how the bytes
 * came in pieces; so nothing is encoded before LOOK_AHEAD bytes are there, or the end is.
 */
import type { Output } from "./buffers.ts";
import { type Match, MatchFinder } from "./match-finder.ts";
import {
  ALIGN,
  ALIGN_BITS,
  afterLiteral,
  afterMatch,
  afterRep,
  afterShortRep,
  distanceState,
  END_DISTANCE,
  FIRST_DIRECT_SLOT,
  FIRST_MODELLED_SLOT,
  IS_MATCH,
  IS_REP,
  IS_REP_0,
  IS_REP_0_LONG,
  IS_REP_1,
  IS_REP_2,
  LENGTH_CHOICE,
  LENGTH_CHOICE_2,
  LENGTH_HIGH,
  LENGTH_LOW,
  LENGTH_MIDDLE,
  LITERAL_SIZE,
  LITERAL_STATES,
  LITERALS,
  LONGEST_MATCH,
  MATCH_LENGTH,
  newProbabilities,
  type Properties,
  REP_LENGTH,
  SHORTEST_MATCH,
  SLOT_BITS,
  SLOTS,
  slotBase,
  slotBits,
  slotOf,
  specialTree,
} from "./model.ts";
import { bitPrice, RangeEncoder } from "./range-encoder.ts";

const LOOK_AHEAD = 4 * LONGEST_MATCH;
const NO_MATCH: Match = { length: 0, distance: 0 };

export interface SearchOptions {
  readonly dictionarySize: number;
  readonly niceLength: number;
  readonly depth: number;
}

/** Is the nearer one better, although it is shorter? */
const muchNearer = (near: number, far: number): boolean => near < far / 128;

export class LzmaEncoder {
  readonly finder: MatchFinder;
  private readonly range: RangeEncoder;
  private readonly niceLength: number;
  private probabilities: Uint16Array;
  private state = 0;
  private reps = [0, 0, 0, 0];
  /** Bytes encoded since the beginning, modulo 2**32. */
  private total = 0;
  /** The matches at the current position, if they were looked at already. */
  private ahead: Match[] | undefined;

  constructor(
    private readonly properties: Properties,
    search: SearchOptions,
    output: Output,
  ) {
    this.finder = new MatchFinder(search.dictionarySize, search.niceLength, search.depth);
    this.niceLength = search.niceLength;
    this.range = new RangeEncoder(output);
    this.probabilities = newProbabilities(properties);
  }

  resetState(): void {
    this.probabilities = newProbabilities(this.properties);
    this.state = 0;
    this.reps = [0, 0, 0, 0];
  }

  /** How many bytes would come out if the range-coded stream were ended here. */
  get size(): number {
    return this.range.size;
  }

  /** Encode while there are bytes to look ahead at, and while `more` allows it. */
  encode(end: boolean, more: () => boolean): void {
    while (this.finder.left > (end ? 0 : LOOK_AHEAD) && more()) this.step();
  }

  finish(): void {
    this.range.finish();
  }

  endMarker(): void {
    this.writeMatch({ length: SHORTEST_MATCH, distance: END_DISTANCE });
  }

  private advance(count: number): void {
    this.finder.at += count;
    this.total = (this.total + count) | 0;
  }

  private get positionState(): number {
    return this.total & ((1 << this.properties.pb) - 1);
  }

  private step(): void {
    const { finder } = this;
    const matches = this.ahead ?? finder.find();
    this.ahead = undefined;
    const repeat = this.bestRepeat(0);
    const match = longestWorthwhile(matches);
    if (repeat.length >= SHORTEST_MATCH && this.prefersRepeat(repeat, match)) {
      this.writeRepeat(repeat);
      this.advance(repeat.length);
    } else if (match.length >= SHORTEST_MATCH && !this.nextIsBetter(match)) {
      this.writeMatch(match);
      this.advance(match.length);
      this.ahead = undefined;
    } else {
      this.writeByte();
      this.advance(1);
    }
  }

  /** The longest match at one of the last distances. `distance` is which one. */
  private bestRepeat(ahead: number): Match {
    let best = NO_MATCH;
    for (let index = 0; index < 4; index++) {
      const length = this.finder.repeatLength(this.reps[index], ahead);
      if (length > best.length) best = { length, distance: index };
    }
    return best;
  }

  /** A repeated distance costs a few bits only. */
  private prefersRepeat(repeat: Match, match: Match): boolean {
    if (repeat.length >= this.niceLength) return true;
    if (match.length >= this.niceLength) return false;
    const less = match.length - repeat.length;
    return less <= 1 || (less === 2 && match.distance >= 1 << 9) || (less === 3 && match.distance >= 1 << 15);
  }

  /** Would a literal and what can follow it be better than this match? */
  private nextIsBetter(match: Match): boolean {
    if (match.length >= this.niceLength || this.finder.left <= SHORTEST_MATCH) return false;
    this.ahead = this.finder.find(1);
    const next = longestWorthwhile(this.ahead);
    if (next.length >= SHORTEST_MATCH) {
      if (next.length >= match.length && next.distance < match.distance) return true;
      if (next.length === match.length + 1 && !muchNearer(match.distance, next.distance)) return true;
      if (next.length > match.length + 1) return true;
      if (next.length + 1 >= match.length && match.length >= 3 && muchNearer(next.distance, match.distance))
        return true;
    }
    return this.bestRepeat(1).length >= Math.max(SHORTEST_MATCH, match.length - 1);
  }

  private literalBase(): number {
    const { lc, lp } = this.properties;
    const last = this.finder.at > 0 ? this.finder.byte(0) : 0;
    return LITERALS + LITERAL_SIZE * (((this.total & ((1 << lp) - 1)) << lc) + (last >> (8 - lc)));
  }

  /** A byte, as a literal or as a match of length one at the last distance. */
  private writeByte(): void {
    const { range, probabilities, state, finder } = this;
    const isMatch = IS_MATCH + (state << 4) + this.positionState;
    if (this.total !== 0 && finder.at > this.reps[0] && finder.current === finder.byte(this.reps[0])) {
      const isLong = IS_REP_0_LONG + (state << 4) + this.positionState;
      const short =
        bitPrice(probabilities[isMatch], 1) +
        bitPrice(probabilities[IS_REP + state], 1) +
        bitPrice(probabilities[IS_REP_0 + state], 0) +
        bitPrice(probabilities[isLong], 0);
      if (short < bitPrice(probabilities[isMatch], 0) + this.literal(undefined)) {
        range.bit(probabilities, isMatch, 1);
        range.bit(probabilities, IS_REP + state, 1);
        range.bit(probabilities, IS_REP_0 + state, 0);
        range.bit(probabilities, isLong, 0);
        this.state = afterShortRep(state);
        return;
      }
    }
    range.bit(probabilities, isMatch, 0);
    this.literal(range);
    this.state = afterLiteral(state);
  }

  /** Write the current byte as a literal; without a coder, only say what it would cost. */
  private literal(range: RangeEncoder | undefined): number {
    const { probabilities, finder } = this;
    const base = this.literalBase();
    const byte = finder.current;
    let expected = this.state < LITERAL_STATES ? -1 : finder.byte(this.reps[0]);
    let price = 0;
    for (let node = 1, shift = 7; shift >= 0; shift--) {
      const bit = (byte >> shift) & 1;
      const side = (expected >> shift) & 1;
      const index = base + node + (expected < 0 ? 0 : 0x100 + (side << 8));
      if (range === undefined) price += bitPrice(probabilities[index], bit);
      else range.bit(probabilities, index, bit);
      if (bit !== side) expected = -1;
      node = (node << 1) | bit;
    }
    return price;
  }

  private writeMatch({ length, distance }: Match): void {
    const { range, probabilities, state, positionState } = this;
    range.bit(probabilities, IS_MATCH + (state << 4) + positionState, 1);
    range.bit(probabilities, IS_REP + state, 0);
    this.writeLength(MATCH_LENGTH, length);
    this.state = afterMatch(state);
    const slot = distance === END_DISTANCE ? 63 : slotOf(distance);
    range.tree(probabilities, SLOTS + (distanceState(length) << SLOT_BITS), SLOT_BITS, slot);
    if (slot >= FIRST_MODELLED_SLOT) {
      const bits = slotBits(slot);
      const rest = distance - slotBase(slot);
      if (slot < FIRST_DIRECT_SLOT) {
        range.reverseTree(probabilities, specialTree(slot), bits, rest);
      } else {
        range.directBits(rest >>> ALIGN_BITS, bits - ALIGN_BITS);
        range.reverseTree(probabilities, ALIGN, ALIGN_BITS, rest & ((1 << ALIGN_BITS) - 1));
      }
    }
    this.reps = [distance, this.reps[0], this.reps[1], this.reps[2]];
  }

  /** A match at one of the last distances, which becomes the first of them. */
  private writeRepeat({ length, distance: index }: Match): void {
    const { range, probabilities, state, positionState } = this;
    range.bit(probabilities, IS_MATCH + (state << 4) + positionState, 1);
    range.bit(probabilities, IS_REP + state, 1);
    range.bit(probabilities, IS_REP_0 + state, index === 0 ? 0 : 1);
    if (index === 0) {
      range.bit(probabilities, IS_REP_0_LONG + (state << 4) + positionState, 1);
    } else {
      range.bit(probabilities, IS_REP_1 + state, index === 1 ? 0 : 1);
      if (index > 1) range.bit(probabilities, IS_REP_2 + state, index - 2);
    }
    this.writeLength(REP_LENGTH, length);
    this.state = afterRep(state);
    const [distance] = this.reps.splice(index, 1);
    this.reps.unshift(distance);
  }

  private writeLength(base: number, length: number): void {
    const { range, probabilities, positionState } = this;
    const rest = length - SHORTEST_MATCH;
    range.bit(probabilities, base + LENGTH_CHOICE, rest < 8 ? 0 : 1);
    if (rest < 8) {
      range.tree(probabilities, base + LENGTH_LOW + (positionState << 3), 3, rest);
      return;
    }
    range.bit(probabilities, base + LENGTH_CHOICE_2, rest < 16 ? 0 : 1);
    if (rest < 16) range.tree(probabilities, base + LENGTH_MIDDLE + (positionState << 3), 3, rest - 8);
    else range.tree(probabilities, base + LENGTH_HIGH, 8, rest - 16);
  }
}

/** The longest match, unless one that is shorter by one is much nearer; a pair must be near. */
function longestWorthwhile(matches: readonly Match[]): Match {
  let index = matches.length - 1;
  if (index < 0) return NO_MATCH;
  while (
    index > 0 &&
    matches[index].length === matches[index - 1].length + 1 &&
    muchNearer(matches[index - 1].distance, matches[index].distance)
  ) {
    index--;
  }
  const match = matches[index];
  return match.length === SHORTEST_MATCH && match.distance >= 0x80 ? NO_MATCH : match;
}
