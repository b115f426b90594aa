/**
 * What the compiler knows of the variables and the stack at one point of the code: an abstract value each, with the
 * JavaScript expression that holds it.
 *
 * Invariant: an expression is an atom (a variable, a temporary, a constant), so it may be written as often as one likes.
 * A merge point keeps its values in canonical variables: `x` for Python's x, `x$f` where it is an unboxed float.
 */
import type { Value } from "../objects/kernel/object.ts";

export type Kind =
  | "any"
  | "int" // a JavaScript number: a safe integer in [low, high]
  | "float" // a raw JavaScript number
  | "bool"
  | "str" // a JavaScript string
  | "none"
  | "list" // of exactly that class, as the next two
  | "tuple"
  | "dict"
  | "unbound" // undefined: an unbound variable
  | "null" // CPython's NULL
  | "method" // one of `choices`, the number of which is in the expression
  | "range" // not made yet: parts are start, stop and step
  | "rangeIterator"; // not made: parts are the variables for current, step and remaining

export interface Abstract {
  readonly kind: Kind;
  readonly ref: string;
  readonly low: number;
  readonly high: number;
  /** Of a float: the expression for the object it was unboxed from. */
  readonly boxed?: string | undefined;
  /** The variable may be unbound; this one says if it is bound. Floats only. */
  readonly bound?: string | undefined;
  /** The very object, if it is known. */
  readonly known?: Value | undefined;
  readonly parts?: readonly Abstract[] | undefined;
  /** Certainly not NULL, where a call looks for a method or NULL. */
  readonly isMethod?: boolean | undefined;
  readonly choices?: readonly Value[] | undefined;
}

const NO = Number.NaN;
export const SAFE = Number.MAX_SAFE_INTEGER;
export const INT32 = 2 ** 31 - 1;

export const make = (kind: Kind, ref: string, more?: Partial<Abstract>): Abstract => ({
  kind,
  ref,
  low: NO,
  high: NO,
  ...more,
});
export const anyValue = (ref: string): Abstract => make("any", ref);
export const intValue = (ref: string, low: number, high: number): Abstract => make("int", ref, { low, high });
export const UNBOUND = make("unbound", "undefined");
export const NULL = make("null", "null");

export interface State {
  readonly locals: Abstract[];
  readonly stack: Abstract[];
  /** Of each variable: does the frame's own home hold it? Only where there is a frame. */
  readonly clean: boolean[];
}

export const copyState = (state: State): State => ({
  locals: state.locals.slice(),
  stack: state.stack.slice(),
  clean: state.clean.slice(),
});

/** The bounds at which a growing interval stops. */
const LIMITS = [0, 1, INT32, 2 ** 32 - 1, SAFE];

function widenLow(low: number): number {
  for (const limit of LIMITS) if (low >= -limit) return low >= 0 ? 0 : -limit;
  return -SAFE;
}

function widenHigh(high: number): number {
  for (const limit of LIMITS.slice(2)) if (high <= limit) return limit;
  return SAFE;
}

const isRaw = (value: Abstract): boolean => value.kind === "float" && value.boxed === undefined;

/** What is true of both, as kinds go; `widen` where a loop comes back. */
export function joinValue(a: Abstract, b: Abstract, widen: boolean): Abstract {
  if (a === b) return a;
  if (a.kind === "int" && b.kind === "int") {
    let low = Math.min(a.low, b.low);
    let high = Math.max(a.high, b.high);
    if (widen && low < a.low) low = widenLow(low);
    if (widen && high > a.high) high = widenHigh(high);
    return low === a.low && high === a.high && a.known === undefined ? a : intValue("", low, high);
  }
  if (a.kind === "float" && b.kind === "float") return joinFloats(a, b);
  if (isRaw(a) && b.kind === "unbound") return a.bound === undefined ? make("float", "", { bound: "?" }) : a;
  if (isRaw(b) && a.kind === "unbound") return make("float", "", { bound: "?" });
  if (a.kind === "rangeIterator" && b.kind === "rangeIterator") {
    const parts = a.parts?.map((part, i) => joinValue(part, (b.parts as Abstract[])[i], widen)) as Abstract[];
    return parts.every((part, i) => part === a.parts?.[i]) ? a : make("rangeIterator", "", { parts });
  }
  const isSame = a.kind === b.kind && a.kind !== "range" && a.kind !== "method";
  if (isSame && (a.known === b.known || a.known === undefined)) return a;
  if (isSame) return make(a.kind, "");
  return a.kind === "any" && a.known === undefined ? a : anyValue("");
}

/** A number that was computed is in a raw variable alone; one that is an object keeps its identity beside it. */
function joinFloats(a: Abstract, b: Abstract): Abstract {
  const bound = a.bound ?? b.bound;
  if (isRaw(a)) return bound === a.bound ? a : make("float", "", { bound });
  if (isRaw(b)) return make("float", "", { bound });
  return a.known === undefined ? a : make("float", "", { boxed: "?" });
}
