/** The format mini-language against CPython 3.12, errors included. */
import { expect, test } from "vitest";
import { formatComplex, formatFloat, formatInt, formatText } from "../../src/util/format-spec.ts";
import { attempt, differences, readFloat, readGolden, readInt } from "./golden.ts";

type Case = ["i" | "f" | "s" | "c", string | [string, string], string, string];

test("format(value, spec)", () => {
  const answer = ([kind, value, spec]: Case) =>
    attempt(() => {
      if (typeof value !== "string") return formatComplex(readFloat(value[0]), readFloat(value[1]), spec);
      if (kind === "i") return formatInt(readInt(value), spec, 4300);
      return kind === "f" ? formatFloat(readFloat(value), spec) : formatText(value, spec);
    });
  expect(differences(readGolden<Case[]>("formats"), answer, (one) => one[3])).toEqual([]);
});
