/**
 * The kinds of tokens, with CPython 3.12's numbers (Lib/token.py), and the keywords.
 *
 * Keywords have numbers of their own from 500, which only the parser sees. Trap: `async` and `await` are plain
 * keywords here; the types AWAIT and ASYNC exist for the `token` and `_tokenize` modules alone.
 */

export const ENDMARKER = 0;
export const NAME = 1;
export const NUMBER = 2;
export const STRING = 3;
export const NEWLINE = 4;
export const INDENT = 5;
export const DEDENT = 6;
export const LPAR = 7;
export const RPAR = 8;
export const LSQB = 9;
export const RSQB = 10;
export const COLON = 11;
export const COMMA = 12;
export const SEMI = 13;
export const PLUS = 14;
export const MINUS = 15;
export const STAR = 16;
export const SLASH = 17;
export const VBAR = 18;
export const AMPER = 19;
export const LESS = 20;
export const GREATER = 21;
export const EQUAL = 22;
export const DOT = 23;
export const PERCENT = 24;
export const LBRACE = 25;
export const RBRACE = 26;
export const EQEQUAL = 27;
export const NOTEQUAL = 28;
export const LESSEQUAL = 29;
export const GREATEREQUAL = 30;
export const TILDE = 31;
export const CIRCUMFLEX = 32;
export const LEFTSHIFT = 33;
export const RIGHTSHIFT = 34;
export const DOUBLESTAR = 35;
export const PLUSEQUAL = 36;
export const MINEQUAL = 37;
export const STAREQUAL = 38;
export const SLASHEQUAL = 39;
export const PERCENTEQUAL = 40;
export const AMPEREQUAL = 41;
export const VBAREQUAL = 42;
export const CIRCUMFLEXEQUAL = 43;
export const LEFTSHIFTEQUAL = 44;
export const RIGHTSHIFTEQUAL = 45;
export const DOUBLESTAREQUAL = 46;
export const DOUBLESLASH = 47;
export const DOUBLESLASHEQUAL = 48;
export const AT = 49;
export const ATEQUAL = 50;
export const RARROW = 51;
export const ELLIPSIS = 52;
export const COLONEQUAL = 53;
export const EXCLAMATION = 54;
export const OP = 55;
export const AWAIT = 56;
export const ASYNC = 57;
export const TYPE_IGNORE = 58;
export const TYPE_COMMENT = 59;
export const FSTRING_START = 61;
export const FSTRING_MIDDLE = 62;
export const FSTRING_END = 63;
export const COMMENT = 64;
export const NL = 65;
export const ERRORTOKEN = 66;

export const KEYWORD_FALSE = 500;
export const KEYWORD_NONE = 501;
export const KEYWORD_TRUE = 502;
export const KEYWORD_AND = 503;
export const KEYWORD_AS = 504;
export const KEYWORD_ASSERT = 505;
export const KEYWORD_ASYNC = 506;
export const KEYWORD_AWAIT = 507;
export const KEYWORD_BREAK = 508;
export const KEYWORD_CLASS = 509;
export const KEYWORD_CONTINUE = 510;
export const KEYWORD_DEF = 511;
export const KEYWORD_DEL = 512;
export const KEYWORD_ELIF = 513;
export const KEYWORD_ELSE = 514;
export const KEYWORD_EXCEPT = 515;
export const KEYWORD_FINALLY = 516;
export const KEYWORD_FOR = 517;
export const KEYWORD_FROM = 518;
export const KEYWORD_GLOBAL = 519;
export const KEYWORD_IF = 520;
export const KEYWORD_IMPORT = 521;
export const KEYWORD_IN = 522;
export const KEYWORD_IS = 523;
export const KEYWORD_LAMBDA = 524;
export const KEYWORD_NONLOCAL = 525;
export const KEYWORD_NOT = 526;
export const KEYWORD_OR = 527;
export const KEYWORD_PASS = 528;
export const KEYWORD_RAISE = 529;
export const KEYWORD_RETURN = 530;
export const KEYWORD_TRY = 531;
export const KEYWORD_WHILE = 532;
export const KEYWORD_WITH = 533;
export const KEYWORD_YIELD = 534;

/** The keywords, the first being number 500. */
export const keywords: readonly string[] = [
  "False",
  "None",
  "True",
  "and",
  "as",
  "assert",
  "async",
  "await",
  "break",
  "class",
  "continue",
  "def",
  "del",
  "elif",
  "else",
  "except",
  "finally",
  "for",
  "from",
  "global",
  "if",
  "import",
  "in",
  "is",
  "lambda",
  "nonlocal",
  "not",
  "or",
  "pass",
  "raise",
  "return",
  "try",
  "while",
  "with",
  "yield",
];

/** The number of each operator and delimiter. */
export const operators: ReadonlyMap<string, number> = new Map([
  ["(", LPAR],
  [")", RPAR],
  ["[", LSQB],
  ["]", RSQB],
  [":", COLON],
  [",", COMMA],
  [";", SEMI],
  ["+", PLUS],
  ["-", MINUS],
  ["*", STAR],
  ["/", SLASH],
  ["|", VBAR],
  ["&", AMPER],
  ["<", LESS],
  [">", GREATER],
  ["=", EQUAL],
  [".", DOT],
  ["%", PERCENT],
  ["{", LBRACE],
  ["}", RBRACE],
  ["==", EQEQUAL],
  ["!=", NOTEQUAL],
  ["<>", NOTEQUAL],
  ["<=", LESSEQUAL],
  [">=", GREATEREQUAL],
  ["~", TILDE],
  ["^", CIRCUMFLEX],
  ["<<", LEFTSHIFT],
  [">>", RIGHTSHIFT],
  ["**", DOUBLESTAR],
  ["+=", PLUSEQUAL],
  ["-=", MINEQUAL],
  ["*=", STAREQUAL],
  ["/=", SLASHEQUAL],
  ["%=", PERCENTEQUAL],
  ["&=", AMPEREQUAL],
  ["|=", VBAREQUAL],
  ["^=", CIRCUMFLEXEQUAL],
  ["<<=", LEFTSHIFTEQUAL],
  [">>=", RIGHTSHIFTEQUAL],
  ["**=", DOUBLESTAREQUAL],
  ["//", DOUBLESLASH],
  ["//=", DOUBLESLASHEQUAL],
  ["@", AT],
  ["@=", ATEQUAL],
  ["->", RARROW],
  ["...", ELLIPSIS],
  [":=", COLONEQUAL],
  ["!", EXCLAMATION],
]);
