/**
 * What the front end asks of the Unicode database: identifiers (PEP 3131), printable characters, character names.
 *
 * The functions stand in one table so that the Unicode 15.0 database of the runtime can replace the defaults, which
 * are made of JavaScript's regular expressions. Trap: no default can resolve the names of `\N{...}`; without
 * `lookupName` every name is unknown.
 */

export interface UnicodeDatabase {
  isIdentifierStart(codePoint: number): boolean;
  isIdentifierContinue(codePoint: number): boolean;
  /** NFKC of a string of UTF-16. */
  normalize(text: string): string;
  isPrintable(codePoint: number): boolean;
  /** The code point of a character name or alias, or undefined. */
  lookupName(name: string): number | undefined;
}

const identifierStart = /^[\p{XID_Start}_]$/u;
const identifierContinue = /^\p{XID_Continue}$/u;
const unprintable = /^[\p{C}\p{Z}]$/u;

export const unicode: UnicodeDatabase = {
  isIdentifierStart: (codePoint) => identifierStart.test(String.fromCodePoint(codePoint)),
  isIdentifierContinue: (codePoint) => identifierContinue.test(String.fromCodePoint(codePoint)),
  normalize: (text) => text.normalize("NFKC"),
  isPrintable: (codePoint) => codePoint === 0x20 || !unprintable.test(String.fromCodePoint(codePoint)),
  lookupName: () => undefined,
};
