/**
 * What the tokenizers of content and of declarations share: the text they read, names, references, comments and
 * processing instructions (expat's xmltok_impl.c).
 *
 * A tokenizer gives the kind of the token at a place and leaves where it ends in `next`. Trap: for "invalid" that is
 * where the offending character stands, which is the place of the error; and a token that touches the end of the text
 * can be whole and yet go on in text still to come: then `tentative` is set.
 */
import { characterClasses, INVALID, NAME, NAME_START, SPACE } from "./characters.ts";

export type TokenKind =
  | "none"
  | "invalid"
  | "partial"
  | "partialCharacter"
  | "startTag"
  | "emptyTag"
  | "endTag"
  | "text"
  | "newline"
  | "trailingReturn"
  | "trailingBrackets"
  | "valueSpace"
  | "cdataOpen"
  | "cdataClose"
  | "entity"
  | "characterReference"
  | "comment"
  | "instruction"
  | "xmlDeclaration"
  | "byteOrderMark"
  | "instance"
  | "space"
  | "declarationOpen"
  | "declarationClose"
  | "name"
  | "prefixedName"
  | "nameToken"
  | "nameOptional"
  | "nameRepeated"
  | "nameOnceOrMore"
  | "poundName"
  | "literal"
  | "percent"
  | "parameterEntity"
  | "bracketOpen"
  | "bracketClose"
  | "parenthesisOpen"
  | "parenthesisClose"
  | "parenthesisOptional"
  | "parenthesisRepeated"
  | "parenthesisOnceOrMore"
  | "or"
  | "comma"
  | "sectionOpen"
  | "sectionClose"
  | "ignoredSection";

export class Scan {
  next = 0;
  tentative = false;
  /** Does an incomplete character follow the end? */
  truncated = false;
  /** Does half a UTF-16 unit follow the end? */
  halved = false;
  /** Was each character one byte? */
  singleByte = false;

  constructor(
    public text: string,
    public end: number,
    readonly namespaces: boolean,
  ) {}

  invalid(at: number): TokenKind {
    this.next = at;
    return "invalid";
  }

  partial(): TokenKind {
    return this.truncated ? "partialCharacter" : "partial";
  }

  token(kind: TokenKind, next: number): TokenKind {
    this.next = next;
    this.tentative = false;
    return kind;
  }

  /** Where no character is left. */
  nothing(): TokenKind {
    if (this.halved) return "partial";
    return this.truncated ? "partialCharacter" : "none";
  }

  /** A token that may go on behind the end. */
  atEnd(kind: TokenKind): TokenKind {
    if (this.truncated) return "partialCharacter";
    this.next = this.end;
    this.tentative = true;
    return kind;
  }
}

export const isSpaceUnit = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;

/** Where the run of name characters from `at` ends. */
export function skipName(scan: Scan, at: number): number {
  const classes = characterClasses();
  const { text, end } = scan;
  let p = at;
  while (p < end && (classes[text.charCodeAt(p)] & NAME) !== 0) p++;
  return p;
}

/** The end of the white space from `at`. */
export function skipSpace(text: string, at: number, end: number): number {
  let p = at;
  while (p < end && isSpaceUnit(text.charCodeAt(p))) p++;
  return p;
}

export function isNameStart(scan: Scan, at: number): boolean {
  return (characterClasses()[scan.text.charCodeAt(at)] & NAME_START) !== 0;
}

export function isSpaceAt(scan: Scan, at: number): boolean {
  return (characterClasses()[scan.text.charCodeAt(at)] & SPACE) !== 0;
}

export function isInvalidAt(scan: Scan, at: number): boolean {
  return (characterClasses()[scan.text.charCodeAt(at)] & INVALID) !== 0;
}

/** Without namespaces a colon is a letter. */
export function isColon(scan: Scan, at: number): boolean {
  return scan.text.charCodeAt(at) === 0x3a;
}

/** Does a name begin here, a colon being a letter where there are no namespaces? */
export function startsName(scan: Scan, at: number): boolean {
  return isNameStart(scan, at) || (!scan.namespaces && isColon(scan, at));
}

/** Where a name ends; with namespaces it holds no colon. */
export function endOfName(scan: Scan, at: number): number {
  let p = skipName(scan, at);
  if (!scan.namespaces) while (p < scan.end && isColon(scan, p)) p = skipName(scan, p + 1);
  return p;
}

/**
 * The end of a name with at most one prefix; undefined if a token is decided, in `decided`. `at` is behind the first
 * character.
 */
export function endOfQualifiedName(scan: Scan, at: number, decided: { kind: TokenKind }): number | undefined {
  let p = endOfName(scan, at);
  let prefixed = false;
  while (p < scan.end && scan.namespaces && isColon(scan, p)) {
    if (prefixed) {
      decided.kind = scan.invalid(p);
      return undefined;
    }
    prefixed = true;
    if (p + 1 >= scan.end) {
      decided.kind = scan.partial();
      return undefined;
    }
    if (!isNameStart(scan, p + 1)) {
      decided.kind = scan.invalid(p + 1);
      return undefined;
    }
    p = endOfName(scan, p + 2);
  }
  if (p >= scan.end) {
    decided.kind = scan.partial();
    return undefined;
  }
  return p;
}

/** A reference; `at` is behind the `&`. */
export function referenceToken(scan: Scan, at: number): TokenKind {
  if (at >= scan.end) return scan.partial();
  if (scan.text[at] === "#") return characterReferenceToken(scan, at + 1);
  if (!startsName(scan, at)) return scan.invalid(at);
  const p = endOfName(scan, at + 1);
  if (p >= scan.end) return scan.partial();
  return scan.text[p] === ";" ? scan.token("entity", p + 1) : scan.invalid(p);
}

function characterReferenceToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.partial();
  const hexadecimal = text[at] === "x";
  const isDigit = (unit: number): boolean =>
    (unit >= 0x30 && unit <= 0x39) ||
    (hexadecimal && ((unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66)));
  const first = hexadecimal ? at + 1 : at;
  if (first >= end) return scan.partial();
  let p = first;
  while (p < end && isDigit(text.charCodeAt(p))) p++;
  if (p >= end) return scan.partial();
  return p > first && text[p] === ";" ? scan.token("characterReference", p + 1) : scan.invalid(p);
}

/** A comment; `at` is behind `<!-`. */
export function commentToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.partial();
  if (text[at] !== "-") return scan.invalid(at);
  for (let p = at + 1; p < end; p++) {
    if (isInvalidAt(scan, p)) return scan.invalid(p);
    if (text[p] !== "-") continue;
    if (p + 1 >= end) return scan.partial();
    if (text[p + 1] !== "-") continue;
    if (p + 2 >= end) return scan.partial();
    return text[p + 2] === ">" ? scan.token("comment", p + 3) : scan.invalid(p + 2);
  }
  return scan.partial();
}

/** A processing instruction or XML declaration; `at` is behind `<?`. */
export function instructionToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.partial();
  if (!startsName(scan, at)) return scan.invalid(at);
  const nameEnd = endOfName(scan, at + 1);
  if (nameEnd >= end) return scan.partial();
  const ends = text[nameEnd] === "?";
  if (!ends && !isSpaceAt(scan, nameEnd)) return scan.invalid(nameEnd);
  const target = text.slice(at, nameEnd);
  if (target !== "xml" && target.toLowerCase() === "xml") return scan.invalid(nameEnd);
  const kind = target === "xml" ? "xmlDeclaration" : "instruction";
  if (ends) {
    if (nameEnd + 1 >= end) return scan.partial();
    return text[nameEnd + 1] === ">" ? scan.token(kind, nameEnd + 2) : scan.invalid(nameEnd + 1);
  }
  for (let p = nameEnd + 1; p < end; p++) {
    if (isInvalidAt(scan, p)) return scan.invalid(p);
    if (text[p] !== "?") continue;
    if (p + 1 >= end) return scan.partial();
    if (text[p + 1] === ">") return scan.token(kind, p + 2);
  }
  return scan.partial();
}

/** The number of a character reference's text "&#...;"; undefined if there is no such character in XML. */
export function referencedCharacter(reference: string): number | undefined {
  const digits = reference.slice(reference[2] === "x" ? 3 : 2, -1);
  const code = Number.parseInt(digits, reference[2] === "x" ? 16 : 10);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  if (code <= 0xffff && (characterClasses()[code] & INVALID) !== 0) return undefined;
  return code;
}

/** The character of a predefined entity. */
export const PREDEFINED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);
