/** The programs whose panes are compared with what the reference CPython says of them (panes.py), and where that is kept. */
import fs from "node:fs";
import path from "node:path";
import { SAMPLES } from "../../src/apps/inspector/programs.ts";
import { ROOT } from "../build/paths.ts";

export const PANES_SCRIPT = path.join(ROOT, "tools", "golden", "panes.py");
export const PANES_GOLDEN = path.join(ROOT, "tests", "golden", "panes", "panes.json");

const LANGUAGE = [
  "classes/metaclass",
  "closures/cells",
  "comprehensions/scope",
  "exceptions/try_forms",
  "functions/many_arguments",
  "generators/yield_from",
  "generators/state",
  "functions/lambda",
];

const SPECIAL: Readonly<Record<string, string>> = {
  "not Latin": "größe = '🫖' + \"ü\"\nprint(größe)\n",
  "syntax error": "x = 1\nif x\n    pass\n",
  "bad token": "a = 1\nb = 'tea\n",
  "wrong indent": "def f():\n    a\n  b\n",
  "late error": "def f():\n    return 1\nreturn 2\n",
  empty: "",
};

/** A hundred lines, and what the test of the page's speed types behind them. */
export const HUNDRED_LINES = "a hundred lines";

function hundredLines(): string {
  const lines = SAMPLES.map(({ text }) => text)
    .join("\n")
    .repeat(2)
    .split("\n");
  return `${lines.slice(0, 100).join("\n")}\ntea = 12`;
}

/** By name. */
export const PANE_PROGRAMS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SAMPLES.map(({ name, text }) => [name, text])),
  ...Object.fromEntries(
    LANGUAGE.map((name) => [name, fs.readFileSync(path.join(ROOT, `tests/lang/${name}.py`), "utf8")]),
  ),
  ...SPECIAL,
  [HUNDRED_LINES]: hundredLines(),
};

/** What the reference says, in the words of tests/inspector/panes.ts. */
export interface ReferencePanes {
  readonly tokens: readonly string[];
  readonly tree: readonly string[];
  readonly scopes: readonly string[];
  readonly bytecode: readonly string[];
  readonly pyc: string;
  readonly error: string;
}

export function readReferencePanes(): Record<string, ReferencePanes> {
  return JSON.parse(fs.readFileSync(PANES_GOLDEN, "utf8")) as Record<string, ReferencePanes>;
}
