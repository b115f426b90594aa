/** Floats against CPython 3.12: text, rounding, division, powers. */
import { expect, test } from "vitest";
import {
  asIntegerRatio,
  floatDivmod,
  floatFloorDivide,
  floatModulo,
  floatPower,
  RangeProblem,
  roundHalfEven,
  roundToDigits,
} from "../../src/util/float.ts";
import { floatFromHex, floatHex, floatRepr, formatFloatCode, parseFloatText } from "../../src/util/float-text.ts";
import { floatToInt } from "../../src/util/int.ts";
import { attempt, differences, readFloat, readGolden } from "./golden.ts";

interface Golden {
  unary: [string, string, string, string, string][];
  codes: [string, string, string][];
  rounds: [string, number, string][];
  binary: [string, string, string, string, string, string][];
  parses: [string, string][];
  hexes: [string, string][];
}

const golden = readGolden<Golden>("floats");

test("repr, hex, as_integer_ratio, int() and round()", () => {
  const answer = ([text]: Golden["unary"][number]) => {
    const x = readFloat(text);
    return [
      floatRepr(x),
      floatHex(x),
      attempt(() => asIntegerRatio(x).join("/")),
      attempt(() => String(floatToInt(x))),
      attempt(() => String(floatToInt(roundHalfEven(x)))),
    ];
  };
  expect(differences(golden.unary, answer, (one) => one)).toEqual([]);
});

test("the codes e f g with a precision", () => {
  const answer = ([text, spec]: Golden["codes"][number]) => {
    const match = /^(#?)\.(\d+)(.)$/.exec(spec) as RegExpExecArray;
    return formatFloatCode(readFloat(text), match[3] as string, Number(match[2]), { alternate: match[1] === "#" });
  };
  expect(differences(golden.codes, answer, (one) => one[2])).toEqual([]);
});

test("round to digits", () => {
  expect(
    differences(
      golden.rounds,
      ([text, n]) => attempt(() => floatRepr(roundToDigits(readFloat(text), n))),
      (one) => one[2],
    ),
  ).toEqual([]);
});

test("//, %, divmod and **", () => {
  const power = (x: number, y: number) => {
    try {
      const value = floatPower(x, y);
      return value === undefined ? "complex" : floatRepr(value);
    } catch (error) {
      if (error instanceof RangeProblem) return `!OverflowError: (${error.errno}, '${error.message}')`;
      throw error;
    }
  };
  const answer = ([a, b]: Golden["binary"][number]) => {
    const [x, y] = [readFloat(a), readFloat(b)];
    return [
      attempt(() => floatRepr(floatFloorDivide(x, y))),
      attempt(() => floatRepr(floatModulo(x, y))),
      attempt(() => `(${floatDivmod(x, y).map(floatRepr).join(", ")})`),
      attempt(() => power(x, y)),
    ];
  };
  expect(differences(golden.binary, answer, (one) => one.slice(2))).toEqual([]);
});

test("float(text) and float.fromhex(text)", () => {
  const parsed = ([text]: [string, string]) => {
    const value = parseFloatText(text);
    return value === undefined ? "!ValueError" : floatRepr(value);
  };
  expect(differences(golden.parses, parsed, (one) => one[1].replace(/:.*/s, ""))).toEqual([]);
  expect(
    differences(
      golden.hexes,
      ([text]) => attempt(() => floatRepr(floatFromHex(text))),
      (one) => one[1],
    ),
  ).toEqual([]);
});
