/** Building, subscripting, unpacking and walking over containers. */

import { INTRINSIC_1 } from "../../bytecode/operators.ts";
import { SEEN_DICT, SEEN_LIST, SEEN_STR, SEEN_TUPLE } from "../../vm/tiering.ts";
import { type Abstract, anyValue, intValue, make, type State } from "../state.ts";
import type { Unit } from "../unit.ts";
import { asInt, fallback, generic, type Handler, type Instruction, result, seen, top } from "./handler.ts";

/** The value as a list (tuple, dict) of exactly that class; leaves where it is none. */
export function asExact(
  u: Unit,
  s: State,
  at: Instruction,
  value: Abstract,
  kind: "list" | "tuple" | "dict",
): Abstract | undefined {
  if (value.kind === kind) return value;
  if (value.kind !== "any" || value.known !== undefined) return undefined;
  u.guard(s, at.pc, `${value.ref}.cls !== $${kind.toUpperCase()}`);
  const refined = make(kind, value.ref);
  u.replace(s, value, refined);
  return refined;
}

function boxes(u: Unit, s: State, count: number): string[] {
  const refs: string[] = [];
  for (let i = s.stack.length - count; i < s.stack.length; i++) refs.push(u.box(s, s.stack[i]));
  return refs;
}

const build =
  (kind: "list" | "tuple"): Handler =>
  (u, s, at) => {
    const items = boxes(u, s, at.arg).join(", ");
    const text =
      kind === "list" ? `new $R.List([${items}])` : at.arg === 0 ? "$R.emptyTuple" : `new $R.Tuple([${items}])`;
    result(s, at.arg, make(kind, u.temp(text)));
    return undefined;
  };

/** `items[index]` of a list or tuple, the index in range; leaves where it is not. */
function loadItem(u: Unit, s: State, at: Instruction, container: Abstract, index: Abstract): Abstract {
  const items = u.temp(`${container.ref}.items`);
  let where = index.ref;
  if (index.high < 0) where = u.temp(`${items}.length + ${index.ref}`);
  else if (index.low < 0) where = u.temp(`${index.ref} < 0 ? ${items}.length + ${index.ref} : ${index.ref}`);
  const item = u.temp(`${items}[${where}]`);
  u.guard(s, at.pc, `${item} === undefined`);
  return anyValue(item);
}

const isUnknown = (value: Abstract): boolean => value.kind === "any" && value.known === undefined;

const binarySubscr: Handler = (u, s, at) => {
  const mask = seen(u, at);
  const [container, key] = [top(s, 2), top(s)];
  const kind =
    container.kind === "any"
      ? mask === SEEN_LIST
        ? "list"
        : mask === SEEN_TUPLE
          ? "tuple"
          : mask === SEEN_DICT
            ? "dict"
            : undefined
      : container.kind;
  if ((kind === "list" || kind === "tuple") && (mask === SEEN_LIST || mask === SEEN_TUPLE)) {
    const exact = asExact(u, s, at, container, kind);
    const index = exact === undefined ? undefined : asInt(u, s, at, top(s));
    if (exact !== undefined && index !== undefined) {
      result(s, 2, loadItem(u, s, at, exact, index));
      return undefined;
    }
  }
  if (kind === "dict" && mask === SEEN_DICT) {
    const exact = asExact(u, s, at, container, "dict");
    if (exact !== undefined) {
      const slot = u.slot();
      u.line(`${slot} = ${simpleKey(u, s, key, (text) => `${exact.ref}.get(${text})`)};`);
      fallback(u, s, at, slot);
      result(s, 2, anyValue(slot));
      return undefined;
    }
  }
  if (mask === SEEN_STR && (container.kind === "str" || isUnknown(container))) {
    const index = asInt(u, s, at, key);
    if (index !== undefined) {
      if (container.kind !== "str") {
        u.guard(s, at.pc, `typeof ${container.ref} !== "string"`);
        u.replace(s, container, make("str", container.ref));
      }
      const outside = `${index.ref} >= ${container.ref}.length`;
      u.guard(s, at.pc, index.low >= 0 ? outside : `${index.ref} < 0 || ${outside}`);
      result(s, 2, make("str", u.temp(`${container.ref}[${index.ref}]`)));
      return undefined;
    }
  }
  const slot = u.slot();
  u.line(`${slot} = $R.subscript(${u.box(s, top(s, 2))}, ${u.box(s, top(s))});`);
  fallback(u, s, at, slot);
  result(s, 2, anyValue(slot));
  return undefined;
};

/** Use a dict key only if hashing and comparing it runs no Python code. */
function simpleKey(u: Unit, s: State, key: Abstract, use: (text: string) => string): string {
  const text = u.box(s, key);
  return key.kind === "int" || key.kind === "str" ? use(text) : `$R.isSimple(${text}) ? ${use(text)} : undefined`;
}

const storeSubscr: Handler = (u, s, at) => {
  const mask = seen(u, at);
  const container = top(s, 2);
  if (mask === SEEN_LIST) {
    const exact = asExact(u, s, at, container, "list");
    const index = exact === undefined ? undefined : asInt(u, s, at, top(s));
    if (exact !== undefined && index !== undefined) {
      const items = u.temp(`${exact.ref}.items`);
      const value = u.box(s, top(s, 3));
      u.guard(s, at.pc, `${index.low < 0 ? `${index.ref} < 0 || ` : ""}${index.ref} >= ${items}.length`);
      u.line(`${items}[${index.ref}] = ${value};`);
      s.stack.length -= 3;
      return undefined;
    }
  }
  const value = u.box(s, top(s, 3));
  const slot = u.temp(`$R.store(${u.box(s, top(s, 2))}, ${u.box(s, top(s))}, ${value})`);
  fallback(u, s, at, "", `${slot} === undefined`);
  s.stack.length -= 3;
  return undefined;
};

const unpackSequence: Handler = (u, s, at) => {
  const value = top(s);
  const isList = value.kind === "list" || (seen(u, at) & SEEN_LIST) !== 0;
  const exact = u.assume.speculate ? asExact(u, s, at, value, isList ? "list" : "tuple") : undefined;
  if (exact === undefined) return generic(u, s, at);
  const items = u.temp(`${exact.ref}.items`);
  u.guard(s, at.pc, `${items}.length !== ${at.arg}`);
  s.stack.pop();
  for (let i = at.arg - 1; i >= 0; i--) s.stack.push(anyValue(u.temp(`${items}[${i}]`)));
  return undefined;
};

const getIter: Handler = (u, s, at) => {
  const value = top(s);
  if (value.kind === "range") {
    const [start, stop, step] = value.parts as Abstract[];
    const remaining = u.temp(`$R.rangeLength(${start.ref}, ${stop.ref}, ${step.ref})`);
    const isUp = step.low > 0;
    const low = isUp ? start.low : Math.min(start.low, stop.low);
    const high = isUp ? Math.max(start.low, stop.high - 1) : Math.max(start.high, stop.high);
    const stride = Math.max(Math.abs(step.low), Math.abs(step.high));
    const parts = [
      intValue(start.ref, low - stride, high + stride),
      step,
      intValue(remaining, 0, high - low + 1),
      // Not a variable: the interval of the items.
      intValue("0", low, high),
    ];
    result(s, 1, make("rangeIterator", "", { parts }));
    return undefined;
  }
  const slot = u.slot();
  u.line(`${slot} = $R.iterator(${u.box(s, value)});`);
  fallback(u, s, at, slot);
  result(s, 1, anyValue(slot));
  return undefined;
};

const slice: Handler = (u, s, at) => {
  const slot = u.slot();
  u.line(`${slot} = $R.slice(${u.box(s, top(s, 3))}, ${u.box(s, top(s, 2))}, ${u.box(s, top(s))});`);
  fallback(u, s, at, slot);
  result(s, 3, anyValue(slot));
  return undefined;
};

export const CONTAINERS: Record<string, Handler> = {
  BUILD_LIST: build("list"),
  BUILD_TUPLE: build("tuple"),
  BUILD_MAP: (u, s, at) => {
    const pairs = s.stack.slice(s.stack.length - 2 * at.arg);
    const keys = pairs.filter((_, i) => i % 2 === 0);
    if (!keys.every(({ kind }) => kind === "int" || kind === "str" || kind === "none")) return generic(u, s, at);
    const refs = boxes(u, s, 2 * at.arg);
    const dict = u.temp("new $R.Dict()");
    for (let i = 0; i < refs.length; i += 2) u.line(`${dict}.set(${refs[i]}, ${refs[i + 1]});`);
    result(s, 2 * at.arg, make("dict", dict));
    return undefined;
  },
  DICT_MERGE: (u, s, at) => {
    const merged = u.temp(`$R.mergeKeywords(${u.box(s, top(s, at.arg + 1))}, ${u.box(s, top(s))})`);
    fallback(u, s, at, "", `!${merged}`);
    s.stack.pop();
    return undefined;
  },
  LIST_EXTEND: (u, s, at) => {
    const extended = u.temp(`$R.extend(${u.box(s, top(s, at.arg + 1))}, ${u.box(s, top(s))})`);
    fallback(u, s, at, "", `!${extended}`);
    s.stack.pop();
    return undefined;
  },
  CALL_INTRINSIC_1: (u, s, at) => {
    if (INTRINSIC_1[at.arg] !== "INTRINSIC_LIST_TO_TUPLE" || top(s).kind !== "list") return generic(u, s, at);
    result(s, 1, make("tuple", u.temp(`new $R.Tuple(${top(s).ref}.items.slice())`)));
    return undefined;
  },
  BUILD_STRING: (u, s, at) => {
    const pieces = boxes(u, s, at.arg);
    result(s, at.arg, anyValue(u.temp(`$R.join([${pieces.join(", ")}])`)));
    return undefined;
  },
  FORMAT_VALUE: (u, s, at) => {
    if (at.arg !== 0 && at.arg !== 1) return generic(u, s, at);
    if (top(s).kind === "str") return undefined;
    const slot = u.slot();
    u.line(`${slot} = $R.format(${u.box(s, top(s))});`);
    fallback(u, s, at, slot);
    result(s, 1, anyValue(slot));
    return undefined;
  },
  BINARY_SUBSCR: binarySubscr,
  STORE_SUBSCR: storeSubscr,
  BINARY_SLICE: slice,
  BUILD_SLICE: (u, s, at) => {
    const parts = boxes(u, s, at.arg);
    if (at.arg === 2) parts.push("$NONE");
    result(s, at.arg, anyValue(u.temp(`new $R.Slice(${parts.join(", ")})`)));
    return undefined;
  },
  UNPACK_SEQUENCE: unpackSequence,
  LIST_APPEND: (u, s, at) => {
    const value = u.box(s, top(s));
    u.line(`$R.append(${top(s, at.arg + 1).ref}, ${value});`);
    s.stack.pop();
    return undefined;
  },
  SET_ADD: (u, s, at) => {
    fallback(u, s, at, "", `!$R.setAdd(${top(s, at.arg + 1).ref}, ${u.box(s, top(s))})`);
    s.stack.pop();
    return undefined;
  },
  MAP_ADD: (u, s, at) => {
    const key = u.box(s, top(s, 2));
    fallback(u, s, at, "", `$R.store(${top(s, at.arg + 2).ref}, ${key}, ${u.box(s, top(s))}) === undefined`);
    s.stack.length -= 2;
    return undefined;
  },
  GET_ITER: getIter,
};
