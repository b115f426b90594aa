/**
 * `-X importtime` (CPython Python/import.c, import_find_and_load): how long each module that was not there took, alone and
 * with what it imported itself. A module is told of when it is complete, so behind those that it imports.
 */
import { host } from "../host/current.ts";

const HEADING = "import time: self [us] | cumulative | imported package\n";
const WIDTHS = { own: 9, all: 10 };

export class ImportTimes {
  private depth = 0;
  /** What the imports within the one that is running have taken. */
  private nested = 0n;
  private isHeaded = false;

  /** A module is looked for now; the result is to be called when it is there, or is not. */
  begin(name: string): () => void {
    if (!this.isHeaded) write(HEADING);
    this.isHeaded = true;
    this.depth++;
    const before = this.nested;
    this.nested = 0n;
    const start = host().clock.perfCounterNs();
    return () => {
      const all = host().clock.perfCounterNs() - start;
      this.depth--;
      const own = microseconds(all - this.nested).padStart(WIDTHS.own);
      const padding = " ".repeat(2 * this.depth);
      write(`import time: ${own} | ${microseconds(all).padStart(WIDTHS.all)} | ${padding}${name}\n`);
      this.nested = before + all;
    };
  }
}

/** Rounded up. */
const microseconds = (nanoseconds: bigint): string => String((nanoseconds + 999n) / 1000n);

/** Not to `sys.stderr`, which may be anything, or not there yet. */
function write(text: string): void {
  host().files.write(2, new TextEncoder().encode(text));
}
