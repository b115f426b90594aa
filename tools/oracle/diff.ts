/** A line diff by the longest common subsequence, with the unchanged middle left out. */

const CONTEXT = 2;

export function diffLines(before: string, after: string): string[] {
  const a = before.split("\n");
  const b = after.split("\n");
  const marked = mark(a, b);
  const near = marked.map((_, i) =>
    marked.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some((line) => line[0] !== " "),
  );
  const lines: string[] = [];
  for (let i = 0; i < marked.length; i += 1) {
    if (near[i] === true) lines.push(marked[i] as string);
    else if (i === 0 || near[i - 1] === true) lines.push("  ...");
  }
  return lines;
}

/** Each line with "-", "+" or " " before it. */
function mark(a: string[], b: string[]): string[] {
  const length = commonLengths(a, b);
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(`  ${a[i]}`);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && length(i + 1, j) >= length(i, j + 1))) {
      lines.push(`- ${a[i]}`);
      i += 1;
    } else {
      lines.push(`+ ${b[j]}`);
      j += 1;
    }
  }
  return lines;
}

function commonLengths(a: string[], b: string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const right = table[i * width + j + 1] as number;
      const below = table[(i + 1) * width + j] as number;
      table[i * width + j] = a[i] === b[j] ? (table[(i + 1) * width + j + 1] as number) + 1 : Math.max(right, below);
    }
  }
  return (i, j) => table[i * width + j] as number;
}
