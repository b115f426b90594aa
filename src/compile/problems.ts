/**
 * The errors and warnings of the compiler proper, as plain data.
 *
 * Trap: unlike the parser's, the columns of these errors count bytes of UTF-8, as in CPython.
 */
import { SyntaxProblem } from "../syntax/errors.ts";
import { Problem } from "../util/problem.ts";

interface Place {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

export function syntaxProblem(message: string, place: Place): SyntaxProblem {
  const { lineno, col_offset, end_lineno, end_col_offset } = place;
  return new SyntaxProblem("SyntaxError", message, lineno, col_offset + 1, end_lineno, end_col_offset + 1);
}

/** An error that CPython raises without saying where. */
export function unplacedSyntaxProblem(message: string): SyntaxProblem {
  return new SyntaxProblem("SyntaxError", message);
}

export function recursionProblem(): SyntaxProblem {
  return new SyntaxProblem("RecursionError", "maximum recursion depth exceeded during compilation");
}

/** The work, whose failures (a number with too many digits, say) become errors of the program. */
export function asSyntaxProblem<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Problem && error.kind === "ValueError") throw new SyntaxProblem(error.kind, error.message);
    throw error;
  }
}

/** Python's own limits are above what the host's stack may bear; beyond, the answer is the same. */
export function guardRecursion<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError && /call stack|recursion/i.test(error.message)) throw recursionProblem();
    throw error;
  }
}
