/**
 * Small programs over the builtin types, by seed: values, then one operation on them (operator, slice, method, format,
 * builtin function). The methods are those of tests/golden/types/builtins.json, so that each is tried.
 *
 * Numbers are either small or beyond 64 bits: between these, a 32-bit reference has other limits.
 */
import fs from "node:fs";
import { GOLDEN } from "../golden/types.ts";

/** xorshift32 */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0 || 1;
  }

  below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    this.state >>>= 0;
    return this.state % limit;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  int: [
    "0",
    "1",
    "-1",
    "2",
    "3",
    "7",
    "-7",
    "10",
    "255",
    "256",
    "-300",
    "10**20",
    "-(2**65)",
    "2**100 + 1",
    "True",
    "False",
  ],
  float: [
    "0.0",
    "-0.0",
    "1.5",
    "-2.5",
    "0.1",
    "1e16",
    "1e22",
    "1e-7",
    "123456789.125",
    "float('inf')",
    "float('nan')",
    "1e308",
    "5e-324",
  ],
  complex: ["0j", "1j", "(1+2j)", "complex('-0.0-1.5j')", "complex('nan')"],
  str: [
    "''",
    "'a'",
    "'abc'",
    "'Hello, World'",
    "'  x\\ty\\n'",
    "'\\u00df\\u0130'",
    "'\\U0001f600b'",
    "'\\ud800'",
    "'12'",
    "'-3.5'",
    "'aXbXc'",
    "'\\u0660\\u0967'",
    "'{}'",
    "'%s'",
    "'a\\x00b'",
  ],
  bytes: ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'a b\\tc\\n'", "b'12'", "b'%d'", "b'aXbXc'"],
  bytearray: ["bytearray()", "bytearray(b'abc')", "bytearray(b'\\x00\\xffz')", "bytearray(b'a,b,c')"],
  list: ["[]", "[1]", "[1, 2, 3]", "['b', 'a']", "[3, 1.5, True]", "[[1], [2, 3]]", "[None, 0, '']"],
  tuple: ["()", "(1,)", "(1, 2, 3)", "('a', 'b')", "(1, (2, 3))", "('x', 1.5, None)"],
  dict: ["{}", "{1: 'a'}", "{'a': 1, 'b': 2}", "{1: 1, 1.5: 2, (): 3}", "{None: []}"],
  set: ["set()", "{1}", "{1, 2, 3}", "{1.0, None}"],
  frozenset: ["frozenset()", "frozenset([1, 2])", "frozenset('ab')"],
  range: ["range(0)", "range(5)", "range(2, 10, 3)", "range(5, -5, -2)"],
  slice: ["slice(None)", "slice(1, 5)", "slice(None, None, -1)", "slice(-3, None, 2)"],
  memoryview: ["memoryview(b'abcd')", "memoryview(bytearray(b'xyz'))"],
  NoneType: ["None"],
  type: ["int", "str", "list", "object", "type", "ValueError"],
};

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
/** Not called: what shows sizes, hashes and addresses, or makes classes. */
const LEFT_OUT = new Set(
  "__sizeof__ __hash__ __reduce__ __reduce_ex__ __dir__ __getstate__ __init_subclass__ __subclasshook__ __subclasses__ __pow__ __rpow__ __ipow__ __call__ mro __prepare__ __buffer__ __release_buffer__ __getattribute__ __new__ __class_getitem__ __setattr__ __delattr__ is_integer".split(
    " ",
  ),
);
const FILLS = ["", "*<", ">", "^", "=", "0", "_^", "\\ud83d>"];
const SIGNS = ["", "+", "-", " "];
const WIDTHS = ["", "1", "5", "12", "012"];
const GROUPS = ["", ",", "_"];
const PRECISIONS = ["", ".0", ".1", ".3", ".20"];
const CONVERSIONS = ["", "d", "f", "g", "e", "s", "x", "X", "#x", "b", "o", "c", "n", "%", "G", "E", "F", "a"];

function methodsByType(): Map<string, string[]> {
  const { types } = JSON.parse(fs.readFileSync(GOLDEN, "utf8")) as {
    types: Record<string, { attributes: Record<string, { kind: string }> }>;
  };
  const methods = new Map<string, string[]>();
  for (const type of Object.keys(VALUES)) {
    const names = Object.entries(types[type]?.attributes ?? {})
      .filter(([, { kind }]) => /^(method|wrapper|classmethod)_descriptor$|^staticmethod$/.test(kind))
      .map(([name]) => name);
    methods.set(
      type,
      names.filter((name) => !LEFT_OUT.has(name)),
    );
  }
  return methods;
}

const METHODS = methodsByType();
const TYPES = Object.keys(VALUES);
/** Types whose values most arguments want. */
const COMMON = ["int", "int", "str", "str", "list", "tuple", "bytes", "float", "NoneType", "dict"];

const value = (chance: Chance, type: string): string => chance.pick(VALUES[type] as readonly string[]);
const anyValue = (chance: Chance): string =>
  value(chance, chance.below(3) > 0 ? chance.pick(COMMON) : chance.pick(TYPES));
const index = (chance: Chance): string =>
  chance.pick(["", "", "0", "1", "2", "-1", "-2", "5", "None", "10**20", "-(10**20)", "1.5", "'a'"]);
const subscript = (chance: Chance): string =>
  chance.below(3) === 0
    ? `[${chance.pick(["0", "1", "-1", "7", "'a'", "None", "1.0", "(1, 2)", "10**20", "slice(0, 2)", "()"])}]`
    : `[${index(chance)}:${index(chance)}${chance.below(2) === 0 ? "" : `:${index(chance)}`}]`;
const specification = (chance: Chance): string =>
  [FILLS, SIGNS, WIDTHS, GROUPS, PRECISIONS, CONVERSIONS].map((part) => chance.pick(part)).join("");

const OPERATIONS: readonly ((chance: Chance, type: string) => string)[] = [
  (chance) => `r = x ${chance.pick(OPERATORS)} y`,
  (chance) => `r = y ${chance.pick(OPERATORS)} x`,
  (chance) => `z = x\nz ${chance.pick(["+", "-", "*", "/", "//", "%", "&", "|", "^"])}= y`,
  (chance) => `r = ${chance.pick(["-", "+", "~", "not "])}x`,
  (chance) => `r = x ** ${chance.pick(["0", "1", "2", "-1", "3", "0.5", "-0.5", "2j", "None", "'a'"])}`,
  (chance) => `r = x${subscript(chance)}`,
  (chance) => `x${subscript(chance)} = y`,
  (chance) => `del x${subscript(chance)}`,
  (chance) => `r = format(x, '${specification(chance)}')`,
  (chance) =>
    `r = '${chance.pick(["{}", "{!r}", "{0}{0}", "{x}", "{:>{}}", "{0[0]}", "{!a:*^12}", "{0.real}", "{{}}", "{", "{!z}", "{1}"])}'.format(x, y)`,
  (chance) =>
    `r = '%${chance.pick(["", "-", "0", "+", " ", "#", "-0"])}${chance.pick(["", "5", "10", ".3", "8.2"])}${chance.pick([..."sradixXofeEgGc%buq"])}' % ${chance.pick(["x", "(x,)", "(x, y)"])}`,
  (chance) =>
    `r = b'%${chance.pick(["", "-", "0", "+"])}${chance.pick(["", "5", ".3"])}${chance.pick([..."sradixofgcb%"])}' % ${chance.pick(["x", "(x,)"])}`,
  (chance) =>
    `r = ${chance.pick(FUNCTIONS)}(${chance.pick(["", "x", "x", "x", "x, y", "x, y", "y, x", "x, y, z", "x, foo=y", "*x", "**x"])})`,
  (chance) => `a, ${chance.pick(["b", "*b", "b, c", "*b, c"])} = x\nr = a, b`,
  (chance) =>
    `for r in x:\n    ${chance.pick(["pass", "break", "x.append(r) if len(x) < 9 else 0", "x.pop()", "x.add(len(x) + 5)", "x[r] = 1; del x[r]"])}`,
  (chance) =>
    `match x:\n    case ${chance.pick(["[a, *b]", "{'a': b, **a}", "int(a) | str(a)", "(1, b)", "1 | 2 | None", "str() as a", "[]", "-1"])}:\n        r = True\n    case _:\n        r = False`,
];

function methodCall(chance: Chance, type: string): string {
  const names = METHODS.get(type) ?? [];
  if (names.length === 0) return "r = x";
  const args = Array.from({ length: chance.pick([0, 1, 1, 1, 2, 2, 3]) }, () =>
    chance.pick(["x", "y", "z", anyValue(chance)]),
  );
  if (chance.below(12) === 0)
    args.push(
      `${chance.pick(["sep", "key", "foo", "maxsplit", "keepends", "encoding", "errors"])}=${anyValue(chance)}`,
    );
  return `r = x.${chance.pick(names)}(${args.join(", ")})`;
}

/** The program of a seed. */
export function makeProgram(seed: number): string {
  const chance = new Chance(seed);
  for (let i = 0; i < 4; i += 1) chance.below(2);
  const type = chance.pick(TYPES);
  const lines = [`x = ${value(chance, type)}`];
  lines.push(`y = ${chance.below(3) === 0 ? value(chance, type) : anyValue(chance)}`, `z = ${anyValue(chance)}`);
  lines.push(chance.below(2) === 0 ? methodCall(chance, type) : chance.pick(OPERATIONS)(chance, type));
  return `${lines.join("\n")}\n`;
}
