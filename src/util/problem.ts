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

/** No JavaScript Error: making one costs far more than all else that `n // 0` in a loop does. */
export class Problem {
  constructor(
    readonly kind: ProblemKind,
    readonly message: string,
  ) {}
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
