/**
 * unicodedata.ucd_3_2_0: the properties of Unicode 3.2.0, which `stringprep` and the idna codec need.
 *
 * Follows Modules/unicodedata.c. Characters assigned later are unassigned here and have no name, number or
 * decomposition. Trap: only decomposing looks at the edition; marks are ordered, pairs composed and digit() answered
 * by today's tables, as CPython does.
 */
import { CORRECTIONS, DECIMALS, RECORDS, RUNS } from "./generated/edition-3-2.ts";
import { isIdeographName, lookupName, nameOf } from "./names.ts";
import {
  currentDecomposition,
  type DecompositionSource,
  type NormalForm,
  normalizeWith,
  showDecomposition,
} from "./normalize.ts";
import { unpackPairs } from "./packed.ts";
import { decimalValue, numericValue } from "./properties.ts";
import { PropertyTable } from "./property-table.ts";

interface Edition {
  table: PropertyTable;
  /** Digits that were decimal ones then. */
  decimals: Map<number, number>;
  /** Characters whose decomposition was wrong then. */
  corrections: Map<number, number>;
}

let decoded: Edition | undefined;

function edition(): Edition {
  decoded ??= {
    table: new PropertyTable(RECORDS, RUNS),
    decimals: unpackPairs(DECIMALS),
    corrections: unpackPairs(CORRECTIONS),
  };
  return decoded;
}

export function oldCategoryOf(codePoint: number): string {
  return edition().table.categoryOf(codePoint);
}

export function oldBidirectionalOf(codePoint: number): string {
  return edition().table.bidirectionalOf(codePoint);
}

export function oldEastAsianWidthOf(codePoint: number): string {
  return edition().table.eastAsianWidthOf(codePoint);
}

export function oldIsMirrored(codePoint: number): boolean {
  const { table } = edition();
  return table.mirrored[table.recordOf(codePoint)] === 1;
}

export function oldCombiningClass(codePoint: number): number {
  const { table } = edition();
  return table.combining[table.recordOf(codePoint)] as number;
}

function isAssigned(codePoint: number): boolean {
  return oldCategoryOf(codePoint) !== "Cn";
}

export function oldDecimalValue(codePoint: number): number {
  if (!isAssigned(codePoint)) return -1;
  return edition().decimals.get(codePoint) ?? decimalValue(codePoint);
}

export function oldNumericValue(codePoint: number): number | undefined {
  return isAssigned(codePoint) ? numericValue(codePoint) : undefined;
}

export function oldNameOf(codePoint: number): string | undefined {
  return isAssigned(codePoint) ? nameOf(codePoint) : undefined;
}

/** Named sequences and aliases came later, so only single characters are found, and only by their own names. */
export function oldLookupName(name: string): number | undefined {
  const found = lookupName(name);
  if (typeof found !== "number" || nameOf(found) !== name.toUpperCase()) return undefined;
  // A name that is made of the number is not looked up anywhere, so nobody sees that the ideograph came later.
  return isAssigned(found) || isIdeographName(name) ? found : undefined;
}

export function oldDecompositionText(codePoint: number): string {
  return isAssigned(codePoint) ? showDecomposition(currentDecomposition(codePoint)) : "";
}

const source: DecompositionSource = (codePoint) => {
  if (!isAssigned(codePoint)) return undefined;
  const correction = edition().corrections.get(codePoint);
  return correction === undefined ? currentDecomposition(codePoint) : { tag: "", parts: [correction] };
};

export function oldNormalize(form: NormalForm, text: ArrayLike<number>): number[] {
  return normalizeWith(form, text, source);
}
