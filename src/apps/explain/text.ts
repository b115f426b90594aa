/** The story of a program's imports as text: a table of all, then each with what was asked, found, used and written. */
import { type ImportRecord, STEPS } from "./records.ts";

export function storyText(records: readonly ImportRecord[]): string {
  const program = "The program itself is compiled anew each time: what is run has no .pyc, only what is imported.";
  if (records.length === 0) return `The program imported nothing that was not there already.\n${program}\n`;
  return `${[...tableLines(records), "", program, "", ...records.flatMap(recordLines)].join("\n")}\n`;
}

/** What became of the cache, in a word. */
function cacheWord({ loader, origin, cache, cache_used, written, error }: ImportRecord): string {
  if (loader === null) return error === null ? "" : "not found";
  if (cache_used) return "used";
  if (cache !== null) return written === "yes" ? "written" : "not used";
  return origin ?? "";
}

function tableLines(records: readonly ImportRecord[]): string[] {
  const rows = records.map((record) => [
    `${"  ".repeat(record.depth)}${record.name}${record.kind === "reload" ? " (again)" : ""}`,
    record.loader ?? "-",
    cacheWord(record),
    ...STEPS.map((step) => milliseconds(record.times[step])),
  ]);
  const total = STEPS.map((step) => milliseconds(records.reduce((sum, { times }) => sum + (times[step] ?? 0), 0)));
  const head = ["module", "loader", ".pyc", ...STEPS];
  const all = [head, ...rows, ["all, in ms", "", "", ...total]];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  return all.map((row) =>
    row
      .map((cell, column) => (column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

function milliseconds(time: number | undefined): string {
  return time === undefined ? "-" : time.toFixed(1);
}

function recordLines(record: ImportRecord): string[] {
  const lines = [`${record.name}${record.kind === "reload" ? " (again)" : ""}`];
  const line = (label: string, text: string): void => void lines.push(`  ${label.padEnd(9)}${text}`);
  if (record.finders.length > 0) {
    line("asked", record.finders.map(([name, found]) => `${name}: ${found ? "found" : "no"}`).join(", "));
  }
  for (const [place, found] of record.searched) line("searched", `${place}: ${found === null ? "no" : found}`);
  if (record.origin !== null) line("file", `${record.origin} (${record.loader})`);
  if (record.cache !== null && record.cache !== record.origin) line(".pyc", record.cache);
  if (record.cache_reason !== null) line(record.cache_used ? "used" : "not used", record.cache_reason);
  if (record.written !== null) line("written", record.written);
  if (record.error !== null) line("error", record.error);
  return [...lines, ""];
}
