/**
 * From the Problems that pure helpers throw (util/problem.ts) to Python exceptions.
 *
 * Where a builtin calls into util and that may fail, the call stands inside `raising`, so that no
 * Problem gets past the builtin: kernel code tells exceptions by `instanceof PyError` alone.
 */
import { Problem } from "../../util/problem.ts";
import { EXCEPTIONS } from "./exception-types.ts";
import { memoryError, newException, PyError, raise } from "./raise.ts";

/** The exception that a Problem stands for. */
export function errorOfProblem(problem: Problem): PyError {
  if (problem.kind === "MemoryError") return memoryError();
  const errno = (problem as { errno?: unknown }).errno;
  if (typeof errno === "number") return new PyError(newException(EXCEPTIONS[problem.kind], errno, problem.message));
  return raise(problem.kind, problem.message);
}

/**
 * What to throw for an error caught around a call into util: the exception of a Problem, MemoryError where
 * JavaScript refused a size, anything else as it is.
 */
export function translated(error: unknown): unknown {
  if (error instanceof Problem) return errorOfProblem(error);
  if (error instanceof RangeError && TOO_LARGE.test(error.message)) return memoryError();
  return error;
}

/** V8's, SpiderMonkey's and JavaScriptCore's words for a size beyond the limit; never those for a deep stack. */
const TOO_LARGE =
  /invalid .*(length|size|count)|allocation (failed|size)|out of memory|BigInt .*(big|size)|too (big|large)/i;

/** Run `compute`, turning a Problem into its exception. */
export function raising<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    throw translated(error);
  }
}
