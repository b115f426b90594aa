/**
 * Small programs over the builtin types, by seed: values, then one operation on them (operator, slice, method, format,
 * builtin function), or a topic of its own (type-texts.ts, type-behaviour.ts). The methods and attributes are those of
 * tests/golden/types/builtins.json, so that each is tried.
 *
 * Numbers are either small or beyond 64 bits: between these, a 32-bit reference has other limits.
 */
import fs from "node:fs";
import { GOLDEN } from "../golden/types.ts";
import { Random } from "./random.ts";
import { BEHAVIOUR_TOPICS } from "./type-behaviour.ts";
import { TEXT_TOPICS } from "./type-texts.ts";
import { anyValue, TYPES, value } from "./type-values.ts";

const OPERATORS = [
  "+",
  "-",
  "*",
  "/",
  "//",
  "%",
  "@",
  "&",
  "|",
  "^",
  "<<",
  ">>",
  "<",
  "<=",
  ">",
  ">=",
  "==",
  "!=",
  "in",
  "not in",
  "and",
  "is not",
];
const FUNCTIONS =
  "abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate float frozenset hex int iter len list max min next oct ord repr reversed round set slice sorted str sum tuple zip isinstance issubclass memoryview filter map range format".split(
    " ",
  );
/** Not called: what shows sizes, hashes and addresses, and powers without a bound. */
const LEFT_OUT = new Set(
  "__sizeof__ __hash__ __dir__ __subclasshook__ __subclasses__ __pow__ __rpow__ __ipow__ __buffer__ __release_buffer__ __flags__ __basicsize__ __dictoffset__ __weakrefoffset__ __itemsize__ __dict__ __traceback__".split(
    " ",
  ),
);
const FILLS = ["", "*<", ">", "^", "=", "0", "_^", "\\ud83d>"];
const SIGNS = ["", "+", "-", " "];
const WIDTHS = ["", "1", "5", "12", "012"];
const GROUPS = ["", ",", "_"];
const PRECISIONS = ["", ".0", ".1", ".3", ".20"];
const CONVERSIONS = ["", "d", "f", "g", "e", "s", "x", "X", "#x", "b", "o", "c", "n", "%", "G", "E", "F", "a"];

interface Names {
  readonly methods: readonly string[];
  readonly attributes: readonly string[];
}

/** What each type of the values has, its bases below object included. */
function namesByType(): Map<string, Names> {
  const { types } = JSON.parse(fs.readFileSync(GOLDEN, "utf8")) as {
    types: Record<string, { bases: string[]; attributes: Record<string, { kind: string }> }>;
  };
  const entries = (type: string): [string, string][] =>
    type === "object" || types[type] === undefined
      ? []
      : Object.entries(types[type].attributes)
          .map(([name, { kind }]): [string, string] => [name, kind])
          .concat(types[type].bases.flatMap(entries));
  const names = new Map<string, Names>();
  for (const type of TYPES) {
    const all = entries(type).filter(([name]) => !LEFT_OUT.has(name));
    const of = (pattern: RegExp): string[] => [
      ...new Set(all.flatMap(([name, kind]) => (pattern.test(kind) ? [name] : []))),
    ];
    names.set(type, {
      methods: of(/^(method|wrapper|classmethod)_descriptor$|^staticmethod$/),
      attributes: of(/^(getset|member)_descriptor$/),
    });
  }
  return names;
}

const NAMES = namesByType();
const index = (random: Random): string =>
  random.pick(["", "", "0", "1", "2", "-1", "-2", "5", "None", "10**20", "-(10**20)", "1.5", "'a'"]);
const subscript = (random: Random): string =>
  random.below(3) === 0
    ? `[${random.pick(["0", "1", "-1", "7", "'a'", "None", "1.0", "(1, 2)", "10**20", "slice(0, 2)", "()"])}]`
    : `[${index(random)}:${index(random)}${random.below(2) === 0 ? "" : `:${index(random)}`}]`;
const specification = (random: Random): string =>
  [FILLS, SIGNS, WIDTHS, GROUPS, PRECISIONS, CONVERSIONS].map((part) => random.pick(part)).join("");

const OPERATIONS: readonly ((random: Random, type: string) => string)[] = [
  (random) => `r = x ${random.pick(OPERATORS)} y`,
  (random) => `r = y ${random.pick(OPERATORS)} x`,
  (random) => `z = x\nz ${random.pick(["+", "-", "*", "/", "//", "%", "&", "|", "^"])}= y`,
  (random) => `r = ${random.pick(["-", "+", "~", "not "])}x`,
  (random) => `r = x ** ${random.pick(["0", "1", "2", "-1", "3", "0.5", "-0.5", "2j", "None", "'a'"])}`,
  (random) => `r = x${subscript(random)}`,
  (random) => `x${subscript(random)} = y`,
  (random) => `del x${subscript(random)}`,
  (random) => `r = format(x, '${specification(random)}')`,
  (random) =>
    `r = '${random.pick(["{}", "{!r}", "{0}{0}", "{x}", "{:>{}}", "{0[0]}", "{!a:*^12}", "{0.real}", "{{}}", "{", "{!z}", "{1}"])}'.format(x, y)`,
  (random) =>
    `r = '%${random.pick(["", "-", "0", "+", " ", "#", "-0"])}${random.pick(["", "5", "10", ".3", "8.2"])}${random.pick([..."sradixXofeEgGc%buq"])}' % ${random.pick(["x", "(x,)", "(x, y)"])}`,
  (random) =>
    `r = b'%${random.pick(["", "-", "0", "+"])}${random.pick(["", "5", ".3"])}${random.pick([..."sradixofgcb%"])}' % ${random.pick(["x", "(x,)"])}`,
  (random) =>
    `r = ${random.pick(FUNCTIONS)}(${random.pick(["", "x", "x", "x", "x, y", "x, y", "y, x", "x, y, z", "x, foo=y", "*x", "**x"])})`,
  (random) => `a, ${random.pick(["b", "*b", "b, c", "*b, c"])} = x\nr = a, b`,
  (random) =>
    `for r in x:\n    ${random.pick(["pass", "break", "x.append(r) if len(x) < 9 else 0", "x.pop()", "x.add(len(x) + 5)", "x[r] = 1; del x[r]"])}`,
  (random) =>
    `match x:\n    case ${random.pick(["[a, *b]", "{'a': b, **a}", "int(a) | str(a)", "(1, b)", "1 | 2 | None", "str() as a", "[]", "-1"])}:\n        r = True\n    case _:\n        r = False`,
];

function methodCall(random: Random, type: string): string {
  const { methods, attributes } = NAMES.get(type) as Names;
  if (attributes.length > 0 && random.below(6) === 0) {
    const place = `x.${random.pick(attributes)}`;
    return random.pick([`r = ${place}`, `${place} = y`, `del ${place}`]);
  }
  if (methods.length === 0) return "r = x";
  const args = random.some(0, random.pick([0, 1, 1, 2, 3]), () => random.pick(["x", "y", "z", anyValue(random)]));
  if (random.below(12) === 0)
    args.push(
      `${random.pick(["sep", "key", "foo", "maxsplit", "keepends", "encoding", "errors"])}=${anyValue(random)}`,
    );
  return `r = x.${random.pick(methods)}(${args.join(", ")})`;
}

/** A value of each type against any other: one operation or method. */
function single(random: Random): string {
  const type = random.pick(TYPES);
  const lines = [`x = ${value(random, type)}`];
  lines.push(`y = ${random.below(3) === 0 ? value(random, type) : anyValue(random)}`, `z = ${anyValue(random)}`);
  lines.push(random.below(2) === 0 ? methodCall(random, type) : random.pick(OPERATIONS)(random, type));
  return `${lines.join("\n")}\n`;
}

/** The program of a seed. */
export function makeProgram(seed: number): string {
  const random = new Random(seed);
  const topics = random.pick([[single], TEXT_TOPICS, BEHAVIOUR_TOPICS]);
  return random.pick(topics)(random);
}
