/**
 * Assigning `frame.f_lineno` (CPython Objects/frameobject.c: frame_setlineno): a debugger moves a frame to another line.
 *
 * Which jumps are safe follows from a model of the evaluation stack at each instruction: what kind of thing lies in each
 * place. A stack is a number, three bits a place with the bottom one highest, as in CPython: of several instructions that
 * begin the line the one with the greatest number is taken, so the order of these numbers can be seen.
 */
import { decodeExceptionTable } from "../bytecode/exceptiontable.ts";
import * as OP from "../bytecode/generated/op.ts";
import { CACHE_COUNTS, isJump, knownStackEffect } from "../bytecode/opcode-properties.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { intOf, PyBaseException } from "../objects/kernel/payload.ts";
import { raise, systemError, valueError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import type { PyCode } from "../objects/types/code.ts";
import type { Frame } from "./frame.ts";
import { EVENT } from "./monitoring/events.ts";
import { current } from "./thread.ts";

/** What lies in a place of the stack; 0 is below its bottom. */
const ITERATOR = 1n;
const EXCEPT = 2n;
const OBJECT = 3n;
const NULL = 4n;
const LASTI = 5n;

type Stack = bigint;
const UNREACHED: Stack = -2n;
const TOO_DEEP: Stack = -1n;
const EMPTY: Stack = 0n;
const MOST_PLACES = 21n;

function push(stack: Stack, kind: bigint): Stack {
  return stack < 0n || stack >= 1n << ((MOST_PLACES - 1n) * 3n) ? TOO_DEEP : (stack << 3n) | kind;
}

const pop = (stack: Stack, count = 1): Stack => stack >> BigInt(3 * count);
const peek = (stack: Stack, depth: number): bigint => (stack >> BigInt(3 * (depth - 1))) & 7n;

function swap(stack: Stack, depth: number): Stack {
  const shift = BigInt(3 * (depth - 1));
  const other = peek(stack, depth);
  const low = (stack & ~(7n << shift)) | (peek(stack, 1) << shift);
  return (low & ~7n) | other;
}

function popToLevel(stack: Stack, level: number): Stack {
  let result = stack;
  while (result >= 1n << BigInt(3 * level)) result = pop(result);
  return result;
}

/** The stack behind an instruction, for those whose results have kinds of their own. */
function kindsAfter(stack: Stack, op: number, arg: number): Stack | undefined {
  switch (op) {
    case OP.GET_ITER:
    case OP.GET_AITER:
      return push(pop(stack), ITERATOR);
    case OP.PUSH_EXC_INFO:
      return push(stack, EXCEPT);
    case OP.PUSH_NULL:
      return push(stack, NULL);
    case OP.LOAD_GLOBAL:
      return push((arg & 1) !== 0 ? push(stack, NULL) : stack, OBJECT);
    case OP.LOAD_ATTR:
      return (arg & 1) !== 0 ? push(push(pop(stack), NULL), OBJECT) : stack;
    case OP.SWAP:
      return swap(stack, arg);
    case OP.COPY:
      return push(stack, peek(stack, arg));
    case OP.END_ASYNC_FOR:
      return pop(stack, 2);
    case OP.FOR_ITER:
      return push(stack, OBJECT);
    case OP.SEND:
      return stack;
    default:
      return undefined;
  }
}

function stackAfter(stack: Stack, op: number, arg: number): Stack {
  const known = kindsAfter(stack, op, arg);
  if (known !== undefined) return known;
  const effect = knownStackEffect(op, arg, false);
  let result = effect < 0 ? pop(stack, -effect) : stack;
  for (let i = 0; i < effect; i++) result = push(result, OBJECT);
  return result;
}

const ENDS = new Set<number>([OP.RETURN_VALUE, OP.RETURN_CONST, OP.RAISE_VARARGS, OP.RERAISE]);
const ALWAYS_JUMPS = new Set<number>([OP.JUMP_FORWARD, OP.JUMP_BACKWARD, OP.JUMP_BACKWARD_NO_INTERRUPT]);

/** The stack before each instruction. */
function modelStacks(code: PyCode): Stack[] {
  const { ops, args } = code;
  const count = ops.length - 1;
  const stacks: Stack[] = new Array(count + 1).fill(UNREACHED);
  const handlers = decodeExceptionTable(code.blob.co_exceptiontable);
  stacks[0] = EMPTY;
  for (let isUnfinished = true; isUnfinished; ) {
    isUnfinished = false;
    for (let i = 0; i < count; i += 1 + CACHE_COUNTS[ops[i]]) {
      const stack = stacks[i];
      const op = ops[i];
      if (stack === UNREACHED || ENDS.has(op)) continue;
      const after = stackAfter(stack, op, args[i]);
      if (isJump(op)) {
        if (args[i] < i && stacks[args[i]] === UNREACHED) isUnfinished = true;
        stacks[args[i]] = after;
      }
      if (!ALWAYS_JUMPS.has(op)) stacks[i + 1 + CACHE_COUNTS[op]] = after;
    }
    for (const { start, target, depth, lasti } of handlers) {
      if (stacks[start >> 1] === UNREACHED || stacks[target >> 1] !== UNREACHED) continue;
      isUnfinished = true;
      const below = popToLevel(stacks[start >> 1], depth);
      stacks[target >> 1] = push(lasti ? push(below, LASTI) : below, EXCEPT);
    }
  }
  return stacks;
}

function isCompatible(from: bigint, to: bigint): boolean {
  if (to === 0n) return false;
  if (to === OBJECT) return from !== NULL;
  return to === NULL || from === to;
}

/** May what lies above `to` be popped from `from`, and is the rest of the kinds that the target expects? */
function canLead(from: Stack, to: Stack): boolean {
  if (from < 0n || to < 0n) return false;
  let rest = from;
  let wanted = to;
  while (rest > wanted) rest = pop(rest);
  for (; rest !== EMPTY; rest = pop(rest), wanted = pop(wanted)) {
    if (!isCompatible(peek(rest, 1), peek(wanted, 1))) return false;
  }
  return wanted === EMPTY;
}

function explain(target: Stack): string {
  if (target === TOO_DEEP) return "stack is too deep to analyze";
  if (target === UNREACHED) return "can't jump into an exception handler, or code may be unreachable";
  switch (peek(target, 1)) {
    case EXCEPT:
      return "can't jump into an 'except' block as there's no exception";
    case LASTI:
      return "can't jump into a re-raising block as there's no location";
    case ITERATOR:
      return "can't jump into the body of a for loop";
    default:
      return "incompatible stacks";
  }
}

/** By instruction: the line that it begins, or -1. */
function linesBegun(code: PyCode): number[] {
  const lines: number[] = new Array(code.ops.length - 1).fill(-1);
  let last = -1;
  for (let i = 0; i < lines.length; i++) {
    const line = code.lineAt(i);
    if (line === last || line < 0) continue;
    lines[i] = line;
    last = line;
  }
  return lines;
}

/** In which events a frame may be moved; the others have a message each. */
function checkEvent(event: number): void {
  switch (event) {
    case -1:
      throw valueError("f_lineno can only be set in a trace function");
    case EVENT.PY_RESUME:
    case EVENT.JUMP:
    case EVENT.BRANCH:
    case EVENT.LINE:
    case EVENT.PY_YIELD:
      return;
    case EVENT.PY_START:
      throw valueError("can't jump from the 'call' trace event of a new frame");
    case EVENT.CALL:
    case EVENT.C_RETURN:
      throw valueError("can't jump during a call");
    case EVENT.STOP_ITERATION:
    case EVENT.RERAISE:
      throw systemError("unexpected event type");
    default:
      throw valueError("can only jump from a 'line' trace event");
  }
}

/** The first line with code at or behind the one that is wanted. */
function lineFor(code: PyCode, lines: readonly number[], value: Value): number {
  const number = typeof value === "boolean" ? undefined : intOf(value);
  if (number === undefined || (typeof value !== "number" && typeof value !== "bigint")) {
    throw valueError("lineno must be an integer");
  }
  if (number > 2147483647 || number < -2147483648) throw valueError("lineno out of range");
  if (number < code.firstlineno) throw valueError(`line ${number} comes before the current code block`);
  const behind = lines.filter((line) => line >= Number(number));
  if (behind.length === 0) throw valueError(`line ${number} comes after the current code block`);
  return Math.min(...behind);
}

/** Where to go on, and the model of the stack there. */
function findTarget(lines: readonly number[], stacks: readonly Stack[], start: Stack, line: number): [number, Stack] {
  let best: [number, Stack] = [-1, TOO_DEEP];
  let message = "cannot find bytecode for specified line";
  let isExplained = false;
  lines.forEach((each, index) => {
    if (each !== line) return;
    const target = stacks[index];
    if (canLead(start, target)) {
      if (target > best[1]) best = [index, target];
    } else if (!isExplained) {
      if (start === TOO_DEEP) message = "stack to deep to analyze";
      else if (start === UNREACHED) message = "can't jump from unreachable code";
      else {
        message = explain(target);
        isExplained = true;
      }
    }
  });
  if (best[0] < 0) throw valueError(message);
  return best;
}

/** The compiler may have proven that variables are bound at the target: they are bound to None. */
function bindUnbound(frame: Frame): void {
  const { stack, code } = frame;
  const unbound: number[] = [];
  for (let i = 0; i < code.nlocalsplus; i++) if (stack[i] === undefined) unbound.push(i);
  if (unbound.length === 0) return;
  const plural = unbound.length === 1 ? "" : "s";
  hooks.warn(EXCEPTIONS.RuntimeWarning, `assigning None to ${unbound.length} unbound local${plural}`, 1);
  for (const i of unbound) stack[i] = NONE;
}

/** The setter of `f_lineno`. */
export function jumpToLine(frame: Frame, value: Value | undefined): void {
  if (value === undefined) throw raise("AttributeError", "cannot delete attribute");
  const { code } = frame;
  const { thread } = current;
  if (typeof value !== "number" && typeof value !== "bigint") throw valueError("lineno must be an integer");
  checkEvent(thread.watchedEvent);
  const lines = linesBegun(code);
  const line = lineFor(code, lines, value);
  const stacks = modelStacks(code);
  let start = stacks[frame.pc];
  const [target, wanted] = findTarget(lines, stacks, start, line);
  bindUnbound(frame);
  for (; start > wanted; start = pop(start)) {
    const dropped = frame.pop();
    if (peek(start, 1) === EXCEPT) thread.handled.exception = dropped instanceof PyBaseException ? dropped : null;
  }
  frame.pc = target;
  if (frame.trace !== null) frame.trace.last = target;
}
