/** What the JIT made of a program as text: a table of all that it took up, or one function with what was made of it. */
import type { ExitReport, UnitReport } from "./history.ts";

export function summaryText(units: readonly UnitReport[]): string {
  if (units.length === 0) return "Nothing became hot: all of it ran in the interpreter.\n";
  const lines = units.flatMap((unit) => [headline(unit), ...unit.exits.map(exitLine)]);
  const compiled = units.filter(({ reason }) => reason === null).length;
  return `${[...lines, "", `${compiled} of ${units.length} pieces of code run as JavaScript.`].join("\n")}\n`;
}

export function functionText(units: readonly UnitReport[], name: string): string {
  if (units.length === 0) return `Nothing of a function '${name}' became hot.\n`;
  const lines = units.flatMap((unit) => [
    headline(unit),
    ...unit.exits.map(exitLine),
    ...(unit.text === null ? [] : ["", ...unit.text.split("\n").map((line) => `    ${line}`)]),
    ...unit.constants.map((constant, i) => `    // k$${i}: ${constant}`),
    "",
  ]);
  return `${lines.join("\n")}`;
}

function headline({ qualname, filename, line, what, compiled, reason, text }: UnitReport): string {
  const place = what === "function" ? `${qualname}` : `${qualname}, ${what} at line ${line}`;
  const times = compiled === 1 ? "compiled" : `compiled ${compiled} times`;
  const size = text === null ? "" : `, ${text.length} characters`;
  const state =
    reason === null ? `${times}${size}` : compiled === 0 ? `not compiled: ${reason}` : `${times}; ${reason}`;
  return `${place} (${filename}:${line}): ${state}`;
}

function exitLine({ line, offset, instruction, condition, times }: ExitReport): string {
  const what = condition === null ? "left" : `guard failed: ${condition},`;
  return `  line ${line}, ${offset} ${instruction}: ${what} ${times === 1 ? "once" : `${times} times`}`;
}
