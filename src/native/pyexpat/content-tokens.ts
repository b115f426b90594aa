/** The tokens of content, of CDATA sections and of attribute and entity values (expat's xmltok_impl.c). */
import { characterClasses, INVALID, SPACE } from "./characters.ts";
import {
  commentToken,
  endOfQualifiedName,
  instructionToken,
  isInvalidAt,
  isSpaceAt,
  referenceToken,
  type Scan,
  startsName,
  type TokenKind,
} from "./scan.ts";

/** A line end at `at`; `alone` is what a carriage return at the very end is. */
function newlineToken(scan: Scan, at: number, alone: () => TokenKind): TokenKind {
  if (scan.text[at] === "\n") return scan.token("newline", at + 1);
  if (at + 1 >= scan.end) return alone();
  return scan.token("newline", scan.text[at + 1] === "\n" ? at + 2 : at + 1);
}

/** The next token of an element's content. */
export function contentToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.nothing();
  switch (text[at]) {
    case "<":
      return tagToken(scan, at + 1);
    case "&":
      return referenceToken(scan, at + 1);
    case "\r":
    case "\n":
      return newlineToken(scan, at, () => (scan.truncated ? scan.token("newline", at + 1) : "trailingReturn"));
    case "]":
      if (at + 1 >= end) return scan.truncated ? scan.token("text", end) : "trailingBrackets";
      if (text[at + 1] !== "]") break;
      if (at + 2 >= end) return scan.truncated ? scan.token("text", end) : "trailingBrackets";
      if (text[at + 2] === ">") return scan.invalid(at + 2);
  }
  if (isInvalidAt(scan, at)) return scan.invalid(at);
  return textToken(scan, at);
}

function textToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  const classes = characterClasses();
  let p = at + 1;
  for (; p < end; p++) {
    const unit = text.charCodeAt(p);
    if (unit === 0x3c || unit === 0x26 || unit === 0x0a || unit === 0x0d) break;
    if ((classes[unit] & INVALID) !== 0) break;
    if (unit !== 0x5d) continue;
    if (p + 1 >= end) break;
    if (text[p + 1] !== "]") continue;
    if (p + 2 >= end) break;
    if (text[p + 2] === ">") return scan.invalid(p + 2);
  }
  return scan.token("text", p);
}

/** What begins with `<`; `at` is behind it. */
function tagToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.partial();
  switch (text[at]) {
    case "!":
      if (at + 1 >= end) return scan.partial();
      if (text[at + 1] === "-") return commentToken(scan, at + 2);
      return text[at + 1] === "[" ? cdataOpenToken(scan, at + 2) : scan.invalid(at + 1);
    case "?":
      return instructionToken(scan, at + 1);
    case "/":
      return endTagToken(scan, at + 1);
  }
  return startsName(scan, at) ? startTagToken(scan, at + 1) : scan.invalid(at);
}

function cdataOpenToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  const word = "CDATA[";
  if (end - at < word.length) return scan.partial();
  for (let i = 0; i < word.length; i++) if (text[at + i] !== word[i]) return scan.invalid(at + i);
  return scan.token("cdataOpen", at + word.length);
}

function endTagToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.partial();
  if (!startsName(scan, at)) return scan.invalid(at);
  const classes = characterClasses();
  let p = at + 1;
  // A second colon is no matter here: the name must be that of the start tag.
  while (p < end && ((classes[text.charCodeAt(p)] & 2) !== 0 || text[p] === ":")) p++;
  while (p < end && isSpaceAt(scan, p)) p++;
  if (p >= end) return scan.partial();
  return text[p] === ">" ? scan.token("endTag", p + 1) : scan.invalid(p);
}

/** The end of a tag: `>` or `/>`; undefined if neither is at `at`. */
function tagEnd(scan: Scan, at: number): TokenKind | undefined {
  if (scan.text[at] === ">") return scan.token("startTag", at + 1);
  if (scan.text[at] !== "/") return undefined;
  if (at + 1 >= scan.end) return scan.partial();
  return scan.text[at + 1] === ">" ? scan.token("emptyTag", at + 2) : scan.invalid(at + 1);
}

function startTagToken(scan: Scan, at: number): TokenKind {
  const decided: { kind: TokenKind } = { kind: "invalid" };
  let p = endOfQualifiedName(scan, at, decided);
  if (p === undefined) return decided.kind;
  for (;;) {
    const ending = tagEnd(scan, p);
    if (ending !== undefined) return ending;
    if (!isSpaceAt(scan, p)) return scan.invalid(p);
    while (p < scan.end && isSpaceAt(scan, p)) p++;
    if (p >= scan.end) return scan.partial();
    if (!startsName(scan, p)) return tagEnd(scan, p) ?? scan.invalid(p);
    const behind = attributeEnd(scan, p + 1, decided);
    if (behind === undefined) return decided.kind;
    p = behind;
  }
}

/** Behind an attribute, where there is another character; undefined if a token is decided. */
function attributeEnd(scan: Scan, at: number, decided: { kind: TokenKind }): number | undefined {
  const { text, end } = scan;
  const decide = (kind: TokenKind): undefined => {
    decided.kind = kind;
    return undefined;
  };
  const skipSpaces = (from: number): number => {
    let p = from;
    while (p < end && isSpaceAt(scan, p)) p++;
    return p;
  };
  const nameEnd = endOfQualifiedName(scan, at, decided);
  if (nameEnd === undefined) return undefined;
  let p = skipSpaces(nameEnd);
  if (p >= end) return decide(scan.partial());
  if (text[p] !== "=") return decide(scan.invalid(p));
  p = skipSpaces(p + 1);
  if (p >= end) return decide(scan.partial());
  const quote = text[p];
  if (quote !== '"' && quote !== "'") return decide(scan.invalid(p));
  p++;
  for (; p < end && text[p] !== quote; p++) {
    if (text[p] === "&") {
      const kind = referenceToken(scan, p + 1);
      if (kind !== "entity" && kind !== "characterReference") return decide(kind);
      p = scan.next - 1;
    } else if (text[p] === "<" || isInvalidAt(scan, p)) return decide(scan.invalid(p));
  }
  if (p >= end) return decide(scan.partial());
  p++;
  return p >= end ? decide(scan.partial()) : p;
}

/** The next token of a CDATA section. */
export function cdataToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.nothing();
  if (text[at] === "]") {
    if (at + 1 >= end) return scan.partial();
    if (text[at + 1] === "]") {
      if (at + 2 >= end) return scan.partial();
      if (text[at + 2] === ">") return scan.token("cdataClose", at + 3);
    }
  } else if (text[at] === "\r" || text[at] === "\n") return newlineToken(scan, at, () => scan.partial());
  else if (isInvalidAt(scan, at)) return scan.invalid(at);
  let p = at + 1;
  while (p < end && !isInvalidAt(scan, p) && text[p] !== "\r" && text[p] !== "\n" && text[p] !== "]") p++;
  return scan.token("text", p);
}

/** The next token of an attribute's value. */
export function attributeValueToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return "none";
  const classes = characterClasses();
  for (let p = at; p < end; p++) {
    const unit = text.charCodeAt(p);
    // Only the text of an entity can hold one.
    if (unit === 0x3c) return scan.invalid(p);
    if (unit !== 0x26 && (classes[unit] & SPACE) === 0) continue;
    if (p > at) return scan.token("text", p);
    if (unit === 0x26) return referenceToken(scan, p + 1);
    if (unit === 0x0a || unit === 0x0d) return newlineToken(scan, p, () => scan.token("trailingReturn", end));
    return scan.token("valueSpace", p + 1);
  }
  return scan.token("text", end);
}

/** The next token of an entity's value. */
export function entityValueToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return "none";
  for (let p = at; p < end; p++) {
    const c = text[p];
    if (c !== "&" && c !== "%" && c !== "\n" && c !== "\r") continue;
    if (p > at) return scan.token("text", p);
    if (c === "&") return referenceToken(scan, p + 1);
    if (c !== "%") return newlineToken(scan, p, () => scan.token("trailingReturn", end));
    const kind = percentToken(scan, p + 1);
    return kind === "percent" ? scan.invalid(p + 1) : kind;
  }
  return scan.token("text", end);
}

/** A parameter entity reference, or a lone `%`; `at` is behind it. */
export function percentToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  if (at >= end) return scan.partial();
  if (isSpaceAt(scan, at) || text[at] === "%") return scan.token("percent", at);
  if (!startsName(scan, at)) return scan.invalid(at);
  let p = at + 1;
  while (p < end && ((characterClasses()[text.charCodeAt(p)] & 2) !== 0 || (!scan.namespaces && text[p] === ":"))) p++;
  if (p >= end) return scan.partial();
  return text[p] === ";" ? scan.token("parameterEntity", p + 1) : scan.invalid(p);
}

/** What is to be ignored, up to the end of the section. */
export function ignoredToken(scan: Scan, at: number): TokenKind {
  const { text, end } = scan;
  let level = 0;
  let p = at;
  while (p < end) {
    if (isInvalidAt(scan, p)) return scan.invalid(p);
    if (text[p] === "<") {
      if (p + 1 >= end) return scan.partial();
      p++;
      if (text[p] !== "!") continue;
      if (p + 1 >= end) return scan.partial();
      p++;
      if (text[p] !== "[") continue;
      level++;
    } else if (text[p] === "]") {
      if (p + 1 >= end) return scan.partial();
      p++;
      if (text[p] !== "]") continue;
      if (p + 1 >= end) return scan.partial();
      p++;
      if (text[p] !== ">") continue;
      if (level === 0) return scan.token("ignoredSection", p + 1);
      level--;
    }
    p++;
  }
  return scan.partial();
}
