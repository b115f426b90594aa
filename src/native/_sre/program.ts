/**
 * From the code lists of `re._compiler` to the matcher's own program (CPython Modules/_sre/sre.c: _validate).
 *
 * Offsets become absolute addresses, the many one-character opcodes become five kinds of test, and everything that
 * the matcher relies on is checked on the way: a list made by hand gives "invalid SRE code", never a wild jump.
 * Stricter than CPython in one thing: the item of a one-character repeat must be a one-character opcode.
 */
import { runtimeError } from "../../objects/kernel/raise.ts";
import { CATEGORIES, CharacterSet, type Fold, literalTest, type SetTest, upperUnicode } from "./characters.ts";
import { AT_COUNT, CATEGORY_COUNT, INFO_CHARSET, INFO_LITERAL, INFO_PREFIX, MAX_REPEAT, SRE } from "./opcodes.ts";

/** Kinds of a test of one character. */
export const CHAR = 0;
export const NOT_CHAR = 1;
export const ANY = 2;
export const ALL = 3;
export const SET = 4;

/**
 * The matcher's opcodes and their operands. The tests above are opcodes too; `item` is [kind, argument] of a test.
 */
/** The end of the pattern or of a sub-pattern. */
export const SUCCESS = 5;
export const FAIL = 6;
/** [position] */
export const POSITION = 7;
/** [index] */
export const MARK = 8;
/** [target] */
export const JUMP = 9;
/** [count, then for each alternative: start, kind or -1, argument] */
export const BRANCH = 10;
/** [min, max, item, tail] */
export const REPEAT_ONE = 11;
export const LAZY_ONE = 12;
export const POSSESSIVE_ONE = 13;
/** [address of the UNTIL] */
export const REPEAT = 14;
/** [min, max, body] */
export const GREEDY_UNTIL = 15;
export const LAZY_UNTIL = 16;
/** [min, max, tail], then the body */
export const POSSESSIVE = 17;
/** [tail], then the body */
export const ATOMIC = 18;
/** [group, index in FOLDS] */
export const GROUP = 19;
/** [group, address if it did not match] */
export const GROUP_EXISTS = 20;
/** [characters back, tail], then the body */
export const ASSERT = 21;
export const ASSERT_NOT = 22;

export const FOLDS: readonly Fold[] = ["none", "ascii", "locale", "unicode"];

/** No limit, in a `max`. */
export const UNLIMITED = 0x7fffffff;

export interface Program {
  readonly ops: Int32Array;
  readonly sets: readonly CharacterSet[];
  /** Shortest text that can match. */
  readonly minimum: number;
  /** Literal text every match begins with; empty for none. */
  readonly prefix: readonly number[];
  /** How many of its characters are outside any group: their opcodes can be passed over. */
  readonly prefixSkip: number;
  /** The prefix is the whole pattern. */
  readonly literal: boolean;
  /** The characters a match begins with. */
  readonly first: CharacterSet | undefined;
}

const LITERALS: Readonly<Record<number, readonly [fold: Fold, negated: boolean]>> = {
  [SRE.LITERAL_IGNORE]: ["ascii", false],
  [SRE.NOT_LITERAL_IGNORE]: ["ascii", true],
  [SRE.LITERAL_LOC_IGNORE]: ["locale", false],
  [SRE.NOT_LITERAL_LOC_IGNORE]: ["locale", true],
  [SRE.LITERAL_UNI_IGNORE]: ["unicode", false],
  [SRE.NOT_LITERAL_UNI_IGNORE]: ["unicode", true],
};

const SETS: Readonly<Record<number, Fold>> = {
  [SRE.IN]: "none",
  [SRE.IN_IGNORE]: "ascii",
  [SRE.IN_LOC_IGNORE]: "locale",
  [SRE.IN_UNI_IGNORE]: "unicode",
};

const GROUP_REFERENCES: Readonly<Record<number, number>> = {
  [SRE.GROUPREF]: 0,
  [SRE.GROUPREF_IGNORE]: 1,
  [SRE.GROUPREF_LOC_IGNORE]: 2,
  [SRE.GROUPREF_UNI_IGNORE]: 3,
};

const ONE_REPEATS: Readonly<Record<number, number>> = {
  [SRE.REPEAT_ONE]: REPEAT_ONE,
  [SRE.MIN_REPEAT_ONE]: LAZY_ONE,
  [SRE.POSSESSIVE_REPEAT_ONE]: POSSESSIVE_ONE,
};

/** Deeper nesting than any parser makes. */
const MAX_DEPTH = 2500;

const invalid = (): never => {
  throw runtimeError("invalid SRE code");
};

/** Check and translate; RuntimeError for a list that `re` would not make. */
export function translate(code: readonly number[], groups: number): Program {
  return new Translator(code, groups).translate();
}

class Translator {
  private readonly ops: number[] = [];
  private readonly sets: CharacterSet[] = [];
  private depth = 0;

  constructor(
    private readonly code: readonly number[],
    private readonly groups: number,
  ) {}

  translate(): Program {
    const { code } = this;
    if (groupsOutOfRange(this.groups) || code.length === 0) invalid();
    const info = this.information();
    const end = this.sequence(info.next, code.length - 1);
    if (end !== code.length - 1 || code[end] !== SRE.SUCCESS) invalid();
    this.ops.push(SUCCESS);
    return {
      ops: Int32Array.from(this.ops),
      sets: this.sets,
      minimum: info.minimum,
      prefix: info.prefix,
      prefixSkip: info.prefixSkip,
      literal: info.literal,
      first: info.first,
    };
  }

  /** The INFO block, if there is one. */
  private information() {
    const { code } = this;
    const none = { next: 0, minimum: 0, prefix: [] as number[], prefixSkip: 0, literal: false };
    if (code[0] !== SRE.INFO) return { ...none, first: undefined };
    const next = 1 + this.word(1);
    if (next > code.length - 1 || next < 5) invalid();
    const flags = code[2];
    const minimum = code[3];
    if ((flags & ~7) !== 0 || ((flags & INFO_PREFIX) !== 0 && (flags & INFO_CHARSET) !== 0)) invalid();
    if ((flags & INFO_LITERAL) !== 0 && (flags & INFO_PREFIX) === 0) invalid();
    const info = { ...none, next, minimum, literal: (flags & INFO_LITERAL) !== 0 };
    if ((flags & INFO_PREFIX) !== 0) {
      const length = this.word(5);
      const prefixSkip = this.word(6);
      if (length === 0 || prefixSkip > length || next !== 7 + 2 * length) invalid();
      for (let i = 0; i < prefixSkip; i++) if (code[next + 2 * i] !== SRE.LITERAL) invalid();
      return { ...info, prefix: code.slice(7, 7 + length), prefixSkip, first: undefined };
    }
    if ((flags & INFO_CHARSET) === 0) return { ...info, first: undefined };
    return { ...info, first: new CharacterSet(this.setTests(5, next), "none") };
  }

  private word(at: number): number {
    const word = this.code[at];
    if (word === undefined) return invalid();
    return word;
  }

  /** The end of a block whose length stands at `at`; it must lie before `limit`. */
  private skip(at: number, limit: number): number {
    const end = at + this.word(at);
    if (end > limit || end <= at) invalid();
    return end;
  }

  /** Translate from `at` until an opcode that only ends a block, or `limit`; where it stopped. */
  private sequence(start: number, limit: number): number {
    if (++this.depth > MAX_DEPTH) invalid();
    let at = start;
    while (at < limit) {
      const next = this.one(at, limit);
      if (next < 0) break;
      at = next;
    }
    this.depth--;
    return at;
  }

  /** Translate one instruction; the address of the next, or -1 where a block ends. */
  private one(at: number, limit: number): number {
    const op = this.code[at];
    const test = this.test(at, limit);
    if (test !== undefined) {
      this.ops.push(...(test.kind === ANY || test.kind === ALL ? [test.kind] : [test.kind, test.argument]));
      return test.next;
    }
    if (ONE_REPEATS[op] !== undefined) return this.repeatOne(ONE_REPEATS[op], at, limit);
    if (GROUP_REFERENCES[op] !== undefined) {
      this.ops.push(GROUP, this.group(at + 1), GROUP_REFERENCES[op]);
      return at + 2;
    }
    switch (op) {
      case SRE.FAILURE:
        this.ops.push(FAIL);
        return at + 1;
      case SRE.MARK:
        if (this.word(at + 1) >= 2 * this.groups) invalid();
        this.ops.push(MARK, this.word(at + 1));
        return at + 2;
      case SRE.AT:
        if (this.word(at + 1) >= AT_COUNT) invalid();
        this.ops.push(POSITION, this.word(at + 1));
        return at + 2;
      case SRE.BRANCH:
        return this.branch(at, limit);
      case SRE.REPEAT:
        return this.repeat(at, limit);
      case SRE.POSSESSIVE_REPEAT:
        return this.possessive(at, limit);
      case SRE.ATOMIC_GROUP:
        return this.enclosed(at + 1, at + 2, limit, [ATOMIC]);
      case SRE.ASSERT:
      case SRE.ASSERT_NOT:
        return this.assertion(op === SRE.ASSERT ? ASSERT : ASSERT_NOT, at, limit);
      case SRE.GROUPREF_EXISTS:
        return this.conditional(at, limit);
      case SRE.INFO:
        return this.skip(at + 1, limit);
      default:
        return -1;
    }
  }

  private group(at: number): number {
    const group = this.word(at);
    if (group >= this.groups) invalid();
    return group;
  }

  /** An opcode that takes exactly one character, or undefined. */
  private test(at: number, limit: number): { kind: number; argument: number; next: number } | undefined {
    const op = this.code[at];
    switch (op) {
      case SRE.LITERAL:
        return { kind: CHAR, argument: this.character(at + 1), next: at + 2 };
      case SRE.NOT_LITERAL:
        return { kind: NOT_CHAR, argument: this.character(at + 1), next: at + 2 };
      case SRE.ANY:
        return { kind: ANY, argument: 0, next: at + 1 };
      case SRE.ANY_ALL:
        return { kind: ALL, argument: 0, next: at + 1 };
      case SRE.CATEGORY:
        return { kind: SET, argument: this.addSet([this.category(at + 1)], "none"), next: at + 2 };
    }
    const literal = LITERALS[op];
    if (literal !== undefined) {
      const [fold, negated] = literal;
      const tests = literalTest(this.word(at + 1), fold);
      const argument = this.addSet(negated ? [undefined, ...tests] : tests, fold === "locale" ? "none" : fold);
      return { kind: SET, argument, next: at + 2 };
    }
    const fold = SETS[op];
    if (fold === undefined) return undefined;
    const next = this.skip(at + 1, limit);
    return { kind: SET, argument: this.addSet(this.setTests(at + 2, next), fold), next };
  }

  /** A literal; one that is no character can never match, as no character is -1. */
  private character(at: number): number {
    const word = this.word(at);
    return word > 0x10ffff ? -1 : word;
  }

  private category(at: number): SetTest {
    const number = this.word(at);
    if (number >= CATEGORY_COUNT) invalid();
    return CATEGORIES[number];
  }

  private addSet(tests: readonly SetTest[], fold: Fold): number {
    return this.sets.push(new CharacterSet(tests, fold)) - 1;
  }

  /** The tests of a set that ends, with FAILURE, at `end`. */
  private setTests(start: number, end: number): SetTest[] {
    const tests: SetTest[] = [];
    let at = start;
    while (at < end) {
      const op = this.code[at++];
      if (op === SRE.FAILURE) {
        if (at !== end) invalid();
        return tests;
      }
      at = this.setTest(op, at, end, tests);
      if (at > end) invalid();
    }
    return invalid();
  }

  private setTest(op: number, at: number, end: number, tests: SetTest[]): number {
    const { code } = this;
    switch (op) {
      case SRE.NEGATE:
        tests.push(undefined);
        return at;
      case SRE.LITERAL: {
        const literal = this.word(at);
        tests.push((c) => c === literal);
        return at + 1;
      }
      case SRE.RANGE: {
        const low = this.word(at);
        const high = this.word(at + 1);
        tests.push((c) => low <= c && c <= high);
        return at + 2;
      }
      case SRE.RANGE_UNI_IGNORE: {
        const low = this.word(at);
        const high = this.word(at + 1);
        tests.push((c) => {
          const upper = upperUnicode(c);
          return (low <= c && c <= high) || (low <= upper && upper <= high);
        });
        return at + 2;
      }
      case SRE.CHARSET: {
        const bitmap = Uint32Array.from(code.slice(at, at + 8));
        tests.push((c) => c < 256 && ((bitmap[c >> 5] >>> (c & 31)) & 1) === 1);
        return at + 8;
      }
      case SRE.BIGCHARSET:
        return this.bigCharset(at, end, tests);
      case SRE.CATEGORY:
        tests.push(this.category(at));
        return at + 1;
      default:
        return invalid();
    }
  }

  /** [number of blocks, the block of each 256 characters as 256 bytes, the blocks as bitmaps] */
  private bigCharset(at: number, end: number, tests: SetTest[]): number {
    const count = this.word(at);
    const next = at + 65 + count * 8;
    if (next > end) invalid();
    const words = Uint32Array.from(this.code.slice(at + 1, next));
    const blockOf = (c: number): number => (words[c >> 10] >>> (((c >> 8) & 3) * 8)) & 255;
    for (let c = 0; c < 0x10000; c += 256) if (blockOf(c) >= count) invalid();
    tests.push((c) => c < 0x10000 && ((words[64 + blockOf(c) * 8 + ((c & 255) >> 5)] >>> (c & 31)) & 1) === 1);
    return next;
  }

  private limits(at: number): [min: number, max: number] {
    const min = this.word(at);
    const max = this.word(at + 1);
    if (min > max) invalid();
    return [Math.min(min, UNLIMITED), max >= MAX_REPEAT ? UNLIMITED : Math.min(max, UNLIMITED)];
  }

  private repeatOne(op: number, at: number, limit: number): number {
    const end = this.skip(at + 1, limit);
    const [min, max] = this.limits(at + 2);
    const item = this.test(at + 4, end);
    if (item === undefined || item.next !== end - 1 || this.code[end - 1] !== SRE.SUCCESS) return invalid();
    this.ops.push(op, min, max, item.kind, item.argument, this.ops.length + 6);
    return end;
  }

  private repeat(at: number, limit: number): number {
    const end = this.skip(at + 1, limit);
    const [min, max] = this.limits(at + 2);
    this.ops.push(REPEAT, 0);
    const body = this.ops.length;
    if (this.sequence(at + 4, end) !== end) invalid();
    const until = this.code[end];
    if (until !== SRE.MAX_UNTIL && until !== SRE.MIN_UNTIL) invalid();
    this.ops[body - 1] = this.ops.length;
    this.ops.push(until === SRE.MAX_UNTIL ? GREEDY_UNTIL : LAZY_UNTIL, min, max, body);
    return end + 1;
  }

  /** A body that ends with SUCCESS just before (or at) its block's end; `head` is followed by the tail's address. */
  private enclosed(at: number, body: number, limit: number, head: readonly number[]): number {
    const end = this.skip(at, limit);
    this.ops.push(...head, 0);
    const hole = this.ops.length - 1;
    if (this.sequence(body, end - 1) !== end - 1 || this.code[end - 1] !== SRE.SUCCESS) invalid();
    this.ops.push(SUCCESS);
    this.ops[hole] = this.ops.length;
    return end;
  }

  /** Unlike other blocks, this one's length does not count the SUCCESS at its end. */
  private possessive(at: number, limit: number): number {
    const end = this.skip(at + 1, limit);
    const [min, max] = this.limits(at + 2);
    this.ops.push(POSSESSIVE, min, max, 0);
    const hole = this.ops.length - 1;
    if (this.sequence(at + 4, end) !== end || this.code[end] !== SRE.SUCCESS) invalid();
    this.ops.push(SUCCESS);
    this.ops[hole] = this.ops.length;
    return end + 1;
  }

  private assertion(op: number, at: number, limit: number): number {
    const back = this.word(at + 2);
    if (back > UNLIMITED) invalid();
    return this.enclosed(at + 1, at + 3, limit, [op, back]);
  }

  private branch(at: number, limit: number): number {
    const starts: number[] = [];
    let count = 0;
    for (let each = at + 1; this.word(each) !== 0; each = this.skip(each, limit)) count++;
    this.ops.push(BRANCH, count);
    const table = this.ops.length;
    for (let i = 0; i < count; i++) this.ops.push(0, 0, 0);
    const jumps: number[] = [];
    let each = at + 1;
    let target = -1;
    for (let i = 0; i < count; i++) {
      const end = this.skip(each, limit);
      starts.push(this.ops.length);
      if (this.sequence(each + 1, end - 2) !== end - 2 || this.code[end - 2] !== SRE.JUMP) invalid();
      const jump = this.skip(end - 1, limit);
      if (target >= 0 && jump !== target) invalid();
      target = jump;
      this.ops.push(JUMP, 0);
      jumps.push(this.ops.length - 1);
      each = end;
    }
    if (target >= 0 && target !== each + 1) invalid();
    for (const hole of jumps) this.ops[hole] = this.ops.length;
    starts.forEach((start, i) => {
      const kind = this.ops[start];
      const known = kind === CHAR || kind === SET;
      const row = table + 3 * i;
      this.ops[row] = start;
      this.ops[row + 1] = known ? kind : -1;
      this.ops[row + 2] = known ? this.ops[start + 1] : 0;
    });
    return each + 1;
  }

  /** <group> <skip> yes [JUMP <skip> no] */
  private conditional(at: number, limit: number): number {
    const group = this.group(at + 1);
    const no = this.skip(at + 2, limit + 1) - 1;
    if (no > limit) invalid();
    this.ops.push(GROUP_EXISTS, group, 0);
    const hole = this.ops.length - 1;
    const stop = this.sequence(at + 3, no);
    if (stop === no) {
      this.ops[hole] = this.ops.length;
      return no;
    }
    if (stop !== no - 2 || this.code[stop] !== SRE.JUMP) invalid();
    this.ops.push(JUMP, 0);
    const jump = this.ops.length - 1;
    this.ops[hole] = this.ops.length;
    const end = this.skip(no - 1, limit);
    if (this.sequence(no, end) !== end) invalid();
    this.ops[jump] = this.ops.length;
    return end;
  }
}

const groupsOutOfRange = (groups: number): boolean => groups < 0 || groups > 1_000_000;
