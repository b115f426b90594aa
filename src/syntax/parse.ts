/**
 * The entry of the front end: from a source to its tree.
 *
 * Follows `_PyParser_ASTFromString` of CPython 3.12. A valid source is parsed once, by parser/. Only if that fails
 * does diagnosis/ go over it again, as CPython's second pass does, to find the exception.
 */
import type { Text } from "../bytecode/constants.ts";
import { bug } from "../util/assert.ts";
import { newDiagnosis } from "./diagnosis/diagnose.ts";
import { SyntaxProblem } from "./errors.ts";
import type { Mod } from "./generated/ast.ts";
import { parseFailure, parserOverflow } from "./parser/cursor.ts";
import { Parser } from "./parser/statements.ts";
import { readSource, type Source, type SourceDecoder } from "./source.ts";
import { TokenBuffer } from "./token-buffer.ts";
import type { WarningHandler } from "./tokenizer/lines.ts";
import { Tokenizer } from "./tokenizer/tokenizer.ts";

export type ParseMode = "exec" | "eval" | "single" | "func_type";

/** Flags of compile() that concern the parser (Include/cpython/compile.h). */
export const PyCF_DONT_IMPLY_DEDENT = 0x200;
/** The result is the tree; parse() gives that in any case, but only then does a feature version count. */
export const PyCF_ONLY_AST = 0x400;
export const PyCF_IGNORE_COOKIE = 0x800;
export const PyCF_TYPE_COMMENTS = 0x1000;
export const PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000;
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;

/** What sys.get_int_max_str_digits() is unless it is set. */
export const DEFAULT_MAX_INT_DIGITS = 4300;

/** The minor version of Python that is parsed if none is asked for. */
const FEATURE_VERSION = 12;

export interface ParseOptions {
  readonly mode: ParseMode;
  /** PyCF_ and CO_FUTURE_ flags; those that do not concern the parser are ignored. */
  readonly flags?: number;
  /** sys.get_int_max_str_digits(); 0 for no limit. */
  readonly maxIntDigits?: number;
  readonly onWarning?: WarningHandler;
  /** Syntax that is younger than this minor version of Python 3 is refused. */
  readonly featureVersion?: number;
  /** Decodes sources in encodings other than UTF-8, ASCII, Latin-1, Latin-9 and cp1252. */
  readonly decode?: SourceDecoder;
}

/** Parse a source. Throws a SyntaxProblem if it is not valid. */
export function parse(input: Uint8Array | Text, options: ParseOptions): Mod {
  const flags = options.flags ?? 0;
  const source = readSource(input, {
    endWithNewline: options.mode === "exec",
    ignoreCookie: (flags & PyCF_IGNORE_COOKIE) !== 0,
    decode: options.decode,
  });
  const warnings = new WarningLog(options.onWarning);
  try {
    return parseSource(source, options, warnings);
  } catch (failure) {
    if (failure === parserOverflow || failure instanceof RangeError) throw overflow();
    if (failure !== parseFailure) throw failure;
  }
  throw diagnose(source, options, warnings);
}

function overflow(): SyntaxProblem {
  return new SyntaxProblem("MemoryError", "Parser stack overflowed - Python source too complex to parse");
}

/** Passes warnings on and remembers those that are to be errors, for the diagnosis. */
class WarningLog {
  private readonly errors = new Set<string>();

  constructor(private readonly handler: WarningHandler | undefined) {}

  readonly emit: WarningHandler = (category, message, lineno) => {
    const isError = this.handler?.(category, message, lineno) === true;
    if (isError) this.errors.add(`${lineno} ${message}`);
    return isError;
  };

  isError(message: string, lineno: number): boolean {
    return this.errors.has(`${lineno} ${message}`);
  }
}

function diagnose(source: Source, options: ParseOptions, warnings: WarningLog): SyntaxProblem {
  const flags = options.flags ?? 0;
  const isError = (message: string, lineno: number): boolean => warnings.isError(message, lineno);
  const tokenizer = new Tokenizer(source.text, {
    ascii: source.ascii,
    typeComments: (flags & PyCF_TYPE_COMMENTS) !== 0,
    onWarning: (_category, message, lineno) => isError(message, lineno),
  });
  const diagnosis = newDiagnosis(tokenizer, {
    maxIntDigits: options.maxIntDigits ?? DEFAULT_MAX_INT_DIGITS,
    interactive: options.mode === "single",
    closeBlocks: (flags & PyCF_DONT_IMPLY_DEDENT) === 0,
    barryAsFlufl: (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0,
    featureVersion: options.featureVersion ?? FEATURE_VERSION,
    isError,
  });
  try {
    const problem = diagnosis.run(options.mode, (flags & PyCF_ALLOW_INCOMPLETE_INPUT) !== 0);
    return problem ?? bug("the parser refused a source in which the diagnosis finds no error");
  } catch (failure) {
    if (failure instanceof RangeError) return diagnosis.tokenizerErrorOnly() ?? overflow();
    throw failure;
  }
}

function parseSource(source: Source, options: ParseOptions, warnings: WarningLog): Mod {
  const flags = options.flags ?? 0;
  const { text, ascii } = source;
  const { maxIntDigits = DEFAULT_MAX_INT_DIGITS, featureVersion = FEATURE_VERSION } = options;
  const onWarning = warnings.emit;
  const typeComments = (flags & PyCF_TYPE_COMMENTS) !== 0;
  const buffer = new TokenBuffer(new Tokenizer(text, { ascii, typeComments, onWarning }), featureVersion);
  if (options.mode === "single") buffer.fetchAllInteractive((flags & PyCF_DONT_IMPLY_DEDENT) === 0);
  else buffer.fetchAll();
  const barryAsFlufl = (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0;
  const parser = new Parser(buffer, { text, ascii, maxIntDigits, onWarning, barryAsFlufl, featureVersion });
  switch (options.mode) {
    case "exec":
      return parser.module();
    case "eval":
      return parser.expressionInput();
    case "single":
      return parser.interactive();
    case "func_type":
      return parser.functionType();
  }
}
