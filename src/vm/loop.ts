/**
 * The driver of tier 0 (CPython _PyEval_EvalFrameDefault): one loop for all Python frames of a thread.
 *
 * Hot instructions are written out in the switch, with their fast cases only; everything else, and every
 * slow case, is the body in the table that the exact stepper uses too.
 * Trap: `frame.pc` is stored at each instruction, `frame.sp` only before a body runs: the unwinder sets
 * it from the exception table. A fast case must have no effect before it has decided that it applies.
 */
import * as OP from "../bytecode/generated/op.ts";
import { CACHE_COUNTS } from "../bytecode/opcode-properties.ts";
import { PyBuiltinFunction, PyMethodDescriptor, PyNewWrapper } from "../objects/kernel/builtin.ts";
import {
  ASYNC_GENERATOR,
  BUILTIN_FUNCTION,
  FUNCTION,
  GENERATOR,
  LIST,
  NONE,
  OBJECT,
  TUPLE,
  TYPE,
  typeOf,
} from "../objects/kernel/core-types.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { MAX_PUSHED_ITEMS } from "../objects/kernel/iterate.ts";
import { lookupInType } from "../objects/kernel/lookup.ts";
import { PyInstance, PyType, type Value } from "../objects/kernel/object.ts";
import { type PyCell, PyFloat, PyList, PyTuple } from "../objects/kernel/payload.ts";
import { memoryError } from "../objects/kernel/raise.ts";
import { TRAMPOLINES } from "../objects/kernel/trampolines.ts";
import type { PyFunction } from "../objects/types/function.ts";
import { LIST_ITERATOR, TUPLE_ITERATOR } from "../objects/types/iterators.ts";
import { compareFloats, compareInts, floatOperation, intOperation, mixedOperation } from "./arithmetic.ts";
import { BODIES } from "./bodies.ts";
import {
  type AttributeCache,
  BUILTIN_METHOD,
  cacheAttribute,
  cacheGlobal,
  cacheStore,
  DESCRIPTOR,
  GlobalCache,
  METHOD,
  OWN,
  SLOT,
  StoreCache,
} from "./caches.ts";
import { Initialized, newFrame } from "./calls.ts";
import { resumeForLoop, resumeForSend, returnPlainly, yieldPlainly } from "./fast-ends.ts";
import { type Frame, type Slot, Then } from "./frame.ts";
import { JUMP, LEAVE, NEXT, RAISE, RERAISE, SWITCH } from "./outcome.ts";
import { POLL_STEP, type Thread } from "./thread.ts";
import {
  ABSENT,
  SEEN_DICT,
  SEEN_FLOAT,
  SEEN_INT,
  SEEN_LIST,
  SEEN_OTHER,
  SEEN_STR,
  SEEN_TUPLE,
  SEEN_WIDE,
  tiering,
} from "./tiering.ts";
import { PyGenerator } from "./types/generator-object.ts";
import { unwind } from "./unwind.ts";

/** A bool and an int, in either order. */
const isTruthAndInt = (left: Slot, right: Slot): boolean =>
  (typeof left === "boolean" && typeof right === "number") || (typeof left === "number" && typeof right === "boolean");

/** What is noted of a subscript that the fast cases do not know. */
function subscriptSeen(container: Slot, key: Slot): number {
  if (typeof container === "string" && typeof key === "number" && key >= 0) return SEEN_STR;
  if (typeof key !== "number" || typeof container !== "object") return SEEN_OTHER;
  return container?.cls === LIST ? SEEN_LIST : container?.cls === TUPLE ? SEEN_TUPLE : SEEN_OTHER;
}

/** `&`, `|`, `^` and their in-place forms, as BINARY_OP's argument. */
const isBitwise = (arg: number): boolean =>
  arg === 1 || arg === 7 || arg === 12 || arg === 14 || arg === 20 || arg === 25;

/** What is noted of a bitwise operation: all of 32 bits with a sign, without one (wide), or neither (other). */
function bitwiseSeen(left: number, right: number, result: number): number {
  if ((left | 0) === left && (right | 0) === right) return SEEN_INT;
  const isUnsigned = left >>> 0 === left && right >>> 0 === right && result >>> 0 === result;
  return isUnsigned ? SEEN_INT | SEEN_WIDE : SEEN_INT | SEEN_WIDE | SEEN_OTHER;
}

/** The frame of `__init__` for an instance of a class with nothing special but that; undefined for any other. */
function plainInstance(
  thread: Thread,
  frame: Frame,
  cls: PyType,
  stack: readonly Slot[],
  from: number,
  end: number,
): Frame | undefined {
  if (cls.cls !== TYPE || cls.slots.__init__ !== TRAMPOLINES.__init__ || cls.traits.abstract) return undefined;
  if (cls.slots.__new__ !== OBJECT.slots.__new__) return undefined;
  const init = lookupInType(cls, "__init__");
  if (typeof init !== "object" || init.cls !== FUNCTION) return undefined;
  const { code } = init as PyFunction;
  if (code.plainArguments !== end - from + 1) return undefined;
  const instance = cls.allocate === undefined ? new PyInstance(cls) : cls.allocate(cls);
  const own: Slot[] = new Array(code.nlocalsplus + code.stacksize);
  own[0] = instance;
  for (let i = from; i < end; i++) own[i - from + 1] = stack[i];
  const next = newFrame(thread, init as PyFunction, own, frame, null);
  next.then = new Then(new Initialized(instance), null);
  return next;
}

/** What was run above a frame is over, or is to go on in the driver below. */
export const OVER: unique symbol = Symbol("over");

/**
 * Run until the driver is left (its value, or undefined with an exception pending) or tracing is to begin (undefined).
 * With a `floor`, until no frame is deeper than that, or tracing is to begin: OVER.
 */
export function execute(thread: Thread, floor = -1): Value | undefined | typeof OVER {
  const stopped = floor < 0 ? undefined : OVER;
  if (thread.pending !== null && unwind(thread, false) === LEAVE) return undefined;
  for (;;) {
    if ((thread.poll & POLL_STEP) !== 0) return stopped;
    const frame = thread.frame as Frame;
    if (frame.depth <= floor) return OVER;
    const { code, stack } = frame;
    const { ops, args, consts, seen } = code;
    let { pc, sp } = frame;
    run: for (;;) {
      const arg = args[pc];
      frame.pc = pc;
      switch (ops[pc]) {
        case OP.LOAD_FAST:
          stack[sp++] = stack[arg];
          pc++;
          continue;
        case OP.LOAD_CONST:
          stack[sp++] = consts[arg];
          pc++;
          continue;
        case OP.STORE_FAST: {
          const value = stack[--sp];
          stack[arg] = value === null ? undefined : value;
          pc++;
          continue;
        }
        case OP.POP_TOP: {
          if (stack[sp - 1] instanceof PyGenerator) break;
          sp--;
          pc++;
          continue;
        }
        case OP.LOAD_FAST_CHECK: {
          const value = stack[arg];
          if (value === undefined) break;
          stack[sp++] = value;
          pc++;
          continue;
        }
        case OP.PUSH_NULL:
          stack[sp++] = null;
          pc++;
          continue;
        case OP.COPY:
          stack[sp] = stack[sp - arg];
          sp++;
          pc++;
          continue;
        case OP.SWAP: {
          const top = stack[sp - 1];
          stack[sp - 1] = stack[sp - arg];
          stack[sp - arg] = top;
          pc++;
          continue;
        }
        case OP.LOAD_DEREF: {
          const { value } = stack[arg] as PyCell;
          if (value === undefined) break;
          stack[sp++] = value;
          pc++;
          continue;
        }
        case OP.STORE_DEREF: {
          (stack[arg] as PyCell).value = stack[--sp] as Value;
          pc++;
          continue;
        }
        case OP.LOAD_GLOBAL: {
          const cache = code.caches[pc];
          if (cache instanceof GlobalCache) {
            const { globals } = frame.func;
            if (
              cache.globals === globals &&
              cache.globalsEpoch === globals.epoch &&
              cache.builtinsEpoch === cache.builtins.epoch
            ) {
              if ((arg & 1) !== 0) stack[sp++] = null;
              stack[sp++] = cache.holder.values[cache.entry];
              pc += 5;
              continue;
            }
          }
          cacheGlobal(frame, pc, code.nameValues[arg >> 1]);
          break;
        }
        case OP.LOAD_ATTR: {
          const self = stack[sp - 1] as Value;
          const cls = typeof self === "object" ? self.cls : typeOf(self);
          let cache = code.caches[pc] as AttributeCache | undefined;
          while (cache !== undefined && (cache.cls !== cls || cache.version !== cls.version)) cache = cache.previous;
          if (cache !== undefined) {
            if (cache.kind === BUILTIN_METHOD) {
              if ((arg & 1) === 0) break;
              stack[sp - 1] = cache.value;
              stack[sp++] = self;
              pc += 10;
              continue;
            }
            if (cache.kind === DESCRIPTOR || typeof self !== "object") break;
            if (self.dict !== undefined && cache.kind !== SLOT) break;
            const own = self[cache.key];
            if (own !== undefined) {
              if ((arg & 1) !== 0) {
                stack[sp - 1] = null;
                stack[sp++] = own;
              } else stack[sp - 1] = own;
              pc += 10;
              continue;
            }
            if (cache.kind === OWN || cache.kind === SLOT) break;
            if (cache.kind === METHOD) {
              if ((arg & 1) === 0) break;
              stack[sp - 1] = cache.value;
              stack[sp++] = self;
            } else if ((arg & 1) !== 0) {
              stack[sp - 1] = null;
              stack[sp++] = cache.value;
            } else stack[sp - 1] = cache.value;
            pc += 10;
            continue;
          }
          cacheAttribute(frame, pc, cls, code.names[arg >> 1]);
          break;
        }
        case OP.STORE_ATTR: {
          const self = stack[sp - 1];
          if (typeof self !== "object" || self === null) break;
          const cache = code.caches[pc];
          if (cache instanceof StoreCache && cache.cls === self.cls && cache.version === self.cls.version) {
            if (self.dict !== undefined) break;
            self[cache.key] = stack[sp - 2] as Value;
            sp -= 2;
            pc += 5;
            continue;
          }
          cacheStore(frame, pc, self, code.names[arg]);
          break;
        }
        case OP.BINARY_OP: {
          const right = stack[sp - 1];
          const left = stack[sp - 2];
          let result: Value | undefined;
          if (typeof left === "number" && typeof right === "number") {
            result = intOperation(left, right, arg);
            if (isBitwise(arg)) seen[pc] |= bitwiseSeen(left, right, result as number);
            else if (((result as number) | 0) === result || result instanceof PyFloat) seen[pc] |= SEEN_INT;
            else seen[pc] |= SEEN_INT | SEEN_WIDE;
          } else if (left instanceof PyFloat && right instanceof PyFloat) {
            result = floatOperation(left, right, arg);
            seen[pc] |= SEEN_FLOAT;
          } else if (typeof left === "string" && typeof right === "string" && (arg === 0 || arg === 13)) {
            result = left + right;
            seen[pc] |= SEEN_STR;
          } else {
            result = mixedOperation(left, right, arg);
            seen[pc] |= isTruthAndInt(left, right) ? SEEN_INT | SEEN_OTHER : SEEN_OTHER;
          }
          if (result === undefined) {
            seen[pc] |= SEEN_OTHER;
            break;
          }
          stack[--sp - 1] = result;
          pc += 2;
          continue;
        }
        case OP.COMPARE_OP: {
          const right = stack[sp - 1];
          const left = stack[sp - 2];
          let result: boolean;
          if (typeof left === "number" && typeof right === "number") {
            result = compareInts(left, right, arg >> 4);
            seen[pc] |= SEEN_INT;
          } else if (left instanceof PyFloat && right instanceof PyFloat) {
            result = compareFloats(left.value, right.value, arg >> 4);
            seen[pc] |= SEEN_FLOAT;
            if (left.cls.traits.heap || right.cls.traits.heap) break;
          } else if (typeof left === "string" && typeof right === "string" && (arg >> 4 === 2 || arg >> 4 === 3)) {
            result = (left === right) === (arg >> 4 === 2);
            seen[pc] |= SEEN_STR;
          } else {
            seen[pc] |= SEEN_OTHER;
            break;
          }
          stack[--sp - 1] = result;
          pc += 2;
          continue;
        }
        case OP.IS_OP: {
          const right = stack[--sp];
          stack[sp - 1] = (stack[sp - 1] === right) !== (arg === 1);
          pc++;
          continue;
        }
        case OP.POP_JUMP_IF_FALSE: {
          const value = stack[sp - 1];
          if (typeof value !== "boolean") break;
          sp--;
          pc = value ? pc + 1 : arg;
          continue;
        }
        case OP.POP_JUMP_IF_TRUE: {
          const value = stack[sp - 1];
          if (typeof value !== "boolean") break;
          sp--;
          pc = value ? arg : pc + 1;
          continue;
        }
        case OP.POP_JUMP_IF_NONE:
          pc = stack[--sp] === NONE ? arg : pc + 1;
          continue;
        case OP.POP_JUMP_IF_NOT_NONE:
          pc = stack[--sp] === NONE ? pc + 1 : arg;
          continue;
        case OP.JUMP_FORWARD:
          pc = arg;
          continue;
        case OP.JUMP_BACKWARD:
          if (thread.poll !== 0) {
            if ((thread.poll & POLL_STEP) !== 0) {
              frame.sp = sp;
              return stopped;
            }
            break;
          }
          pc = arg;
          if (++code.heat > tiering.threshold) {
            const from = frame.pc;
            frame.pc = pc;
            frame.sp = sp;
            const outcome = tiering.enter(thread, frame, from);
            if (outcome === ABSENT) continue;
            if (outcome === LEAVE) return thread.result;
            if ((outcome === RAISE || outcome === RERAISE) && unwind(thread, outcome === RERAISE) === LEAVE)
              return undefined;
            break run;
          }
          continue;
        case OP.RESUME:
          if (thread.poll !== 0) {
            if ((thread.poll & POLL_STEP) !== 0) {
              frame.sp = sp;
              return stopped;
            }
            break;
          }
          if (++code.heat > tiering.threshold) {
            frame.sp = sp;
            const outcome = tiering.enter(thread, frame, pc);
            if (outcome !== ABSENT) {
              if (outcome === LEAVE) return thread.result;
              if ((outcome === RAISE || outcome === RERAISE) && unwind(thread, outcome === RERAISE) === LEAVE)
                return undefined;
              break run;
            }
          }
          pc++;
          continue;
        case OP.FOR_ITER: {
          const iterator = stack[sp - 1] as Value;
          if (typeof iterator !== "object" || iterator.cls.traits.heap) break;
          if (iterator.cls === GENERATOR) {
            frame.sp = sp;
            if (!resumeForLoop(thread, frame, iterator as PyGenerator)) break;
            break run;
          }
          const next = iterator.cls.slots.__next__;
          if (next === undefined) break;
          seen[pc] |=
            iterator.cls === LIST_ITERATOR ? SEEN_LIST : iterator.cls === TUPLE_ITERATOR ? SEEN_TUPLE : SEEN_OTHER;
          frame.sp = sp;
          const item = next(iterator);
          if (item === undefined) {
            sp--;
            pc = arg + 1;
          } else {
            stack[sp++] = item;
            pc += 2;
          }
          continue;
        }
        case OP.BINARY_SUBSCR: {
          const key = stack[sp - 1];
          const container = stack[sp - 2];
          let item: Value | undefined;
          if (typeof key === "number" && key >= 0) {
            if (container instanceof PyList && container.cls === LIST) {
              item = container.items[key];
              seen[pc] |= SEEN_LIST;
            } else if (container instanceof PyTuple && container.cls === TUPLE) {
              item = container.items[key];
              seen[pc] |= SEEN_TUPLE;
            } else if (container instanceof PyDict && !container.cls.traits.heap) {
              item = container.get(key);
              seen[pc] |= SEEN_DICT;
            }
          } else if (container instanceof PyDict && typeof key === "string" && !container.cls.traits.heap) {
            item = container.get(key);
            seen[pc] |= SEEN_DICT;
          }
          if (item === undefined) {
            seen[pc] |= subscriptSeen(container, key);
            break;
          }
          stack[--sp - 1] = item;
          pc += 2;
          continue;
        }
        case OP.STORE_SUBSCR: {
          const key = stack[sp - 1];
          const container = stack[sp - 2];
          if (container instanceof PyList && container.cls === LIST) {
            if (typeof key !== "number" || key < 0 || key >= container.items.length) break;
            container.items[key] = stack[sp - 3] as Value;
            seen[pc] |= SEEN_LIST;
          } else if (container instanceof PyDict && !container.cls.traits.heap) {
            seen[pc] |= SEEN_DICT;
            if (typeof key !== "number" && typeof key !== "string") break;
            container.set(key, stack[sp - 3] as Value);
          } else break;
          sp -= 3;
          pc += 2;
          continue;
        }
        case OP.LIST_APPEND:
          if ((stack[sp - 1 - arg] as PyList).items.push(stack[--sp] as Value) > MAX_PUSHED_ITEMS) throw memoryError();
          pc++;
          continue;
        case OP.CALL: {
          if (thread.kwnames !== undefined) break;
          const first = sp - arg;
          const method = stack[first - 2];
          const from = method === null ? first : first - 1;
          const callable = (method === null ? stack[first - 1] : method) as Value;
          if (typeof callable !== "object") break;
          if (callable.cls === FUNCTION) {
            const func = callable as PyFunction;
            const callee = func.code;
            const known = code.caches[pc];
            if (known !== func && known !== null) {
              code.caches[pc] = known === undefined || (known as PyFunction).code === callee ? func : null;
            }
            if (callee.plainArguments !== sp - from) break;
            if (callee.compiled !== undefined && thread.poll === 0) {
              frame.sp = first - 2;
              const value = tiering.call(thread, frame.depth, func, stack, from, sp - from);
              if (value !== undefined) {
                sp = first - 1;
                stack[first - 2] = value;
                pc += 4;
                continue;
              }
              if (thread.landed !== null) thread.landed.back = frame;
              thread.landed = null;
              if (thread.pending !== null && unwind(thread, false) === LEAVE) return undefined;
              break run;
            }
            const next: Slot[] = new Array(callee.nlocalsplus + callee.stacksize);
            for (let i = from; i < sp; i++) next[i - from] = stack[i];
            frame.sp = first - 2;
            thread.frame = newFrame(thread, func, next, frame, null);
            break run;
          }
          if (callable instanceof PyMethodDescriptor) {
            if (method === null) break;
            const self = stack[first - 1] as Value;
            const { definition, owner } = callable;
            if ((typeof self === "object" ? self.cls : typeOf(self)) !== owner) break;
            if (definition.inDriver !== undefined || !definition.accepts(arg)) break;
            frame.sp = first - 2;
            stack[first - 2] = definition.callFrom(self, stack, first, arg);
          } else if (callable instanceof PyBuiltinFunction) {
            const { definition } = callable;
            if (callable.cls !== BUILTIN_FUNCTION || callable instanceof PyNewWrapper) break;
            if (method !== null || definition.inDriver !== undefined || !definition.accepts(arg)) break;
            frame.sp = first - 2;
            stack[first - 2] = definition.callFrom(callable.self, stack, first, arg);
          } else if (callable instanceof PyType) {
            const next = plainInstance(thread, frame, callable, stack, from, sp);
            if (next === undefined) break;
            frame.sp = first - 2;
            thread.frame = next;
            break run;
          } else break;
          sp = first - 1;
          pc += 4;
          if ((thread.poll & POLL_STEP) === 0) continue;
          frame.sp = sp;
          frame.pc = pc;
          return stopped;
        }
        case OP.SEND: {
          const receiver = stack[sp - 2];
          if (!(receiver instanceof PyGenerator) || receiver.cls === ASYNC_GENERATOR) break;
          frame.sp = sp - 1;
          if (!resumeForSend(thread, frame, receiver, stack[sp - 1] as Value)) break;
          break run;
        }
        case OP.YIELD_VALUE: {
          frame.sp = sp - 1;
          if (!yieldPlainly(thread, frame, stack[sp - 1] as Value)) break;
          break run;
        }
        case OP.RETURN_VALUE:
        case OP.RETURN_CONST: {
          const value = ops[pc] === OP.RETURN_CONST ? consts[arg] : stack[sp - 1];
          if (!returnPlainly(thread, frame, value as Value)) break;
          break run;
        }
        default:
      }
      frame.sp = sp;
      switch (BODIES[ops[pc]](thread, frame, arg)) {
        case NEXT:
          sp = frame.sp;
          pc += 1 + CACHE_COUNTS[ops[pc]];
          if ((thread.poll & POLL_STEP) === 0) continue;
          frame.pc = pc;
          return stopped;
        case JUMP:
          sp = frame.sp;
          pc = frame.pc;
          continue;
        case SWITCH:
          break run;
        case LEAVE:
          return thread.result;
        case RAISE:
          if (unwind(thread, false) === LEAVE) return undefined;
          break run;
        case RERAISE:
          if (unwind(thread, true) === LEAVE) return undefined;
          break run;
      }
    }
  }
}
