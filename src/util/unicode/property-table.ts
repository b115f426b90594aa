/**
 * One edition of the character properties: records, and pages of code points that point at them.
 *
 * properties.ts holds Unicode 15.0.0 and edition-3-2.ts what differs in 3.2.0. Trap: decoding takes a few
 * milliseconds, so a table is made when it is first asked.
 */
import { BIDIRECTIONAL_CLASSES, CATEGORIES, EAST_ASIAN_WIDTHS } from "./generated/properties.ts";
import { unpackNumbers } from "./packed.ts";

const PAGE_BITS = 7;
const PAGE_SIZE = 1 << PAGE_BITS;
const CODE_POINTS = 0x110000;
const COLUMNS = 6;

let categoryNames: string[] | undefined;
let bidirectionalNames: string[] | undefined;
let widthNames: string[] | undefined;

export class PropertyTable {
  /** Where the page of a code point begins in `cells`. */
  private readonly pages = new Uint32Array(CODE_POINTS >> PAGE_BITS);
  /** Record numbers. */
  private readonly cells: Uint16Array;
  private readonly categories: Uint8Array;
  private readonly bidirectional: Uint8Array;
  private readonly widths: Uint8Array;
  readonly mirrored: Uint8Array;
  readonly combining: Uint8Array;
  readonly flags: Uint16Array;

  constructor(packedRecords: string, packedRuns: string) {
    const records = unpackNumbers(packedRecords);
    const column = (offset: number) => records.filter((_, index) => index % COLUMNS === offset);
    this.cells = this.decodeRuns(unpackNumbers(packedRuns));
    this.categories = Uint8Array.from(column(0));
    this.bidirectional = Uint8Array.from(column(1));
    this.widths = Uint8Array.from(column(2));
    this.mirrored = Uint8Array.from(column(3));
    this.combining = Uint8Array.from(column(4));
    this.flags = Uint16Array.from(column(5));
  }

  /** Pages that lie within one run of a record share one page of cells. */
  private decodeRuns(runs: number[]): Uint16Array {
    const cells: number[] = [];
    const uniform = new Map<number, number>();
    let run = 0;
    let end = (runs[0] as number) + 1;
    const recordAt = (codePoint: number) => {
      while (codePoint >= end) {
        run += 2;
        end += (runs[run] as number) + 1;
      }
      return runs[run + 1] as number;
    };
    for (let start = 0; start < CODE_POINTS; start += PAGE_SIZE) {
      const first = recordAt(start);
      const whole = end >= start + PAGE_SIZE;
      const known = whole ? uniform.get(first) : undefined;
      this.pages[start >> PAGE_BITS] = known ?? cells.length;
      if (known !== undefined) continue;
      if (whole) uniform.set(first, cells.length);
      for (let codePoint = start; codePoint < start + PAGE_SIZE; codePoint++) cells.push(recordAt(codePoint));
    }
    return Uint16Array.from(cells);
  }

  recordOf(codePoint: number): number {
    return this.cells[(this.pages[codePoint >> PAGE_BITS] as number) + (codePoint & (PAGE_SIZE - 1))] as number;
  }

  categoryOf(codePoint: number): string {
    categoryNames ??= CATEGORIES.split(" ");
    return categoryNames[this.categories[this.recordOf(codePoint)] as number] as string;
  }

  bidirectionalOf(codePoint: number): string {
    bidirectionalNames ??= BIDIRECTIONAL_CLASSES.split(" ");
    return bidirectionalNames[this.bidirectional[this.recordOf(codePoint)] as number] as string;
  }

  eastAsianWidthOf(codePoint: number): string {
    widthNames ??= EAST_ASIAN_WIDTHS.split(" ");
    return widthNames[this.widths[this.recordOf(codePoint)] as number] as string;
  }
}
