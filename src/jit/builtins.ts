/**
 * Builtins that compiled code calls without a frame.
 *
 * A leaf runs no Python code and looks at no frame, provided its arguments are simple: numbers, exact str, None and the
 * like ("any": whatever they are). Where it raises, the call is made again in tier 0, so a leaf must raise before it
 * has changed anything.
 */
import { BOOL, DICT, FLOAT, FROZENSET, INT, LIST, SET, STR, TUPLE } from "../objects/kernel/core-types.ts";
import type { PyType } from "../objects/kernel/object.ts";
import { fallback, type Instruction, top } from "./ops/handler.ts";
import { type Abstract, anyValue, intValue, make, type State } from "./state.ts";
import type { Unit } from "./unit.ts";

const simple = (owner: string, names: string): [string, "simple"][] =>
  names.split(" ").map((name) => [owner === "" ? name : `${owner}.${name}`, "simple"]);

export const LEAF_BUILTINS: ReadonlyMap<string, "any" | "simple"> = new Map<string, "any" | "simple">([
  ...simple("", "abs chr divmod ord round bin hex oct hash pow"),
  ...simple(
    "str",
    "startswith endswith upper lower strip lstrip rstrip split rsplit find rfind index count replace isdigit isalpha isalnum isspace isupper islower title capitalize zfill ljust rjust center partition splitlines isidentifier isdecimal swapcase casefold",
  ),
  ...simple("dict", "get pop setdefault"),
  ...simple("set", "add discard"),
  ...simple("int", "bit_length bit_count"),
  ...simple("bytearray", "append"),
  ...simple(
    "math",
    "sqrt sin cos tan atan atan2 exp log log2 log10 floor ceil fabs pow hypot gcd isnan isinf isqrt fmod asin acos sinh cosh tanh degrees radians copysign trunc",
  ),
  ["list.append", "any"],
  ["list.pop", "simple"],
  ["list.reverse", "any"],
  ["list.clear", "any"],
  ["list.copy", "any"],
  ["list.insert", "simple"],
  ["dict.keys", "any"],
  ["dict.values", "any"],
  ["dict.items", "any"],
  ["dict.copy", "any"],
  ["dict.clear", "any"],
  ["collections.deque.append", "any"],
  ["collections.deque.appendleft", "any"],
  ["collections.deque.popleft", "any"],
  ["collections.deque.pop", "any"],
]);

/** Types whose call with a simple argument, or without one, is a leaf. */
export const CONVERSIONS: ReadonlySet<PyType> = new Set([INT, FLOAT, STR, BOOL, LIST, TUPLE, DICT, SET, FROZENSET]);

type BuiltinCall = (u: Unit, s: State, at: Instruction, count: number) => Abstract | undefined;

const len: BuiltinCall = (u, s, at, count) => {
  if (count !== 1) return undefined;
  const value = top(s);
  const bounds = [0, 2 ** 32] as const;
  if (value.kind === "list" || value.kind === "tuple") return intValue(u.temp(`${value.ref}.items.length`), ...bounds);
  if (value.kind === "str") return intValue(u.temp(`${value.ref}.length`), ...bounds);
  if (value.kind === "dict") return intValue(u.temp(`${value.ref}.size`), ...bounds);
  const slot = u.slot();
  u.line(`${slot} = $R.length(${u.box(s, value)});`);
  if (!u.isFramed) {
    u.guardResult(s, at.pc, `${slot} === undefined`);
    return intValue(slot, ...bounds);
  }
  fallback(u, s, at, slot);
  return anyValue(slot);
};

/** `min` and `max` of ints; of equal ones the first, which is the same. */
const extreme =
  (operator: string): BuiltinCall =>
  (u, s, _at, count) => {
    if (count < 2 || count > 4) return undefined;
    const pick = operator === "<" ? Math.min : Math.max;
    const [first, ...more] = s.stack.slice(s.stack.length - count);
    if (first.kind !== "int" || more.some(({ kind }) => kind !== "int")) return undefined;
    return more.reduce(
      (best, each) =>
        intValue(
          u.temp(`${each.ref} ${operator} ${best.ref} ? ${each.ref} : ${best.ref}`),
          pick(best.low, each.low),
          pick(best.high, each.high),
        ),
      first,
    );
  };

const extremeOfAny =
  (operator: string, name: string): BuiltinCall =>
  (u, s, at, count) => {
    const made = extreme(operator)(u, s, at, count);
    if (made !== undefined || count < 2 || count > 3) return made;
    const args = s.stack.slice(s.stack.length - count).map((value) => u.box(s, value));
    const slot = u.slot();
    u.line(`${slot} = $R.${name}(${args.join(", ")});`);
    fallback(u, s, at, slot);
    return anyValue(slot);
  };

/** A call of one argument, or of a receiver and one, by a helper that gives undefined where it is not for it. */
const byHelper =
  (name: string, operands: number): BuiltinCall =>
  (u, s, at, count) => {
    if (count !== 1) return undefined;
    const args = s.stack.slice(s.stack.length - operands).map((value) => u.box(s, value));
    const slot = u.slot();
    u.line(`${slot} = $R.${name}(${args.join(", ")});`);
    fallback(u, s, at, slot);
    return anyValue(slot);
  };

export const BUILTIN_CALLS: Readonly<Record<string, BuiltinCall>> = {
  id: byHelper("id", 1),
  "str.join": byHelper("joinItems", 2),
  len,
  min: extremeOfAny("<", "min"),
  max: extremeOfAny(">", "max"),
  abs: (u, s, _at, count) => {
    const value = top(s);
    if (count !== 1) return undefined;
    if (value.kind === "float") return make("float", u.temp(`Math.abs(${value.ref})`));
    if (value.kind !== "int") return undefined;
    return intValue(u.temp(`Math.abs(${value.ref})`), 0, Math.max(Math.abs(value.low), Math.abs(value.high)));
  },
  isinstance: (u, s, at, count) => {
    if (count !== 2) return undefined;
    const slot = u.slot();
    u.line(`${slot} = $R.isInstance(${u.box(s, top(s, 2))}, ${u.box(s, top(s))});`);
    fallback(u, s, at, slot);
    return make("bool", slot);
  },
  "math.sqrt": (u, s, at, count) => {
    const value = top(s);
    if (count !== 1 || (value.kind !== "float" && value.kind !== "int")) return undefined;
    u.guard(s, at.pc, `${value.ref} < 0`);
    return make("float", u.temp(`Math.sqrt(${value.ref})`));
  },
  "list.append": (u, s, _at, count) => {
    const receiver = top(s, 2);
    if (count !== 1 || receiver.kind !== "list") return undefined;
    u.line(`$R.append(${receiver.ref}, ${u.box(s, top(s))});`);
    return make("none", "$NONE", undefined);
  },
};
