/** Ints against CPython 3.12: arithmetic around the edge of the safe range, text, bytes. */
import { expect, test } from "vitest";
import { floatRepr } from "../../src/util/float-text.ts";
import {
  add,
  bitAnd,
  bitCount,
  bitLength,
  bitOr,
  bitXor,
  divmod,
  floorDivide,
  gcd,
  integerSquareRoot,
  intToFloat,
  modularPower,
  modulo,
  multiply,
  negate,
  power,
  roundToPowerOfTen,
  shiftLeft,
  shiftRight,
  subtract,
  trueDivide,
} from "../../src/util/int.ts";
import { intFromBytes, intToBytes, parseIntText, prefixedText } from "../../src/util/int-text.ts";
import { attempt, differences, readGolden, readInt } from "./golden.ts";

type Order = "little" | "big";

interface Golden {
  binary: string[][];
  unary: [
    string,
    number,
    number,
    string,
    number,
    string,
    string,
    string,
    number,
    Order,
    boolean,
    string,
    string,
    string,
    string,
    string,
  ][];
  powers: [string, number, string, string, string, string][];
  parses: [string, number, string][];
  from_bytes: [string, Order, boolean, string][];
}

const golden = readGolden<Golden>("ints");

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

test("two operands", () => {
  const answer = ([left, right]: string[]) => {
    const [a, b] = [readInt(left as string), readInt(right as string)];
    const results = [add(a, b), subtract(a, b), multiply(a, b)].map(String);
    const divided = [attempt(() => String(floorDivide(a, b))), attempt(() => String(modulo(a, b)))];
    if (b !== 0) expect(divmod(a, b).map(String)).toEqual(divided);
    const bits = [bitAnd(a, b), bitOr(a, b), bitXor(a, b), gcd(a, b)].map(String);
    return [...results, ...divided, attempt(() => floatRepr(trueDivide(a, b))), ...bits];
  };
  expect(differences(golden.binary, answer, (one) => one.slice(2))).toEqual([]);
});

test("results are normalised", () => {
  for (const [left, right] of golden.binary) {
    const [a, b] = [readInt(left as string), readInt(right as string)];
    for (const value of [
      add(a, b),
      subtract(a, b),
      multiply(a, b),
      bitAnd(a, b),
      bitOr(a, b),
      bitXor(a, b),
      negate(a),
    ]) {
      if (typeof value === "number") expect(Number.isSafeInteger(value) && !Object.is(value, -0)).toBe(true);
      else expect(Number.isSafeInteger(Number(value))).toBe(false);
    }
  }
});

test("one operand", () => {
  const answer = (one: Golden["unary"][number]) => {
    const a = readInt(one[0]);
    const [n, size, order, signed] = [one[4], one[8], one[9], one[10]];
    const shifted = [String(shiftLeft(a, n)), String(shiftRight(a, n)), String(roundToPowerOfTen(a, size))];
    const bytes = attempt(() => hex(intToBytes(a, size, order, signed)));
    const root = attempt(() => String(integerSquareRoot(a)));
    const texts = ([2, 8, 16] as const).map((base) => prefixedText(a, base));
    return [
      one[0],
      bitLength(a),
      bitCount(a),
      root,
      n,
      ...shifted,
      size,
      order,
      signed,
      bytes,
      attempt(() => floatRepr(intToFloat(a))),
      ...texts,
    ];
  };
  expect(differences(golden.unary, answer, (one) => one)).toEqual([]);
});

test("powers", () => {
  const answer = ([a, e, , m]: Golden["powers"][number]) => [
    String(power(readInt(a), e)),
    attempt(() => String(modularPower(readInt(a), e, readInt(m)))),
    attempt(() => String(modularPower(readInt(a), e === 0 ? 0 : -e, readInt(m)))),
  ];
  expect(differences(golden.powers, answer, (one) => [one[2], one[4], one[5]])).toEqual([]);
});

test("int(text, base)", () => {
  const answer = ([text, base]: Golden["parses"][number]) => {
    const value = attempt(() => String(parseIntText(text, base, 0)));
    return value === "undefined" ? "!ValueError: invalid literal" : value;
  };
  expect(differences(golden.parses, answer, (one) => one[2].replace(/(invalid literal).*/s, "$1"))).toEqual([]);
});

test("from bytes", () => {
  const answer = ([text, order, signed]: Golden["from_bytes"][number]) => {
    const bytes = Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    return String(intFromBytes(bytes, order, signed));
  };
  expect(differences(golden.from_bytes, answer, (one) => one[3])).toEqual([]);
});

test("sizes that cannot be held", () => {
  expect(attempt(() => String(shiftLeft(1, 2n ** 70n)))).toBe("!OverflowError: too many digits in integer");
  expect(attempt(() => String(shiftLeft(1, 2 ** 40)))).toBe("!MemoryError: ");
  expect(attempt(() => String(power(10, 10 ** 10)))).toBe("!MemoryError: ");
  expect(String(shiftRight(-5, 2n ** 70n))).toBe("-1");
  expect(attempt(() => String(parseIntText("9".repeat(5000), 10, 4300)))).toContain("value has 5000 digits");
});
