/**
 * From code object to JavaScript function: what stands around the text of a unit.
 */
import { CO_VARARGS } from "../bytecode/code.ts";
import { DICT, FLOAT, FUNCTION, LIST, NONE, TUPLE } from "../objects/kernel/core-types.ts";
import { PyFloat } from "../objects/kernel/payload.ts";
import type { PyCode } from "../objects/types/code.ts";
import type { Frame, Slot } from "../vm/frame.ts";
import type { Outcome } from "../vm/outcome.ts";
import { current, type Thread } from "../vm/thread.ts";
import { ABSENT, type Direct } from "../vm/tiering.ts";
import { tooDeep } from "./entries.ts";
import { buildGraph } from "./graph.ts";
import { type Exit, landFramed, landUnframed } from "./landing.ts";
import { HANDLERS } from "./ops/all.ts";
import { type Abstract, anyValue, intValue, type Kind, make, SAFE, type State, UNBOUND } from "./state.ts";
import { SUPPORT } from "./support.ts";
import { findTypes, variableName, writeText } from "./translate.ts";
import { type Assumptions, Refusal, Unit } from "./unit.ts";

/** Who is told when compiled code is left. */
export interface Watcher {
  left(exit: Exit): void;
}

export type Framed = (thread: Thread, frame: Frame) => Outcome | typeof ABSENT;

/** Text beyond this makes V8 slow rather than fast. */
const MOST_TEXT = 200_000;
const MOST_INSTRUCTIONS = 3000;

/** What a value is, as far as an entry looks: anything it does not tell apart is "any". */
export function kindOf(value: Slot): Kind {
  switch (typeof value) {
    case "number":
      return "int";
    case "boolean":
      return "bool";
    case "string":
      return "str";
    case "undefined":
      return "unbound";
    case "object":
      if (value === null) return "null";
      if (value === NONE) return "any";
      if (value.cls === FLOAT) return "float";
      if (value.cls === LIST) return "list";
      if (value.cls === TUPLE) return "tuple";
      return value.cls === DICT ? "dict" : "any";
    default:
      return "any";
  }
}

const TESTS: Readonly<Partial<Record<Kind, (ref: string) => string>>> = {
  int: (ref) => `typeof ${ref} !== "number"`,
  bool: (ref) => `typeof ${ref} !== "boolean"`,
  str: (ref) => `typeof ${ref} !== "string"`,
  unbound: (ref) => `${ref} !== undefined`,
  null: (ref) => `${ref} !== null`,
  float: (ref) => `(${ref} ?? 0).cls !== $FLOAT`,
  list: (ref) => `(${ref} ?? 0).cls !== $LIST`,
  tuple: (ref) => `(${ref} ?? 0).cls !== $TUPLE`,
  dict: (ref) => `(${ref} ?? 0).cls !== $DICT`,
};

function entryValue(u: Unit, ref: string, kind: Kind): Abstract {
  if (kind === "unbound") return UNBOUND;
  if (kind === "null") return make("null", "null");
  if (kind === "int") return intValue(ref, -SAFE, SAFE);
  if (kind === "float") return make("float", u.temp(`${ref}.value`), { boxed: ref });
  return kind === "any" ? anyValue(ref) : make(kind, ref);
}

const HEAD =
  "const $NONE = $c.NONE, $Float = $c.Float, $FLOAT = $c.FLOAT, $LIST = $c.LIST, $TUPLE = $c.TUPLE, $DICT = $c.DICT, $FUNCTION = $c.FUNCTION, $R = $c.R, $current = $c.current;";
const SHARED = { NONE, Float: PyFloat, FLOAT, LIST, TUPLE, DICT, FUNCTION, R: { ...SUPPORT, tooDeep }, current };

function functionName(code: PyCode): string {
  const name = code.name.replace(/\W/g, "_");
  return /^[A-Za-z_]/.test(name) ? `py_${name}` : `py_${name.replace(/^\W+/, "_")}`;
}

function declarations(u: Unit, parameters: readonly string[]): string {
  const names = [...u.variables.keys()].filter((name) => !parameters.includes(name));
  const initial = names.map((name) =>
    name.endsWith("$f") ? `${name} = 0` : name.endsWith("$b") ? `${name} = false` : name,
  );
  const spares = Array.from({ length: u.spares }, (_, i) => `$q${i}`);
  return `  let ${["$x = 0", "$t = 0", ...(u.isFramed ? ["$o = 0"] : []), ...initial, ...spares].join(", ")};`;
}

const valuesText = (u: Unit): string =>
  `[${[...u.variables.keys(), ...Array.from({ length: u.spares }, (_, i) => `$q${u.spares - 1 - i}`)].join(", ")}]`;

function finish(
  u: Unit,
  head: string,
  parameters: readonly string[],
  watcher: Watcher,
): { make: () => unknown; text: string } {
  const landing = u.isFramed
    ? `return $land($T, $x, $F, ${valuesText(u)});`
    : `return $land($T, $x, $d, $f, ${valuesText(u)});`;
  const constants = u.constants.map((_, i) => `k$${i} = $k[${i}]`);
  const lines = [
    `${head} {`,
    u.isFramed
      ? "  const $S = $F.stack, $d = $F.depth, $f = $F.func;"
      : "  const $T = $current.thread;\n  if ($d > $T.nativeLimit && $d > $T.recursionLimit) return $R.tooDeep($T);",
    declarations(u, parameters),
    "  $X: {",
    ...u.lines,
    "  }",
    `  ${landing}`,
    "}",
  ];
  const text = lines.join("\n");
  const { exits } = u;
  const reached = new Set<number>();
  const land = u.isFramed
    ? (thread: Thread, x: number, frame: Frame, values: Slot[]): Outcome => {
        watcher.left(exits[x]);
        return landFramed(thread, exits[x], frame, values);
      }
    : (thread: Thread, x: number, depth: number, func: never, values: Slot[]): undefined => {
        watcher.left(exits[x]);
        return landUnframed(thread, exits[x], depth, func, values);
      };
  const prologue = `"use strict"; ${HEAD}${constants.length > 0 ? ` const ${constants.join(", ")};` : ""}`;
  return {
    make: () =>
      new Function("$c", "$k", "$land", "$n", `${prologue}\nreturn ${text}`)(SHARED, u.constants, land, reached),
    text,
  };
}

export interface Compiled<F> {
  readonly run: F;
  readonly text: string;
  /** Of what the text calls `k$0`, `k$1` and so on. */
  readonly constants: readonly unknown[];
}

function newUnit(code: PyCode, pc: number, isFramed: boolean, assume: Assumptions): Unit {
  if (code.ops.length > MOST_INSTRUCTIONS) throw new Refusal("too long");
  const graph = buildGraph(code, pc);
  if (graph === undefined) throw new Refusal("a loop with two entries");
  return new Unit(code, graph, isFramed, assume, (u, s, at) => HANDLERS[at.op](u, s, at));
}

function translate(u: Unit, first: () => State): void {
  const types = findTypes(u, first());
  if (types === undefined) throw new Refusal("the types do not settle");
  u.emitting = true;
  writeText(u, types, first());
  if (u.lines.length * 40 > MOST_TEXT) throw new Refusal("the text grows too long");
}

/** What `*args` and `**kwargs` are at the beginning of a call. */
function starredValues(code: PyCode, parameters: readonly string[]): Abstract[] {
  const names = parameters.slice(code.argcount + code.kwonlyargcount);
  const isTuple = (i: number): boolean => i === 0 && (code.flags & CO_VARARGS) !== 0;
  return names.map((name, i) => make(isTuple(i) ? "tuple" : "dict", name));
}

/** A function of its arguments; `kinds` says what they are taken to be. */
export function compileDirect(
  code: PyCode,
  kinds: readonly Kind[],
  assume: Assumptions,
  watcher: Watcher,
): Compiled<Direct> {
  const u = newUnit(code, 0, false, assume);
  const count = code.parameters;
  const parameters = Array.from({ length: count }, (_, i) => variableName(u, i));
  for (const name of parameters) u.variable(name);
  const first = (): State => {
    const locals: Abstract[] = Array.from({ length: code.nlocalsplus }, (_, i) =>
      i < count ? anyValue(parameters[i]) : UNBOUND,
    );
    const state: State = { locals, stack: [], clean: locals.map(() => false) };
    u.guard(state, 0, "$d > $T.nativeLimit || $T.poll !== 0", true);
    const before = { ...state, locals: state.locals.slice() };
    starredValues(code, parameters).forEach((value, i) => {
      locals[code.argcount + code.kwonlyargcount + i] = value;
    });
    for (let i = 0; i < count; i++) {
      const test = kinds[i] === "int" || kinds[i] === "float" ? TESTS[kinds[i]] : undefined;
      if (test === undefined) continue;
      u.guard(before, 0, test(parameters[i]));
      locals[i] = entryValue(u, parameters[i], kinds[i]);
    }
    return state;
  };
  translate(u, first);
  const head = `function ${functionName(code)}(${["$d", "$f", ...parameters].join(", ")})`;
  const { make: build, text } = finish(u, head, parameters, watcher);
  return { run: build() as Direct, text, constants: u.constants };
}

/** A function that goes on with a frame at `pc`; `kinds` are those of its variables and its stack. */
export function compileFramed(
  code: PyCode,
  pc: number,
  kinds: readonly Kind[],
  assume: Assumptions,
  watcher: Watcher,
): Compiled<Framed> {
  const u = newUnit(code, pc, true, assume);
  const { nlocalsplus } = code;
  translate(u, () => {
    u.line(`if ($F.sp !== ${kinds.length}) return ${ABSENT};`);
    const values = kinds.map((kind, i) => {
      const ref = u.temp(`$S[${i}]`);
      const test = TESTS[kind];
      if (test !== undefined) u.line(`if (${test(ref)}) return ${ABSENT};`);
      return entryValue(u, ref, kind);
    });
    return {
      locals: values.slice(0, nlocalsplus),
      stack: values.slice(nlocalsplus),
      clean: kinds.slice(0, nlocalsplus).map(() => true),
    };
  });
  const { make: build, text } = finish(u, `function ${functionName(code)}_${pc}($T, $F)`, [], watcher);
  return { run: build() as Framed, text, constants: u.constants };
}
