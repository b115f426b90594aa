/**
 * Calls. A Python function whose code is compiled is called as a JavaScript function with its arguments; builtins that
 * run no Python code and look at no frame are called by their bodies; everything else is for the driver.
 */
import * as OP from "../../bytecode/generated/op.ts";
import { type Definition, PyBuiltinFunction, PyMethodDescriptor, PyNewWrapper } from "../../objects/kernel/builtin.ts";
import { FUNCTION, MODULE, OBJECT, RANGE, TYPE, typeOf } from "../../objects/kernel/core-types.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import { PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, type PyTuple } from "../../objects/kernel/payload.ts";
import { TRAMPOLINES } from "../../objects/kernel/trampolines.ts";
import { ENUMERATE } from "../../objects/types/enumerate.ts";
import type { PyFunction } from "../../objects/types/function.ts";
import { ZIP } from "../../objects/types/zip.ts";
import { JUMP } from "../../vm/outcome.ts";
import { BUILTIN_CALLS, CONVERSIONS, LEAF_BUILTINS } from "../builtins.ts";
import { type Entry, entryOf } from "../entries.ts";
import { isCoroutineCode } from "../makers.ts";
import { type Abstract, anyValue, intValue, make, type State } from "../state.ts";
import type { Unit } from "../unit.ts";
import { afterCall, callEntry } from "./call-entry.ts";
import { asInt, fallback, generic, type Handled, type Handler, type Instruction, result, top } from "./handler.ts";
import { inlined } from "./inlining.ts";

/** All arguments of `func`, its defaults filled in; undefined if the call is not that simple. */
function argumentsFor(u: Unit, func: PyFunction, given: string[]): string[] | undefined {
  const { plainArguments } = func.code;
  if (plainArguments < given.length) return undefined;
  const defaults = func.defaults?.items ?? [];
  const args = given.slice();
  for (let i = given.length; i < plainArguments; i++) {
    const value = defaults[i - plainArguments + defaults.length];
    if (value === undefined) return undefined;
    args.push(typeof value === "object" ? u.constant(value) : u.known(value).ref);
  }
  return args;
}

/** The entry for a call, if its value is something to go on with here: only a frame can walk over a generator. */
function entryFor(u: Unit, at: Instruction, func: PyFunction): Entry | undefined {
  const entry = entryOf(func);
  const isWalked = TAKERS.has(u.code.ops[at.next]);
  return entry?.isMaker && isWalked && !u.isFramed ? undefined : entry;
}

const TAKERS: ReadonlySet<number> = new Set([OP.GET_ITER, OP.GET_YIELD_FROM_ITER]);

/** `await f()` of a coroutine function: the coroutine is nobody else's. */
function callCoroutine(
  u: Unit,
  s: State,
  at: Instruction,
  func: PyFunction,
  name: string,
  given: string[],
): Abstract | undefined {
  const args = argumentsFor(u, func, given);
  const isAwaited = u.code.ops[at.next] === OP.GET_AWAITABLE;
  if (!u.isFramed || args === undefined || !isAwaited || !isCoroutineCode(func.code)) return undefined;
  const slot = u.slot();
  u.line(`${slot} = $R.newCoroutine(${["$T", "$d + 1", name, ...args].join(", ")});`);
  fallback(u, s, at, slot);
  return anyValue(slot);
}

/** Call a function that is known to be this one. */
function callKnown(
  u: Unit,
  s: State,
  at: Instruction,
  func: PyFunction,
  given: string[],
  taken: number,
): Abstract | undefined {
  const entry = entryFor(u, at, func);
  const args = argumentsFor(u, func, given);
  if (entry === undefined && (args === undefined || !isCoroutineCode(func.code))) return undefined;
  const name = u.constant(func);
  if (args === undefined) return callAny(u, s, at, anyValue(name), given, taken);
  const defaults = args.length > given.length ? ` || ${name}.version !== ${func.version}` : "";
  u.guard(s, at.pc, `${name}.code !== ${u.constant(func.code)}${defaults}`);
  if (entry === undefined) return callCoroutine(u, s, at, func, name, given);
  return callEntry(u, s, at, entry, name, args, taken);
}

/** Call some function of a code object that was seen here before: a closure, made anew each time. */
function callOfCode(
  u: Unit,
  s: State,
  at: Instruction,
  callee: Abstract,
  given: string[],
  taken: number,
): Abstract | undefined {
  const cached = u.code.caches[at.pc];
  if (cached === null || cached === undefined) return callAny(u, s, at, callee, given, taken);
  if (typeof cached !== "object" || (cached as Value as PyFunction).cls !== FUNCTION) return undefined;
  const func = cached as PyFunction;
  const entry = entryFor(u, at, func);
  if (entry === undefined) return undefined;
  if (func.code.plainArguments !== given.length) return callAny(u, s, at, callee, given, taken);
  const { ref } = callee;
  u.guard(
    s,
    at.pc,
    `${ref}.cls !== $FUNCTION || ${ref}.code !== ${u.constant(func.code)} || ${ref}.globals !== ${u.constant(func.globals)}`,
  );
  return callEntry(u, s, at, entry, ref, given, taken);
}

/** Call a function that is another one each time, or whose arguments are bound at each call. */
function callAny(u: Unit, s: State, at: Instruction, callee: Abstract, given: string[], taken: number): Abstract {
  const slot = u.slot();
  u.line(`${slot} = $R.callAny(${["$d + 1", callee.ref, ...given].join(", ")});`);
  afterCall(u, s, at, slot, taken);
  fallback(u, s, at, slot, `${slot} === $R.END`);
  return anyValue(slot);
}

/** Call one of several methods, by the number that the attribute's instruction found. */
function callChoice(
  u: Unit,
  s: State,
  at: Instruction,
  method: Abstract,
  given: string[],
  taken: number,
): Abstract | undefined {
  const choices = method.choices as readonly Value[];
  const texts: string[] = [];
  const guards: string[] = [];
  for (const choice of choices) {
    if (typeof choice !== "object" || choice.cls !== FUNCTION) return undefined;
    const func = choice as PyFunction;
    const entry = entryFor(u, at, func);
    const args = entry === undefined ? undefined : argumentsFor(u, func, given);
    if (entry === undefined) return undefined;
    if (args === undefined) return callAny(u, s, at, anyValue(u.box(s, method)), given, taken);
    const name = u.constant(func);
    guards.push(`${name}.code !== ${u.constant(func.code)} || ${name}.version !== ${func.version}`);
    texts.push(`${u.constant(entry)}.run(${["$d + 1", name, ...args].join(", ")})`);
  }
  u.guard(s, at.pc, guards.join(" || "));
  const slot = u.slot();
  texts.forEach((text, i) => {
    const isLast = i === texts.length - 1;
    u.line(`${i === 0 ? "" : "else "}${isLast ? "" : `if (${method.ref} === ${i}) `}${slot} = ${text};`);
  });
  afterCall(u, s, at, slot, taken);
  return anyValue(slot);
}

/** `C(...)` of a class with nothing special but a compiled `__init__`, or without one. */
function construct(
  u: Unit,
  s: State,
  at: Instruction,
  cls: PyType,
  given: string[],
  taken: number,
): Abstract | undefined {
  if (cls.cls !== TYPE || !cls.traits.heap || cls.traits.abstract || cls.finalizes) return undefined;
  if (cls.slots.__new__ !== OBJECT.slots.__new__) return undefined;
  const name = u.constant(cls);
  const allocation = cls.allocate === undefined ? `new $R.Instance(${name})` : `${name}.allocate(${name})`;
  const init = lookupInType(cls, "__init__") as Value;
  if (cls.slots.__init__ === OBJECT.slots.__init__ && given.length === 0) {
    u.guard(s, at.pc, `${name}.version !== ${cls.version}`);
    return anyValue(u.temp(allocation));
  }
  if (cls.slots.__init__ !== TRAMPOLINES.__init__ || typeof init !== "object" || init.cls !== FUNCTION)
    return undefined;
  const func = init as PyFunction;
  const entry = entryOf(func);
  const args = entry === undefined ? undefined : argumentsFor(u, func, ["self", ...given]);
  if (entry === undefined || args === undefined) return undefined;
  const known = u.constant(func);
  u.guard(
    s,
    at.pc,
    `${name}.version !== ${cls.version} || ${known}.code !== ${u.constant(func.code)} || ${known}.version !== ${func.version}`,
  );
  const instance = u.temp(allocation);
  const slot = u.slot();
  u.line(
    `${slot} = $R.initialised($T, ${u.constant(entry)}.run(${["$d + 1", known, instance, ...args.slice(1)].join(", ")}), ${instance});`,
  );
  afterCall(u, s, at, slot, taken);
  return anyValue(slot);
}

/** `range(...)` of ints: no object is made until somebody wants one. */
function makeRange(u: Unit, s: State, at: Instruction, count: number): Abstract | undefined {
  if (count < 1 || count > 3) return undefined;
  for (let i = count; i >= 1; i--) if (asInt(u, s, at, top(s, i)) === undefined) return undefined;
  const given = s.stack.slice(s.stack.length - count);
  const start = count === 1 ? intValue("0", 0, 0) : given[0];
  const stop = count === 1 ? given[0] : given[1];
  const step = count === 3 ? given[2] : intValue("1", 1, 1);
  if (step.low <= 0 && step.high >= 0) u.guard(s, at.pc, `${step.ref} === 0`);
  const reach = (value: Abstract): number => Math.max(Math.abs(value.low), Math.abs(value.high));
  for (const each of [start, stop, step]) if (reach(each) > 2 ** 51) u.guard(s, at.pc, `!$R.isModerate(${each.ref})`);
  const bounded = (value: Abstract): Abstract =>
    reach(value) > 2 ** 51
      ? intValue(value.ref, Math.max(value.low, -(2 ** 51)), Math.min(value.high, 2 ** 51))
      : value;
  return make("range", "", { parts: [bounded(start), bounded(stop), bounded(step)] });
}

/** A builtin that is called by its body. */
function callBuiltin(
  u: Unit,
  s: State,
  at: Instruction,
  callee: Value,
  count: number,
  isMethod: boolean,
): Abstract | undefined {
  const { definition } = callee as PyBuiltinFunction | PyMethodDescriptor;
  // One that was taken from an object (`f = items.append`) brings its own receiver.
  if (callee instanceof PyBuiltinFunction && callee.self !== undefined && typeOf(callee.self) !== MODULE)
    return undefined;
  const own = BUILTIN_CALLS[definition.fullName];
  if (own !== undefined) {
    const made = own(u, s, at, count);
    if (made !== undefined) return made;
  }
  const leaf = LEAF_BUILTINS.get(definition.fullName);
  if (!definition.accepts(count) || definition.inDriver !== undefined || callee instanceof PyNewWrapper) {
    return undefined;
  }
  if (leaf === undefined && !u.isFramed) return undefined;
  const refs = boxedArguments(u, s, count + (isMethod ? 1 : 0));
  const slot = u.slot();
  if (leaf === undefined) {
    callInFrame(u, s, at, slot, bodyText(u, definition, refs, count, isMethod));
    return anyValue(slot);
  }
  const simple = refs
    .slice(isMethod ? 1 : 0)
    .filter((_, i) => leaf === "simple" && !["int", "float", "str", "bool", "none"].includes(top(s, count - i).kind));
  const safe = simple.map((ref) => `$R.isSimple(${ref})`).join(" && ");
  const body = `try { ${slot} = ${bodyText(u, definition, refs, count, isMethod)}; } catch ($e) { $R.raised($e); }`;
  u.line(safe === "" ? body : `if (${safe}) ${body}`);
  fallback(u, s, at, slot);
  return anyValue(slot);
}

/** The call of a builtin's body. `refs` are its receiver, if it is a method, and its arguments. */
function bodyText(u: Unit, definition: Definition, refs: readonly string[], count: number, isMethod: boolean): string {
  const { run, isBound, rest } = definition.directly(count);
  const own = isMethod ? refs.slice(1) : refs;
  const self = isBound ? [isMethod ? refs[0] : "undefined"] : [];
  const more = rest.map((value) => {
    if (value === undefined) return "undefined";
    return typeof value === "object" ? u.constant(value) : u.known(value).ref;
  });
  return `${u.constant(run)}(${[...self, ...own, ...more].join(", ")}) ?? $NONE`;
}

/** Call a builtin that may look at frames, run Python code and raise: everything is in the frame before. */
function callInFrame(u: Unit, s: State, at: Instruction, slot: string, text: string): void {
  const after = u.code.nlocalsplus + s.stack.length - at.arg - 2;
  u.spill(s);
  u.line(`$F.pc = ${at.pc}; $F.sp = ${after};`);
  u.line(`${slot} = ${text};`);
  u.line(`if ($T.poll !== 0) { $S[${after}] = ${slot}; $F.pc = ${at.next}; $F.sp = ${after + 1}; return ${JUMP}; }`);
}

const boxedArguments = (u: Unit, s: State, count: number): string[] =>
  s.stack.slice(s.stack.length - count).map((value) => u.box(s, value));

/** The arguments of `func` in the order of its parameters, some given by name. */
function byName(u: Unit, func: PyFunction, given: readonly string[], names: readonly string[]): string[] | undefined {
  const { code } = func;
  const count = code.plainArguments;
  const positional = given.length - names.length;
  if (count < 0 || positional > count) return undefined;
  const args: (string | undefined)[] = given.slice(0, positional);
  for (let i = 0; i < names.length; i++) {
    const index = code.localsplusnames.indexOf(names[i]);
    if (index < code.posonlyargcount || index >= count || args[index] !== undefined) return undefined;
    args[index] = given[positional + i];
  }
  const defaults = func.defaults?.items ?? [];
  for (let i = 0; i < count; i++) {
    if (args[i] !== undefined) continue;
    const value = defaults[i - count + defaults.length];
    if (value === undefined) return undefined;
    args[i] = typeof value === "object" ? u.constant(value) : u.known(value).ref;
  }
  return args as string[];
}

/** A call with keywords: of a known function, or for the driver. */
function callWithKeywords(
  u: Unit,
  s: State,
  at: Instruction,
  count: number,
  callee: Abstract,
  isMethod: boolean,
): Handled {
  const { names, pc } = u.keywords as { names: readonly string[]; pc: number };
  u.keywords = undefined;
  const again = { ...at, pc };
  const { known } = callee;
  if (typeof known === "object" && known.cls === FUNCTION) {
    const func = known as PyFunction;
    const entry = entryOf(func);
    const args = byName(u, func, boxedArguments(u, s, count + (isMethod ? 1 : 0)), names);
    if (entry !== undefined && args !== undefined) {
      const name = u.constant(func);
      u.guard(s, pc, `${name}.code !== ${u.constant(func.code)} || ${name}.version !== ${func.version}`);
      result(s, count + 2, callEntry(u, s, at, entry, name, args, count + 2));
      return undefined;
    }
  }
  if (!u.assume.speculate || isUnclear(top(s, count + 2)) || callee.kind !== "any" || !isCallable(known)) {
    if (!u.isFramed) return generic(u, s, again);
    u.line(`$T.kwnames = ${u.constant(names)};`);
    return generic(u, s, at);
  }
  const slot = u.slot();
  const args = boxedArguments(u, s, count + (isMethod ? 1 : 0));
  u.line(`${slot} = $R.callNamed(${["$d + 1", callee.ref, u.constant(names), ...args].join(", ")});`);
  afterCall(u, s, at, slot, count + 2);
  if (u.isFramed) u.line(`if (${slot} === $R.END) $T.kwnames = ${u.constant(names)};`);
  fallback(u, s, u.isFramed ? at : again, slot, `${slot} === $R.END`);
  result(s, count + 2, anyValue(slot));
  return undefined;
}

/** A method, or NULL: a body in vm/ may have pushed either. */
const isUnclear = (method: Abstract): boolean =>
  method.kind === "any" && method.known === undefined && method.isMethod !== true;

/** May it be a Python function, as far as is known? */
const isCallable = (known: Value | undefined): boolean =>
  known === undefined || (typeof known === "object" && known.cls === FUNCTION);

/** `f(*args)` and `f(*args, **kwargs)`. */
const callFunctionEx: Handler = (u, s, at) => {
  const count = 2 + (at.arg & 1);
  const callee = top(s, count);
  if (!u.assume.speculate || callee.kind !== "any" || !isCallable(callee.known)) return generic(u, s, at);
  const slot = u.slot();
  u.line(`${slot} = $R.callExtended(${["$d + 1", ...boxedArguments(u, s, count)].join(", ")});`);
  afterCall(u, s, at, slot, count + 1);
  fallback(u, s, at, slot, `${slot} === $R.END`);
  result(s, count + 1, anyValue(slot));
  return undefined;
};

const call: Handler = (u, s, at) => {
  const count = at.arg;
  const method = top(s, count + 2);
  const isMethod = method.kind !== "null";
  const callee = isMethod ? method : top(s, count + 1);
  const taken = count + 2;
  if (u.keywords !== undefined) return callWithKeywords(u, s, at, count, callee, isMethod);
  if (isUnclear(method) || !u.assume.speculate) return generic(u, s, at);
  const { known } = callee;
  const given = (): string[] => boxedArguments(u, s, count + (isMethod ? 1 : 0));
  let value: Abstract | undefined;
  if (callee.kind === "method") value = callChoice(u, s, at, callee, given(), taken);
  else if (known === undefined) {
    if (callee.kind === "any") value = callOfCode(u, s, at, callee, given(), taken);
  } else if (typeof known === "object") {
    if (known.cls === FUNCTION) {
      const func = known as PyFunction;
      const args = s.stack.slice(s.stack.length - count - (isMethod ? 1 : 0));
      const other = `${u.constant(func)}.code !== ${u.constant(func.code)}`;
      value = inlined(u, s, at, func, args, other) ?? callKnown(u, s, at, func, given(), taken);
    } else if (known === RANGE && !isMethod) value = makeRange(u, s, at, count);
    else if (known === TYPE && !isMethod && count === 1) value = anyValue(u.temp(`$R.typeOf(${u.box(s, top(s))})`));
    else if ((known === ENUMERATE || known === ZIP) && !isMethod) value = makeWalker(u, s, at, known === ZIP, count);
    else if (known instanceof PyType && !isMethod) {
      value = construct(u, s, at, known, given(), taken) ?? convert(u, s, at, known, count);
    } else if (isMethod ? known instanceof PyMethodDescriptor : known instanceof PyBuiltinFunction) {
      value = callBuiltin(u, s, at, known, count, isMethod);
    }
  }
  if (value === undefined) return generic(u, s, at);
  result(s, taken, value);
  return undefined;
};

/** `enumerate(x)`, `zip(x, y)` of what is walked over without Python code. */
function makeWalker(u: Unit, s: State, at: Instruction, isZip: boolean, count: number): Abstract | undefined {
  if (!isZip && count !== 1) return undefined;
  const slot = u.slot();
  const name = isZip ? "zip" : "enumerate";
  u.line(`${slot} = $R.${name}(${boxedArguments(u, s, count).join(", ")});`);
  fallback(u, s, at, slot);
  return anyValue(slot);
}

/** `int(x)`, `str(x)` and so on, of a value that answers without Python code. */
function convert(u: Unit, s: State, at: Instruction, cls: PyType, count: number): Abstract | undefined {
  if (!CONVERSIONS.has(cls) || count > 1) return undefined;
  const slot = u.slot();
  const argument = count === 0 ? "" : `, ${u.box(s, top(s))}`;
  u.line(`${slot} = $R.convert(${u.constant(cls)}${argument});`);
  fallback(u, s, at, slot);
  return anyValue(slot);
}

/** `await`: a coroutine that nobody awaits is awaited as it is. */
const getAwaitable: Handler = (u, s, at) => {
  if (!u.isFramed || at.arg !== 0) return generic(u, s, at);
  const slot = u.slot();
  u.line(`${slot} = $R.awaitable(${u.box(s, top(s))});`);
  fallback(u, s, at, slot);
  result(s, 1, anyValue(slot));
  return undefined;
};

const bitCount = (flags: number): number => [8, 4, 2, 1].filter((flag) => (flags & flag) !== 0).length;

export const CALLS: Record<string, Handler> = {
  CALL: call,
  CALL_FUNCTION_EX: callFunctionEx,
  GET_AWAITABLE: getAwaitable,
  MAKE_FUNCTION: (u, s, at) => {
    const [code, ...given] = boxedArguments(u, s, 1 + bitCount(at.arg)).reverse();
    const part = (flag: number): string => ((at.arg & flag) !== 0 ? (given.shift() as string) : "undefined");
    const parts = [8, 4, 2, 1].map(part);
    result(s, 1 + bitCount(at.arg), anyValue(u.temp(`$R.newFunction(${["$f", code, ...parts].join(", ")})`)));
    return undefined;
  },
  KW_NAMES: (u, _s, at) => {
    const names = (u.code.consts[at.arg] as PyTuple).items.map((name) => jsString(name) as string);
    u.keywords = { names, pc: at.pc };
    return undefined;
  },
};
