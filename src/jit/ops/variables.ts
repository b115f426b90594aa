/** Variables, constants, globals, and what only moves values on the stack. */

import { PyBuiltinFunction } from "../../objects/kernel/builtin.ts";
import { DICT, FLOAT, FUNCTION, MODULE, NONE } from "../../objects/kernel/core-types.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { PyType, type Value } from "../../objects/kernel/object.ts";
import { PyFloat, PyTuple } from "../../objects/kernel/payload.ts";
import { type Abstract, anyValue, copyState, make, NULL, type State, UNBOUND } from "../state.ts";
import type { Unit } from "../unit.ts";
import { DEAD, fallback, generic, type Handler, type Instruction } from "./handler.ts";

export function constantValue(u: Unit, value: Value): Abstract {
  if (value === NONE) return make("none", "$NONE", { known: value });
  if (value instanceof PyFloat) {
    const number = Object.is(value.value, -0) ? "-0" : String(value.value);
    return make("float", number.startsWith("-") ? `(${number})` : number, { boxed: u.constant(value), known: value });
  }
  if (value instanceof PyTuple) return make("tuple", u.constant(value), { known: value });
  return u.known(value);
}

/** Objects that are as good as constants while their name holds them. */
const isStable = (value: Value): boolean =>
  typeof value === "object" &&
  (value.cls === FUNCTION || value instanceof PyType || value instanceof PyBuiltinFunction || value.cls === MODULE);

/** Numbers and strings are constants too, in a name that never changed while it was taken for one. */
const isConstant = (dict: PyDict, name: string, value: Value): boolean =>
  (typeof value !== "object" || value === NONE || value.cls === FLOAT) && !dict.isChanging(name);

/** A name in a namespace whose entry is found now; undefined if it is not there. */
export function entryValue(u: Unit, s: State, at: Instruction, dict: PyDict, name: string): Abstract | undefined {
  const entry = dict.entryOfString(name);
  if (entry === undefined) return undefined;
  const value = dict.values[entry] as Value;
  if (u.assume.speculate && (isStable(value) || isConstant(dict, name, value))) {
    u.guard(s, at.pc, `!${u.constant(dict.assume(name))}.holds`);
    return constantValue(u, value);
  }
  const holder = u.constant(dict);
  u.guard(s, at.pc, `${holder}.keys[${entry}] !== ${JSON.stringify(name)}`);
  return anyValue(u.temp(`${holder}.values[${entry}]`));
}

const loadGlobal: Handler = (u, s, at) => {
  const { globals, builtins } = u.assume;
  const name = u.code.nameValues[at.arg >> 1];
  if (typeof name !== "string" || globals.cls !== DICT || builtins.cls !== DICT || !u.assume.speculate) {
    return generic(u, s, at);
  }
  let value = entryValue(u, s, at, globals, name);
  if (value === undefined && builtins.entryOfString(name) !== undefined && !globals.hasForeignKeys) {
    u.guard(s, at.pc, `!${u.constant(globals.assume(name))}.holds`);
    value = entryValue(u, s, at, builtins, name);
  }
  if (value === undefined) return generic(u, s, at);
  if ((at.arg & 1) !== 0) s.stack.push(NULL);
  s.stack.push(value);
  return undefined;
};

function loadFast(s: State, index: number): void {
  const value = s.locals[index];
  if (value.bound !== undefined) s.locals[index] = { ...value, bound: undefined };
  s.stack.push(s.locals[index]);
}

const store = (s: State, index: number, value: Abstract): void => {
  s.locals[index] = value.kind === "null" ? UNBOUND : value;
  s.clean[index] = false;
};

/** Materialise what must not stand in a variable or twice on the stack. */
function settled(u: Unit, s: State, value: Abstract): Abstract {
  if (value.kind !== "range" && value.kind !== "rangeIterator") return value;
  const made = anyValue(u.box(s, value));
  u.replace(s, value, made);
  return made;
}

export const VARIABLES: Record<string, Handler> = {
  NOP: () => undefined,
  // Its part of the argument is in that of the next instruction.
  EXTENDED_ARG: () => undefined,
  RESUME: () => undefined,
  LOAD_FAST: (_u, s, at) => {
    loadFast(s, at.arg);
    return undefined;
  },
  LOAD_FAST_CHECK: (u, s, at) => {
    const value = s.locals[at.arg];
    if (value.kind === "unbound") return generic(u, s, at);
    if (value.bound !== undefined) u.guard(s, at.pc, `!${value.bound}`);
    else if (value.kind === "any" && value.known === undefined) u.guard(s, at.pc, `${value.ref} === undefined`);
    loadFast(s, at.arg);
    return undefined;
  },
  LOAD_FAST_AND_CLEAR: (u, s, at) => {
    // Unbound is undefined here, not NULL: STORE_FAST puts back either.
    const value = s.locals[at.arg];
    if (value.bound === undefined) s.stack.push(value);
    else s.stack.push(anyValue(u.temp(`${value.bound} ? new $Float(${value.ref}) : undefined`)));
    store(s, at.arg, UNBOUND);
    return undefined;
  },
  STORE_FAST: (u, s, at) => {
    const value = settled(u, s, s.stack[s.stack.length - 1]);
    s.stack.pop();
    store(s, at.arg, value);
    return undefined;
  },
  DELETE_FAST: (u, s, at) => {
    const value = s.locals[at.arg];
    if (value.kind === "unbound") return generic(u, s, at);
    if (value.bound !== undefined) u.guard(s, at.pc, `!${value.bound}`);
    else if (value.kind === "any") u.guard(s, at.pc, `${value.ref} === undefined`);
    if (value.kind === "any") u.guard(s, at.pc, "$R.watchesEnds()", true);
    store(s, at.arg, UNBOUND);
    return undefined;
  },
  LOAD_CONST: (u, s, at) => {
    s.stack.push(constantValue(u, u.code.consts[at.arg]));
    return undefined;
  },
  LOAD_GLOBAL: loadGlobal,
  MAKE_CELL: (u, s, at) => {
    const value = s.locals[at.arg];
    store(s, at.arg, anyValue(u.temp(`new $R.Cell(${value.kind === "unbound" ? "undefined" : u.box(s, value)})`)));
    return undefined;
  },
  COPY_FREE_VARS: (u, s, at) => {
    const first = u.code.nlocalsplus - at.arg;
    for (let i = 0; i < at.arg; i++) store(s, first + i, anyValue(u.temp(`$f.closure[${i}]`)));
    return undefined;
  },
  LOAD_CLOSURE: (_u, s, at) => {
    s.stack.push(s.locals[at.arg]);
    return undefined;
  },
  LOAD_DEREF: (u, s, at) => {
    const value = u.temp(`${s.locals[at.arg].ref}.value`);
    u.guard(s, at.pc, `${value} === undefined`);
    s.stack.push(anyValue(value));
    return undefined;
  },
  STORE_DEREF: (u, s, at) => {
    const value = u.box(s, settled(u, s, s.stack[s.stack.length - 1]));
    s.stack.pop();
    u.line(`${s.locals[at.arg].ref}.value = ${value};`);
    return undefined;
  },
  PUSH_NULL: (_u, s) => {
    s.stack.push(NULL);
    return undefined;
  },
  POP_TOP: (u, s, at) => {
    const value = s.stack[s.stack.length - 1];
    if (value.kind === "any" && value.known === undefined) {
      const condition = `${value.ref} instanceof $R.Generator`;
      if (u.isFramed) fallback(u, s, at, "", condition);
      else u.guard(s, at.pc, condition);
    }
    s.stack.pop();
    return undefined;
  },
  END_SEND: (_u, s) => {
    s.stack.splice(s.stack.length - 2, 1);
    return undefined;
  },
  COPY: (u, s, at) => {
    const value = settled(u, s, s.stack[s.stack.length - at.arg]);
    s.stack.push(value);
    return undefined;
  },
  SWAP: (_u, s, at) => {
    const { stack } = s;
    const last = stack.length - 1;
    const other = stack.length - at.arg;
    [stack[last], stack[other]] = [stack[other], stack[last]];
    return undefined;
  },
  RETURN_VALUE: (u, s, at) => {
    const value = s.stack[s.stack.length - 1];
    if (u.isFramed) return returnFramed(u, s, at, value);
    u.line(`return ${u.box(s, value)};`);
    return DEAD;
  },
  RETURN_CONST: (u, s, at) => {
    const value = constantValue(u, u.code.consts[at.arg]);
    if (u.isFramed) return returnFramed(u, s, at, value);
    u.line(`return ${value.boxed ?? value.ref};`);
    return DEAD;
  },
};

/** A frame ends. */
function returnFramed(u: Unit, s: State, at: Instruction, value: Abstract): typeof DEAD {
  if (!u.emitting) return DEAD;
  u.spillLocals(s);
  u.line(`return $R.returned($T, $F, ${at.pc}, ${u.box(s, value)});`);
  return DEAD;
}

/** A generator is suspended, or goes on at once because a builtin has taken the value. */
export function yieldFramed(u: Unit, s: State, pc: number): void {
  const value = u.box(s, s.stack[s.stack.length - 1]);
  s.stack.pop();
  if (u.emitting) {
    u.line(`if ($T.collector === null || $T.collector.frame !== $F || !$T.collector.take(${value})) {`);
    u.indent++;
    u.spill(copyState(s));
    u.line(`return $R.yielded($T, $F, ${pc}, ${u.code.nlocalsplus + s.stack.length}, ${value});`);
    u.indent--;
    u.line("}");
  }
  s.stack.push(make("none", "$NONE", { known: NONE }));
}
