/**
 * npm run record:pycache -- <python3.12>: writes tests/pycache/expectations.json, what a native CPython 3.12 does in the
 * scenarios of tests/pycache: what it prints, how it ends, which files it leaves. The wasm build has no command line.
 */
import fs from "node:fs";
import path from "node:path";
import { FAMILIES } from "../tests/pycache/scenarios/all.ts";
import { native, type Outcome, playProgram, playScenario, sectionsOf } from "../tests/support/scenarios.ts";
import { ROOT } from "./build/paths.ts";

const [python] = process.argv.slice(2);
if (python === undefined) throw new Error("usage: npm run record:pycache -- <path of python3.12>");
const interpreter = native(python);
const folder = path.join(ROOT, "tests", "pycache");

const scenarios: Record<string, Record<string, Outcome>> = {};
for (const { family, scenarios: each } of FAMILIES) {
  const outcomes: Record<string, Outcome> = {};
  for (const scenario of each) {
    if (scenario.name in outcomes) throw new Error(`two scenarios of "${family}" are called "${scenario.name}"`);
    outcomes[scenario.name] = await playScenario(interpreter, scenario);
  }
  scenarios[family] = outcomes;
}
const programs: Record<string, Record<string, string>> = {};
for (const name of fs.readdirSync(path.join(folder, "programs")).filter((each) => each.endsWith(".py"))) {
  const { stdout, stderr, code } = await playProgram(interpreter, path.join(folder, "programs", name));
  if (code !== 0 || stderr !== "") throw new Error(`${name} fails:\n${stderr}`);
  programs[name] = sectionsOf(stdout);
}
fs.writeFileSync(path.join(folder, "expectations.json"), `${JSON.stringify({ scenarios, programs }, null, 1)}\n`);
