/** marshal against CPython 3.12.7: values in every version, and the errors for data that is none. */
import { describe, expect, test } from "vitest";
import {
  BytesConstant,
  ComplexConstant,
  DictConstant,
  EllipsisConstant,
  FloatConstant,
  FrozenSetConstant,
  ListConstant,
  type Plain,
  SetConstant,
  StopIterationConstant,
  TupleConstant,
  WideText,
} from "../../../src/bytecode/constants.ts";
import { MarshalError } from "../../../src/bytecode/marshalformat.ts";
import { readMarshal } from "../../../src/bytecode/marshalreader.ts";
import { writeMarshal } from "../../../src/bytecode/marshalwriter.ts";
import golden from "./marshal.json" with { type: "json" };

const bytes = (text: string): BytesConstant => new BytesConstant(new TextEncoder().encode(text));
const tuple = (...items: Plain[]): TupleConstant => new TupleConstant(items);
const list = (...items: Plain[]): ListConstant => new ListConstant(items);
const shared = list(1);
const endless = list(1);
endless.items.push(endless);

/** The values of the expressions in the golden file. */
const VALUES: Readonly<Record<keyof typeof golden.values, Plain>> = {
  None: null,
  True: true,
  False: false,
  "...": EllipsisConstant.instance,
  StopIteration: StopIterationConstant.instance,
  "0": 0,
  "256": 256,
  "257": 257,
  "-2147483648": -2147483648,
  "2147483648": 2147483648,
  "2 ** 100": 2n ** 100n,
  "-(2 ** 200) - 5": -(2n ** 200n) - 5n,
  "1.5": new FloatConstant(1.5),
  "-0.0": new FloatConstant(-0),
  "1e-300": new FloatConstant(1e-300),
  "float('inf')": new FloatConstant(Number.POSITIVE_INFINITY),
  "0.1": new FloatConstant(0.1),
  "2j": new ComplexConstant(0, 2),
  "complex(1.25, -3.0)": new ComplexConstant(1.25, -3),
  "''": "",
  "'a'": "a",
  "'hello'": "hello",
  "'hello world'": "hello world",
  "'caf\\xe9'": "caf\xe9",
  "'\\u65e5\\u672c'": "\u65e5\u672c",
  "'\\U0001f600'": new WideText(Uint32Array.of(0x1f600)),
  "'\\ud800'": new WideText(Uint32Array.of(0xd800)),
  "'x y' * 100": "x y".repeat(100),
  "b''": bytes(""),
  "b'a'": bytes("a"),
  "b'abc'": bytes("abc"),
  "()": tuple(),
  "(1, 'b', (2,))": tuple(1, "b", tuple(2)),
  "tuple(range(256))": tuple(...Array.from({ length: 256 }, (_value, index) => index)),
  "[]": list(),
  "[1, [2, 3]]": list(1, list(2, 3)),
  "(lambda x: [x, x])([1])": list(shared, shared),
  "(lambda x: x.append(x) or x)([1])": endless,
  "{}": new DictConstant([]),
  "{'a': 1, 2: None}": new DictConstant([
    ["a", 1],
    [2, null],
  ]),
  "{3, 1, 2}": new SetConstant([3, 1, 2]),
  "frozenset()": new FrozenSetConstant([]),
  "frozenset({'b', 'a', 'abc'})": new FrozenSetConstant(["b", "a", "abc"]),
  "frozenset({100000, 1})": new FrozenSetConstant([100000, 1]),
};

const hexOf = (data: Uint8Array): string => Buffer.from(data).toString("hex");
const firstVersion = (expression: string): number => (expression.includes("append") ? 3 : 0);

describe.each(Object.entries(golden.values))("%s", (expression, dumps) => {
  const value = VALUES[expression as keyof typeof golden.values];

  test("is written as CPython writes it, in every version", () => {
    const ours = dumps.map((_dump, index) => hexOf(writeMarshal(value, index + firstVersion(expression))));
    expect(ours).toEqual(dumps);
  });

  test("is read back, references and all", () => {
    for (const [index, dump] of dumps.entries()) {
      const data = Buffer.from(dump, "hex");
      const read = readMarshal(data);
      expect(read.end).toBe(data.length);
      expect(hexOf(writeMarshal(read.value, index + firstVersion(expression)))).toBe(dump);
    }
  });
});

function refuse(data: string): string[] {
  try {
    const { value } = readMarshal(Buffer.from(data, "hex"));
    return ["value", typeof value === "number" ? "int" : (value as TupleConstant | DictConstant).kind];
  } catch (error) {
    if (error instanceof MarshalError) {
      return [error.pythonType, error.message];
    }
    throw error;
  }
}

test.each(Object.entries(golden.broken))("broken data %.40s", (data, expected) => {
  expect(refuse(data)).toEqual(expected);
});

test.each(["28ffffff7f", "5bffffff7f4e", "3effffff7f", "73ffffff7f", "75ffffff7f", "6cffffff7f"])(
  "%s claims a size that is not there",
  (data) => {
    expect(refuse(data)[0]).toBe("EOFError");
  },
);

test("too deep a value is refused in both directions", () => {
  let deep: Plain = null;
  for (let depth = 0; depth < 1999; depth++) {
    deep = new TupleConstant([deep]);
  }
  expect(hexOf(writeMarshal(deep))).toBe(`a901${"2901".repeat(1998)}4e`);
  expect(() => writeMarshal(tuple(deep))).toThrow("object too deeply nested to marshal");
  for (let depth = 0; depth < 100_000; depth++) {
    deep = new TupleConstant([deep, 1]);
  }
  expect(() => writeMarshal(deep)).toThrow("object too deeply nested to marshal");
  expect(() => writeMarshal(endless, 2)).toThrow("object too deeply nested to marshal");
});
