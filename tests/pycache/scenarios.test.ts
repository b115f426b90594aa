/**
 * The scenarios against CPython 3.12: files, output and endings as recorded (expectations.json), and as a native 3.12
 * has them where one is installed.
 */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../tools/build/paths.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";
import {
  chaipy,
  findNative,
  native,
  type Outcome,
  playProgram,
  playScenario,
  sectionsOf,
} from "../support/scenarios.ts";
import { FAMILIES } from "./scenarios/all.ts";

interface Expectations {
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, Outcome>>>>;
  readonly programs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const folder = path.join(ROOT, "tests", "pycache");
const expectations = JSON.parse(fs.readFileSync(path.join(folder, "expectations.json"), "utf8")) as Expectations;
const own = chaipy(CLI);
const python = findNative();

for (const { family, scenarios } of FAMILIES) {
  describe.concurrent(family, () => {
    for (const scenario of scenarios) {
      it(scenario.name, async () => {
        expect(await playScenario(own, scenario)).toEqual(expectations.scenarios[family]?.[scenario.name]);
      });
      it.skipIf(python === undefined)(`${scenario.name} (native)`, async () => {
        const outcome = await playScenario(native(python ?? ""), scenario);
        expect(outcome).toEqual(expectations.scenarios[family]?.[scenario.name]);
      });
    }
  });
}

for (const [name, expected] of Object.entries(expectations.programs)) {
  describe(name, async () => {
    const file = path.join(folder, "programs", name);
    const ours = await playProgram(own, file);
    const theirs = python === undefined ? undefined : await playProgram(native(python), file);
    it("has the scenarios that were recorded, and no others", () => {
      expect(ours.stderr).toBe("");
      expect(Object.keys(sectionsOf(ours.stdout))).toEqual(Object.keys(expected));
    });
    for (const [section, text] of Object.entries(expected)) {
      it(section, () => {
        expect(sectionsOf(ours.stdout)[section]).toBe(text);
        if (theirs !== undefined) expect(sectionsOf(theirs.stdout)[section]).toBe(text);
      });
    }
  });
}
