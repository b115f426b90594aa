/**
 * The backtracking matcher (CPython Modules/_sre/sre_lib.h).
 *
 * All that has to be tried later lies on one stack of numbers, so that no subject is too long for the host's own
 * stack. A frame of it is: what to do, where in the program and in the subject, a count, and how the groups stood.
 * A sub-pattern that must not be re-entered (assertion, atomic group, one turn of a possessive repeat) runs above a
 * frame of its own, the barrier, and its SUCCESS drops everything down to that.
 *
 * Trap: the groups. Outside of repeats CPython restores on backtracking only how many group marks are valid, not the
 * marks themselves; programs can see that, so it is kept. Each change of a mark is logged, and a frame marked GUARDED
 * takes them back when it is retried, any other only lowers `lastMark`.
 */
import { memoryError } from "../../objects/kernel/raise.ts";
import { countItems, isAt, matchGroup } from "./items.ts";
import * as P from "./program.ts";
import type { State } from "./state.ts";

/** What a frame is for. */
const TRY_BRANCH = 0;
const TRY_FEWER = 1;
const TRY_MORE = 2;
const LEAVE_GREEDY = 3;
const ENTER_LAZY = 4;
/** From here on: barriers. */
const ASSERTION = 5;
const NEGATIVE = 6;
const ATOMIC = 7;
const POSSESSIVE_MUST = 8;
const POSSESSIVE_MAY = 9;
const KIND = 15;
const GUARDED = 16;

/** Numbers in a frame: kind, pc, position, count, lastMark, lastIndex, length of the log, repeat, next free repeat. */
const FRAME = 9;

/** Larger buffers than this are given back after use. */
const KEEP = 1 << 16;
const LARGEST = 1 << 28;

let stack = new Int32Array(1024);
/** Pairs [mark, its former value]. */
let log = new Int32Array(256);
/** Turns of repeats, as [count, position where the turn began, the enclosing one]; the first is "none". */
let turns = new Int32Array(384);
const TURN = 3;

function grown(buffer: Int32Array): Int32Array<ArrayBuffer> {
  if (buffer.length * 2 > LARGEST) throw memoryError();
  const larger = new Int32Array(buffer.length * 2);
  larger.set(buffer);
  return larger;
}

function releaseBuffers(): void {
  if (stack.length > KEEP) stack = new Int32Array(1024);
  if (log.length > KEEP) log = new Int32Array(256);
  if (turns.length > KEEP) turns = new Int32Array(384);
}

/** Keep only the oldest value of each mark in the log from `from` on; where it then ends. */
function compactLog(from: number, to: number): number {
  const seen = new Set<number>();
  let end = from;
  for (let i = from; i < to; i += 2) {
    if (seen.has(log[i])) continue;
    seen.add(log[i]);
    log[end] = log[i];
    log[end + 1] = log[i + 1];
    end += 2;
  }
  return end;
}

/** Push a frame; the new height of the stack. */
function pushFrame(
  sp: number,
  kind: number,
  pc: number,
  at: number,
  count: number,
  lastMark: number,
  lastIndex: number,
  logEnd: number,
  repeat: number,
  nextTurn: number,
): number {
  if (sp + FRAME > stack.length) stack = grown(stack);
  stack[sp] = kind;
  stack[sp + 1] = pc;
  stack[sp + 2] = at;
  stack[sp + 3] = count;
  stack[sp + 4] = lastMark;
  stack[sp + 5] = lastIndex;
  stack[sp + 6] = logEnd;
  stack[sp + 7] = repeat;
  stack[sp + 8] = nextTurn;
  return sp + FRAME;
}

/** Write a turn at `turn`; where the next one goes. */
function putTurn(turn: number, count: number, began: number, outer: number): number {
  if (turn + TURN > turns.length) turns = grown(turns);
  turns[turn] = count;
  turns[turn + 1] = began;
  turns[turn + 2] = outer;
  return turn + TURN;
}

/** How many of the frames are GUARDED. */
function countGuards(from: number, to: number): number {
  let guards = 0;
  for (let each = from; each < to; each += FRAME) if ((stack[each] & GUARDED) !== 0) guards++;
  return guards;
}

/** Match the program from `pc` with the subject from `position`. `toplevel`: `mustAdvance` and `matchAll` count. */
export function matchFrom(state: State, position: number, pc: number, toplevel: boolean): boolean {
  try {
    return run(state, position, pc, toplevel);
  } finally {
    releaseBuffers();
  }
}

function run(state: State, position: number, pc: number, toplevel: boolean): boolean {
  const { units, end, marks } = state;
  const { ops, sets } = state.program;
  let at = position;
  let sp = 0;
  let logEnd = 0;
  /** Frames on the stack that are GUARDED; without one, no change of a mark need be logged. */
  let guards = 0;
  let repeat = 0;
  let nextTurn = TURN;
  /** Index of the innermost barrier's frame, or -1. */
  let barrier = -1;
  let { lastMark, lastIndex } = state;

  for (;;) {
    // Go on until something does not match; `break` is a failure.
    forward: for (;;) {
      switch (ops[pc]) {
        case P.CHAR:
          if (at >= end || units.charCodeAt(at) !== ops[pc + 1]) break forward;
          at++;
          pc += 2;
          continue;
        case P.NOT_CHAR:
          if (at >= end || units.charCodeAt(at) === ops[pc + 1]) break forward;
          at++;
          pc += 2;
          continue;
        case P.ANY:
          if (at >= end || units.charCodeAt(at) === 10) break forward;
          at++;
          pc++;
          continue;
        case P.ALL:
          if (at >= end) break forward;
          at++;
          pc++;
          continue;
        case P.SET: {
          if (at >= end) break forward;
          const c = units.charCodeAt(at);
          const set = sets[ops[pc + 1]];
          if (c < 256 ? set.low[c] === 0 : !set.high(c)) break forward;
          at++;
          pc += 2;
          continue;
        }
        case P.MARK: {
          const index = ops[pc + 1];
          if ((index & 1) === 1) lastIndex = (index >> 1) + 1;
          if (index > lastMark) {
            for (let between = lastMark + 1; between < index; between++) marks[between] = -1;
            lastMark = index;
          } else if (guards > 0) {
            if (logEnd + 2 > log.length) log = grown(log);
            log[logEnd++] = index;
            log[logEnd++] = marks[index];
          }
          marks[index] = at;
          pc += 2;
          continue;
        }
        case P.JUMP:
          pc = ops[pc + 1];
          continue;
        case P.POSITION:
          if (!isAt(ops[pc + 1], units, at, end)) break forward;
          pc += 2;
          continue;
        case P.BRANCH: {
          // The frame stands for the alternatives from the first on; it is retried at once.
          const guarded = repeat !== 0;
          sp = pushFrame(
            sp,
            guarded ? TRY_BRANCH | GUARDED : TRY_BRANCH,
            pc,
            at,
            0,
            lastMark,
            lastIndex,
            logEnd,
            repeat,
            nextTurn,
          );
          if (guarded) guards++;
          break forward;
        }
        case P.REPEAT_ONE: {
          const min = ops[pc + 1];
          if (min > end - at) break forward;
          const max = ops[pc + 2];
          const limit = max < end - at ? at + max : end;
          const stop = countItems(state, ops[pc + 3], ops[pc + 4], at, limit);
          if (stop - at < min) break forward;
          if (repeat !== 0 || stop - at > min) {
            const guarded = repeat !== 0;
            sp = pushFrame(
              sp,
              guarded ? TRY_FEWER | GUARDED : TRY_FEWER,
              pc,
              at,
              stop,
              lastMark,
              lastIndex,
              logEnd,
              repeat,
              nextTurn,
            );
            if (guarded) guards++;
            break forward;
          }
          at = stop;
          pc = ops[pc + 5];
          continue;
        }
        case P.LAZY_ONE: {
          const min = ops[pc + 1];
          if (min > end - at) break forward;
          if (min > 0) {
            const stop = countItems(state, ops[pc + 3], ops[pc + 4], at, at + min);
            if (stop - at < min) break forward;
            at = stop;
          }
          const guarded = repeat !== 0;
          if (guarded || ops[pc + 2] > min) {
            const kind = guarded ? TRY_MORE | GUARDED : TRY_MORE;
            sp = pushFrame(sp, kind, pc, at, min, lastMark, lastIndex, logEnd, repeat, nextTurn);
            if (guarded) guards++;
          }
          pc = ops[pc + 5];
          continue;
        }
        case P.POSSESSIVE_ONE: {
          const min = ops[pc + 1];
          if (min > end - at) break forward;
          const max = ops[pc + 2];
          const stop = countItems(state, ops[pc + 3], ops[pc + 4], at, max < end - at ? at + max : end);
          if (stop - at < min) break forward;
          at = stop;
          pc = ops[pc + 5];
          continue;
        }
        case P.REPEAT:
          nextTurn = putTurn(nextTurn, -1, -1, repeat);
          repeat = nextTurn - TURN;
          pc = ops[pc + 1];
          continue;
        case P.GREEDY_UNTIL: {
          const count = turns[repeat] + 1;
          const began = turns[repeat + 1];
          const outer = turns[repeat + 2];
          if (count < ops[pc + 1]) {
            nextTurn = putTurn(nextTurn, count, began, outer);
            repeat = nextTurn - TURN;
            pc = ops[pc + 3];
          } else if ((count < ops[pc + 2] || ops[pc + 2] === P.UNLIMITED) && at !== began) {
            sp = pushFrame(sp, LEAVE_GREEDY | GUARDED, pc, at, 0, lastMark, lastIndex, logEnd, repeat, nextTurn);
            guards++;
            nextTurn = putTurn(nextTurn, count, at, outer);
            repeat = nextTurn - TURN;
            pc = ops[pc + 3];
          } else {
            repeat = outer;
            pc += 4;
          }
          continue;
        }
        case P.LAZY_UNTIL: {
          const count = turns[repeat] + 1;
          const outer = turns[repeat + 2];
          if (count < ops[pc + 1]) {
            nextTurn = putTurn(nextTurn, count, turns[repeat + 1], outer);
            repeat = nextTurn - TURN;
            pc = ops[pc + 3];
          } else {
            const guarded = outer !== 0;
            sp = pushFrame(
              sp,
              guarded ? ENTER_LAZY | GUARDED : ENTER_LAZY,
              pc,
              at,
              count,
              lastMark,
              lastIndex,
              logEnd,
              repeat,
              nextTurn,
            );
            if (guarded) guards++;
            repeat = outer;
            pc += 4;
          }
          continue;
        }
        case P.POSSESSIVE: {
          const kind = ops[pc + 1] > 0 ? POSSESSIVE_MUST : POSSESSIVE_MAY | GUARDED;
          sp = pushFrame(sp, kind, pc, at, barrier, lastMark, lastIndex, logEnd, repeat, nextTurn);
          if (kind !== POSSESSIVE_MUST) guards++;
          barrier = sp - FRAME;
          // The count of turns made is kept beside the frame.
          nextTurn = putTurn(nextTurn, 0, -1, 0);
          if (ops[pc + 2] === 0) break forward;
          pc += 4;
          continue;
        }
        case P.ATOMIC:
          sp = pushFrame(sp, ATOMIC, pc, at, barrier, lastMark, lastIndex, logEnd, repeat, nextTurn);
          barrier = sp - FRAME;
          pc += 2;
          continue;
        case P.GROUP: {
          const stop = 2 * ops[pc + 1] < lastMark ? matchGroup(state, ops[pc + 1], ops[pc + 2], at) : -1;
          if (stop < 0) break forward;
          at = stop;
          pc += 3;
          continue;
        }
        case P.GROUP_EXISTS: {
          const index = 2 * ops[pc + 1];
          const matched = index < lastMark && marks[index] >= 0 && marks[index + 1] >= marks[index];
          pc = matched ? pc + 3 : ops[pc + 2];
          continue;
        }
        case P.ASSERT:
          if (at < ops[pc + 1]) break forward;
          sp = pushFrame(sp, ASSERTION, pc, at, barrier, lastMark, lastIndex, logEnd, repeat, nextTurn);
          barrier = sp - FRAME;
          at -= ops[pc + 1];
          pc += 3;
          continue;
        case P.ASSERT_NOT: {
          if (at < ops[pc + 1]) {
            pc = ops[pc + 2];
            continue;
          }
          const guarded = repeat !== 0;
          sp = pushFrame(
            sp,
            guarded ? NEGATIVE | GUARDED : NEGATIVE,
            pc,
            at,
            barrier,
            lastMark,
            lastIndex,
            logEnd,
            repeat,
            nextTurn,
          );
          if (guarded) guards++;
          barrier = sp - FRAME;
          at -= ops[pc + 1];
          pc += 3;
          continue;
        }
        case P.SUCCESS: {
          if (barrier < 0) {
            const start = state.start;
            if (toplevel && ((state.matchAll && at !== end) || (state.mustAdvance && at === start))) break forward;
            state.position = at;
            state.lastMark = lastMark;
            state.lastIndex = lastIndex;
            return true;
          }
          // Drop the sub-pattern's frames and its barrier.
          const frame = barrier;
          const kind = stack[frame] & KIND;
          if (guards > 0) guards -= countGuards(frame, sp);
          sp = frame;
          pc = stack[frame + 1];
          barrier = stack[frame + 3];
          if (kind === NEGATIVE) break forward;
          repeat = stack[frame + 7];
          nextTurn = stack[frame + 8];
          if (kind === ASSERTION) {
            at = stack[frame + 2];
            pc = ops[pc + 2];
            continue;
          }
          if (kind === ATOMIC) {
            pc = ops[pc + 1];
            continue;
          }
          // A turn of a possessive repeat is complete.
          const began = stack[frame + 2];
          const count = turns[nextTurn] + 1;
          const must = count < ops[pc + 1];
          const may =
            (count < ops[pc + 2] || ops[pc + 2] === P.UNLIMITED) && !(kind === POSSESSIVE_MAY && at === began);
          if (!must && !may) {
            pc = ops[pc + 3];
            continue;
          }
          const next = must ? POSSESSIVE_MUST : POSSESSIVE_MAY | GUARDED;
          sp = pushFrame(sp, next, pc, at, barrier, lastMark, lastIndex, logEnd, repeat, nextTurn);
          if (!must) guards++;
          barrier = sp - FRAME;
          nextTurn = putTurn(nextTurn, count, -1, 0);
          pc += 4;
          continue;
        }
        default:
          break forward;
      }
    }
    // Take the last frame and try what it has left.
    for (;;) {
      if (sp === 0) return false;
      const frame = sp - FRAME;
      const word = stack[frame];
      const kind = word & KIND;
      lastMark = stack[frame + 4];
      lastIndex = stack[frame + 5];
      const height = stack[frame + 6];
      if ((word & GUARDED) !== 0) {
        while (logEnd > height) {
          logEnd -= 2;
          marks[log[logEnd]] = log[logEnd + 1];
        }
      } else if (logEnd - height > 4 * marks.length + 64) logEnd = compactLog(height, logEnd);
      pc = stack[frame + 1];
      at = stack[frame + 2];
      repeat = stack[frame + 7];
      nextTurn = stack[frame + 8];
      if (kind === TRY_BRANCH) {
        const count = ops[pc + 1];
        let index = stack[frame + 3];
        let row = pc + 2 + 3 * index;
        while (index < count) {
          const test = ops[row + 1];
          if (test < 0) break;
          if (at < end) {
            const c = units.charCodeAt(at);
            if (test === P.CHAR ? c === ops[row + 2] : sets[ops[row + 2]].has(c)) break;
          }
          index++;
          row += 3;
        }
        const guarded = (word & GUARDED) !== 0;
        if (index >= count || (index === count - 1 && !guarded)) sp = frame;
        if (index >= count) {
          if (guarded) guards--;
          continue;
        }
        stack[frame + 3] = index + 1;
        pc = ops[row];
        break;
      }
      if (kind === TRY_FEWER) {
        // `count` is where the items end now.
        const least = at + ops[pc + 1];
        const tail = ops[pc + 5];
        let stop = stack[frame + 3];
        if (ops[tail] === P.CHAR) {
          const c = ops[tail + 1];
          if (stop >= end) stop = end - 1;
          while (stop >= least && units.charCodeAt(stop) !== c) stop--;
        }
        const guarded = (word & GUARDED) !== 0;
        if (stop < least || (stop === least && !guarded)) sp = frame;
        if (stop < least) {
          if (guarded) guards--;
          continue;
        }
        stack[frame + 3] = stop - 1;
        at = stop;
        pc = tail;
        break;
      }
      if (kind === TRY_MORE) {
        const count = stack[frame + 3] + 1;
        const stop =
          count > ops[pc + 2] && ops[pc + 2] !== P.UNLIMITED
            ? at
            : countItems(state, ops[pc + 3], ops[pc + 4], at, at < end ? at + 1 : at);
        if (stop === at) {
          sp = frame;
          if ((word & GUARDED) !== 0) guards--;
          continue;
        }
        at = stop;
        stack[frame + 2] = at;
        stack[frame + 3] = count;
        pc = ops[pc + 5];
        break;
      }
      // All others are tried once more and no longer.
      sp = frame;
      if ((word & GUARDED) !== 0) guards--;
      if (kind === LEAVE_GREEDY) {
        repeat = turns[repeat + 2];
        pc += 4;
        break;
      }
      if (kind === ENTER_LAZY) {
        const count = stack[frame + 3];
        if ((count >= ops[pc + 2] && ops[pc + 2] !== P.UNLIMITED) || at === turns[repeat + 1]) continue;
        nextTurn = putTurn(nextTurn, count, at, turns[repeat + 2]);
        repeat = nextTurn - TURN;
        pc = ops[pc + 3];
        break;
      }
      barrier = stack[frame + 3];
      if (kind === NEGATIVE) {
        pc = ops[pc + 2];
        break;
      }
      if (kind === POSSESSIVE_MAY) {
        pc = ops[pc + 3];
        break;
      }
    }
  }
}
