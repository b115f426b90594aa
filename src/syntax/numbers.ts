/**
 * Numbers: where a literal ends, and what it is worth.
 *
 * Follows the number part of CPython 3.12's Parser/tokenizer.c, with its messages, and `parsenumber` of pegen.c.
 * Trap: `1if x else y` is legal and warns; `1_000` may hold single underscores between digits only.
 */
import { ComplexConstant, FloatConstant } from "../bytecode/constants.ts";
import { digitsToInt } from "../util/int-text.ts";
import { continuesIdentifier, isDigit, isHexadecimal } from "./characters.ts";
import type { Tokenizer } from "./tokenizer/tokenizer.ts";

const UNDERSCORE = 0x5f;

function lowered(c: number): number {
  return c | 0x20;
}

/** Read the rest of a number whose first character has been read. False if it is none; the problem is then set. */
export function scanNumber(tokenizer: Tokenizer, first: number): boolean {
  if (first === 0x30) {
    switch (lowered(tokenizer.peek())) {
      case 0x78:
        return scanHexadecimal(tokenizer);
      case 0x6f:
        return scanSmallBase(tokenizer, 0x37, "octal");
      case 0x62:
        return scanSmallBase(tokenizer, 0x31, "binary");
      default:
        return scanZeros(tokenizer);
    }
  }
  if (first === 0x2e) return scanFraction(tokenizer);
  return scanDigits(tokenizer) && scanAfterDigits(tokenizer);
}

function scanHexadecimal(tokenizer: Tokenizer): boolean {
  tokenizer.cursor++;
  do {
    if (tokenizer.peek() === UNDERSCORE) tokenizer.cursor++;
    if (!isHexadecimal(tokenizer.peek())) return problem(tokenizer, "invalid hexadecimal literal");
    while (isHexadecimal(tokenizer.peek())) tokenizer.cursor++;
  } while (tokenizer.peek() === UNDERSCORE);
  return verifyEnd(tokenizer, "hexadecimal");
}

function scanSmallBase(tokenizer: Tokenizer, highest: number, kind: string): boolean {
  tokenizer.cursor++;
  do {
    if (tokenizer.peek() === UNDERSCORE) tokenizer.cursor++;
    const c = tokenizer.peek();
    if (c < 0x30 || c > highest) {
      return isDigit(c) ? badDigit(tokenizer, c, kind) : problem(tokenizer, `invalid ${kind} literal`);
    }
    while (tokenizer.peek() >= 0x30 && tokenizer.peek() <= highest) tokenizer.cursor++;
  } while (tokenizer.peek() === UNDERSCORE);
  const c = tokenizer.peek();
  return isDigit(c) ? badDigit(tokenizer, c, kind) : verifyEnd(tokenizer, kind);
}

function badDigit(tokenizer: Tokenizer, c: number, kind: string): boolean {
  tokenizer.cursor++;
  return problem(tokenizer, `invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
}

/** A number that starts with "0" and no base. */
function scanZeros(tokenizer: Tokenizer): boolean {
  const start = tokenizer.cursor - 1;
  for (;;) {
    if (tokenizer.peek() === UNDERSCORE) {
      tokenizer.cursor++;
      if (!isDigit(tokenizer.peek())) return problem(tokenizer, "invalid decimal literal");
    }
    if (tokenizer.peek() !== 0x30) break;
    tokenizer.cursor++;
  }
  const zerosEnd = tokenizer.cursor + 1;
  const nonzero = isDigit(tokenizer.peek());
  if (nonzero && !scanDigits(tokenizer)) return false;
  const c = tokenizer.peek();
  if (c === 0x2e || lowered(c) === 0x65 || lowered(c) === 0x6a) return scanAfterDigits(tokenizer);
  if (nonzero && !tokenizer.extraTokens) {
    tokenizer.error(
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
      tokenizer.columnOf(start) + 1,
      tokenizer.columnOf(zerosEnd),
    );
    return false;
  }
  return verifyEnd(tokenizer, "decimal");
}

/** Decimal digits with single underscores between them; the cursor is after the first digit or before it. */
function scanDigits(tokenizer: Tokenizer): boolean {
  const text = tokenizer.text;
  for (;;) {
    while (isDigit(text.charCodeAt(tokenizer.cursor))) tokenizer.cursor++;
    if (text.charCodeAt(tokenizer.cursor) !== UNDERSCORE) return true;
    tokenizer.cursor++;
    if (!isDigit(tokenizer.peek())) return problem(tokenizer, "invalid decimal literal");
  }
}

function scanAfterDigits(tokenizer: Tokenizer): boolean {
  if (tokenizer.peek() === 0x2e) {
    tokenizer.cursor++;
    return scanFraction(tokenizer);
  }
  return scanExponent(tokenizer);
}

function scanFraction(tokenizer: Tokenizer): boolean {
  if (isDigit(tokenizer.peek()) && !scanDigits(tokenizer)) return false;
  return scanExponent(tokenizer);
}

function scanExponent(tokenizer: Tokenizer): boolean {
  if (lowered(tokenizer.peek()) === 0x65) {
    const mark = tokenizer.cursor;
    tokenizer.cursor++;
    const c = tokenizer.peek();
    if (c === 0x2b || c === 0x2d) {
      tokenizer.cursor++;
      if (!isDigit(tokenizer.peek())) return problem(tokenizer, "invalid decimal literal");
    } else if (!isDigit(c)) {
      tokenizer.cursor = mark;
      return verifyEnd(tokenizer, "decimal");
    }
    if (!scanDigits(tokenizer)) return false;
  }
  if (lowered(tokenizer.peek()) === 0x6a) {
    tokenizer.cursor++;
    return verifyEnd(tokenizer, "imaginary");
  }
  return verifyEnd(tokenizer, "decimal");
}

function problem(tokenizer: Tokenizer, message: string): boolean {
  tokenizer.error(message);
  return false;
}

/** A number may be followed by a keyword without a space, with a warning, but by no other letter. */
function verifyEnd(tokenizer: Tokenizer, kind: string): boolean {
  if (tokenizer.extraTokens) return true;
  const c = tokenizer.peek();
  if (c < 0 || c >= 128 || !continuesIdentifier(c)) return true;
  const rest = tokenizer.text.slice(tokenizer.cursor, tokenizer.cursor + 4);
  if (/^(and|else|for|i[fns]|or|not)/.test(rest)) {
    return tokenizer.warn("SyntaxWarning", `invalid ${kind} literal`);
  }
  return problem(tokenizer, `invalid ${kind} literal`);
}

/** The value of a NUMBER token. A string result is the message of a ValueError. */
export function numberValue(
  token: string,
  maxDigits: number,
): number | bigint | FloatConstant | ComplexConstant | string {
  const text = token.includes("_") ? token.replaceAll("_", "") : token;
  if (text.length < 16 && /^[0-9]+$/.test(text)) return Number(text);
  const second = lowered(text.charCodeAt(1));
  if (text.charCodeAt(0) === 0x30 && (second === 0x78 || second === 0x6f || second === 0x62)) {
    return digitsToInt(text.slice(2), second === 0x78 ? 16 : second === 0x6f ? 8 : 2);
  }
  if (/[jJ]$/.test(text)) return new ComplexConstant(0, Number(text.slice(0, -1)));
  if (/[.eE]/.test(text)) return new FloatConstant(Number(text));
  const digits = text.replace(/^0+(?=.)/, "");
  if (maxDigits > 0 && digits.length > maxDigits) {
    return (
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${digits.length} digits; ` +
      "use sys.set_int_max_str_digits() to increase the limit"
    );
  }
  return digitsToInt(digits, 10);
}
