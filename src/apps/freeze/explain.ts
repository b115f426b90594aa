/** `chaipy freeze --explain`: what went into a frozen program, and which import or option asked for it first. */
import type { DataFiles } from "./collect.ts";
import type { ModuleGraph, Origin, Reason } from "./graph.ts";

const TITLES: Readonly<Record<Origin, string>> = {
  program: "Modules of the program",
  library: "Modules of the library",
  builtin: "Builtin modules",
};

/** `ahead`: modules that are executed when the executable is made. */
export function explainGraph(
  mainName: string,
  graph: ModuleGraph,
  data: DataFiles,
  ahead: readonly string[] = [],
): string {
  const rows: [string, string][] = [];
  const section = (title: string, names: readonly string[]): void => {
    if (names.length === 0) return;
    rows.push(["", ""], [`${title} (${names.length})`, ""]);
    for (const name of names) rows.push([`  ${name}`, reasonText(mainName, graph.reasons.get(name) ?? [])]);
  };
  for (const origin of ["program", "library", "builtin"] as const) {
    const names = [...graph.modules].filter(([, module]) => module.origin === origin).map(([name]) => name);
    section(TITLES[origin], names.sort());
  }
  section("Excluded", [...graph.excluded].sort());
  section("Not found: an ImportError if the program gets there", [...graph.missing].sort());
  if (ahead.length > 0) {
    rows.push(
      ["", ""],
      ["Executed in advance, with what they import, but for those that ask the system for something", ""],
    );
    for (const name of ahead) rows.push([`  ${name}`, ""]);
  }
  if (data.size > 0) {
    rows.push(["", ""], [`Data files (${data.size})`, ""]);
    for (const [name, { length }] of data) rows.push([`  ${name}`, `${length} bytes`]);
  }
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows
    .map(([name, text]) => `${text === "" ? name : name.padEnd(width) + text}\n`)
    .join("")
    .trimStart();
}

function reasonText(mainName: string, [first, ...others]: readonly Reason[]): string {
  if (first === undefined) return "";
  const importer = first.importer === "__main__" ? mainName : first.importer;
  const where = importer === "" ? "" : first.line === 0 ? `${importer}: ` : `${importer}, line ${first.line}: `;
  return `${where}${first.text}${others.length === 0 ? "" : ` (and ${others.length} more)`}`;
}
