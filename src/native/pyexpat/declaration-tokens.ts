/** The tokens outside of content: the prolog, the document type and its declarations (expat's xmltok_impl.c: prologTok). */
import { ASCII_LETTER, characterClasses, isPublicIdCharacter, NAME } from "./characters.ts";
import { percentToken } from "./content-tokens.ts";
import {
  commentToken,
  endOfName,
  instructionToken,
  isColon,
  isInvalidAt,
  isSpaceAt,
  type Scan,
  startsName,
  type TokenKind,
} from "./scan.ts";

const SINGLE: Readonly<Record<string, TokenKind>> = {
  ",": "comma",
  "[": "bracketOpen",
  "(": "parenthesisOpen",
  "|": "or",
  ">": "declarationClose",
};

const AFTER_PARENTHESIS: Readonly<Record<string, TokenKind>> = {
  "*": "parenthesisRepeated",
  "?": "parenthesisOptional",
  "+": "parenthesisOnceOrMore",
};

const AFTER_NAME: Readonly<Record<string, TokenKind>> = {
  "*": "nameRepeated",
  "?": "nameOptional",
  "+": "nameOnceOrMore",
};

/** The next token of the prolog or of a subset of the document type. */
export function declarationToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.nothing();
  const c = text[at];
  const single = SINGLE[c];
  if (single !== undefined) return scan.token(single, at + 1);
  switch (c) {
    case '"':
    case "'":
      return literalToken(scan, c, at + 1);
    case "<":
      return markupToken(scan, at + 1);
    case "%":
      return percentToken(scan, at + 1);
    case "]":
      return bracketToken(scan, at + 1);
    case ")":
      return parenthesisToken(scan, at + 1);
    case "#":
      return poundToken(scan, at + 1);
  }
  return isSpaceAt(scan, at) ? spaceToken(scan, at) : nameToken(scan, at);
}

/** A run of white space; the two characters of a line end stay together. */
function spaceToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  let p = at;
  while (p < end && isSpaceAt(scan, p)) p++;
  if (p < end || text[p - 1] !== "\r") return scan.token("space", p);
  return p - 1 === at ? scan.atEnd("space") : scan.token("space", p - 1);
}

/** What begins with `<`; `at` is behind it. */
function markupToken(scan: Scan, at: number): TokenKind {
  if (at >= scan.end) return scan.partial();
  if (scan.text[at] === "!") return declarationOpenToken(scan, at + 1);
  if (scan.text[at] === "?") return instructionToken(scan, at + 1);
  // Of several bytes only the first is looked at: what the name is, the tokenizer of content will say.
  const begins = startsName(scan, at) || (scan.text.charCodeAt(at) >= 0x80 && !scan.singleByte);
  return begins ? scan.token("instance", at - 1) : scan.invalid(at);
}

function declarationOpenToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.partial();
  if (text[at] === "-") return commentToken(scan, at + 1);
  if (text[at] === "[") return scan.token("sectionOpen", at + 1);
  const classes = characterClasses();
  let p = at;
  const isLetter = (unit: number): boolean =>
    (classes[unit] & ASCII_LETTER) !== 0 || (unit === 0x3a && !scan.namespaces);
  while (p < end && isLetter(text.charCodeAt(p))) p++;
  if (p >= end) return scan.partial();
  if (p === at) return scan.invalid(p);
  if (isSpaceAt(scan, p)) return scan.token("declarationOpen", p);
  if (text[p] !== "%") return scan.invalid(p);
  if (p + 1 >= end) return scan.partial();
  return isSpaceAt(scan, p + 1) || text[p + 1] === "%" ? scan.invalid(p) : scan.token("declarationOpen", p);
}

function bracketToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.atEnd("bracketClose");
  if (text[at] === "]") {
    if (at + 1 >= end) return scan.partial();
    if (text[at + 1] === ">") return scan.token("sectionClose", at + 2);
  }
  return scan.token("bracketClose", at);
}

function parenthesisToken(scan: Scan, at: number): TokenKind {
  if (at >= scan.end) return scan.atEnd("parenthesisClose");
  const c = scan.text[at];
  const kind = AFTER_PARENTHESIS[c];
  if (kind !== undefined) return scan.token(kind, at + 1);
  return isSpaceAt(scan, at) || ">,|)".includes(c) ? scan.token("parenthesisClose", at) : scan.invalid(at);
}

function poundToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.partial();
  if (!startsName(scan, at)) return scan.invalid(at);
  const p = endOfName(scan, at + 1);
  if (p >= end) return scan.atEnd("poundName");
  return isSpaceAt(scan, p) || ")>%|".includes(text[p]) ? scan.token("poundName", p) : scan.invalid(p);
}

function literalToken(scan: Scan, quote: string, at: number): TokenKind {
  const { text, end } = scan;
  for (let p = at; p < end; p++) {
    if (isInvalidAt(scan, p)) return scan.invalid(p);
    if (text[p] !== quote) continue;
    if (p + 1 >= end) return scan.atEnd("literal");
    return isSpaceAt(scan, p + 1) || ">%[".includes(text[p + 1]) ? scan.token("literal", p + 1) : scan.invalid(p + 1);
  }
  return scan.partial();
}

function nameToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  const classes = characterClasses();
  const first = classes[text.charCodeAt(at)];
  let kind: TokenKind;
  if (startsName(scan, at)) kind = "name";
  else if ((first & NAME) !== 0 || isColon(scan, at)) kind = "nameToken";
  else return scan.invalid(at);
  let p = endOfName(scan, at + 1);
  while (p < end && scan.namespaces && isColon(scan, p)) {
    if (kind === "name") {
      if (p + 1 >= end) return scan.partial();
      // What follows the colon may begin like a name token: then all of it is one.
      kind = (classes[text.charCodeAt(p + 1)] & NAME) !== 0 ? "prefixedName" : "nameToken";
    } else kind = "nameToken";
    p = endOfName(scan, p + 1);
  }
  if (p >= end) return scan.atEnd(kind);
  const repeated = AFTER_NAME[text[p]];
  if (repeated !== undefined) return kind === "nameToken" ? scan.invalid(p) : scan.token(repeated, p + 1);
  return isSpaceAt(scan, p) || ">),|[%".includes(text[p]) ? scan.token(kind, p) : scan.invalid(p);
}

/** The first character of a literal that no public identifier may hold; undefined if all are good. */
export function badPublicIdPosition(text: string, start: number, end: number): number | undefined {
  for (let p = start + 1; p < end - 1; p++) if (!isPublicIdCharacter(text.charCodeAt(p))) return p;
  return undefined;
}
