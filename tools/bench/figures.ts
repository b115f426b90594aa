/** Medians, geometric means and tables. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** Of the positive numbers among `values`. */
export function geometricMean(values: readonly (number | undefined)[]): number {
  const logs = values.flatMap((value) =>
    value !== undefined && value > 0 && Number.isFinite(value) ? [Math.log(value)] : [],
  );
  return Math.exp(logs.reduce((sum, value) => sum + value, 0) / logs.length);
}

/** At least three digits that count; nothing for what was not measured. */
export function show(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return "";
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);
}

/** A Markdown table, its columns wide enough to be read as text. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, i) => (i === 0 ? (row[i] ?? "").padEnd(width) : (row[i] ?? "").padStart(width))).join(" | ")} |\n`;
  const rule = `|${widths.map((width, i) => (i === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|\n`;
  return line(head) + rule + rows.slice(1).map(line).join("");
}
