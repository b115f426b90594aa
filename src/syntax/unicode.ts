/**
 * What the front end asks of the Unicode 15.0 database about identifiers (PEP 3131).
 *
 * Trap: JavaScript's own `\p{...}` and `normalize` follow the Unicode version of the host, which may be newer.
 */
import { normalize } from "../util/unicode/normalize.ts";
import { isXidContinue, isXidStart } from "../util/unicode/properties.ts";

export function isIdentifierStart(codePoint: number): boolean {
  return codePoint === 0x5f || isXidStart(codePoint);
}

export function isIdentifierContinue(codePoint: number): boolean {
  return isXidContinue(codePoint);
}

/** The form in which identifiers are compared: NFKC. */
export function normalizeIdentifier(name: string): string {
  const codePoints = Array.from(name, (character) => character.codePointAt(0) as number);
  return normalize("NFKC", codePoints)
    .map((codePoint) => String.fromCodePoint(codePoint))
    .join("");
}
