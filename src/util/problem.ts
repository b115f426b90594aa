/**
 * How a pure helper reports what Python code would see as an exception.
 *
 * `util` knows no Python objects, so it throws a `Problem` that carries the exception's type name and CPython's
 * own message; the boundary of a builtin call turns it into the real exception. Trap: a Problem is never an
 * error of our own; for that there is `bug()` in assert.ts.
 */

export type ProblemKind =
  | "ValueError"
  | "OverflowError"
  | "ZeroDivisionError"
  | "MemoryError"
  | "TypeError"
  | "KeyError"
  | "IndexError";

export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    message: string,
  ) {
    // Nobody looks at its stack, and that is what costs: `n // 0` in a loop is no error of ours.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** A wrong format specification or a value that does not fit it. */
export class FormatProblem extends Problem {}

export function valueProblem(message: string): Problem {
  return new Problem("ValueError", message);
}

export function overflowProblem(message: string): Problem {
  return new Problem("OverflowError", message);
}

export function zeroDivisionProblem(message: string): Problem {
  return new Problem("ZeroDivisionError", message);
}

export function memoryProblem(): Problem {
  return new Problem("MemoryError", "");
}
