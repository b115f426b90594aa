/** Elementary functions: correctly rounded where decimals can tell, near glibc everywhere, exact at the edges. */
import { expect, test } from "vitest";
import { floatRepr } from "../../src/util/float-text.ts";
import * as elementary from "../../src/util/libm.ts";
import * as special from "../../src/util/libm-special.ts";
import { differences, readFloat, readGolden } from "./golden.ts";

interface Golden {
  native: Record<string, string[][]>;
  edges: Record<string, [string, string][]>;
  exact: [string, string, string, string][];
}

const golden = readGolden<Golden>("libm");
const { scaleRounded: _, ...functions } = elementary;
const known = { ...functions, ...special } as unknown as Record<string, (...values: number[]) => number>;

function call(name: string, values: number[]): number {
  return name === "hypot" ? elementary.hypot(values) : (known[name] as (...values: number[]) => number)(...values);
}

test("exp, log and pow are correctly rounded", () => {
  const answer = ([name, x, y]: Golden["exact"][number]) =>
    floatRepr(call(name, name === "pow" ? [readFloat(x), readFloat(y)] : [readFloat(x)]));
  expect(differences(golden.exact, answer, (one) => one[3])).toEqual([]);
});

/** Functions that glibc itself rounds wrongly in more than a few cases of a hundred. */
const ROUGH = new Set("expm1 log10 log1p sinh cosh tanh asinh acosh atanh cbrt erf erfc".split(" "));

test("near glibc", () => {
  for (const [name, cases] of Object.entries(golden.native)) {
    let different = 0;
    for (const one of cases) {
      const want = readFloat(one.at(-1) as string);
      const got = call(name, one.slice(0, -1).map(readFloat));
      if (Object.is(got, want)) continue;
      different++;
      expect(Math.abs(got - want) / Math.abs(want), `${name}(${one})`).toBeLessThan(1e-15);
    }
    if (!ROUGH.has(name)) expect(different, name).toBeLessThanOrEqual(2);
  }
});

test("edges", () => {
  for (const [name, cases] of Object.entries(golden.edges)) {
    const answer = ([x]: [string, string]) => {
      const value = call(name, [readFloat(x)]);
      const domain = Number.isNaN(value) && x !== "nan";
      const overflow = !Number.isFinite(value) && !domain && Number.isFinite(readFloat(x));
      if (domain || overflow) return "!";
      // glibc is one unit off at a few round arguments.
      const want = readFloat(golden.edges[name]?.find((one) => one[0] === x)?.[1] ?? "nan");
      return ROUGH.has(name) && Math.abs(value - want) < 4e-16 * Math.abs(want) ? floatRepr(want) : floatRepr(value);
    };
    const expected = (one: [string, string]) => (one[1].startsWith("!") ? "!" : one[1]);
    expect(differences(cases, answer, expected), name).toEqual([]);
  }
});
