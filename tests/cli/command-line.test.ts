/** The command line against CPython 3.12: what it prints and how it ends (cases.ts, expectations.json). */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../tools/build/paths.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { type CommandResult, runCase } from "../support/command-line.ts";
import { CASES } from "./cases.ts";

const expectations = JSON.parse(
  fs.readFileSync(path.join(ROOT, "tests", "cli", "expectations.json"), "utf8"),
) as Record<string, Record<string, CommandResult>>;

for (const [group, cases] of Object.entries(CASES)) {
  describe.concurrent(group, () => {
    for (const each of cases) {
      it(each.name, async () => {
        expect(await runCase([process.execPath, CLI], each)).toEqual(expectations[group]?.[each.name]);
      });
    }
  });
}
