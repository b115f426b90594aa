/** Our own mistakes, kept apart from Python's exceptions: no Python `except` can catch an InternalError. */

export class InternalError extends Error {
  override readonly name = "InternalError";
}

/** Report a broken invariant of the implementation itself. */
export function bug(message: string): never {
  throw new InternalError(`chaipy internal error: ${message}`);
}

/** For the default branch of a switch over a union: adding a member makes it fail to type-check. */
export function unreachable(value: never): never {
  return bug(`unexpected value ${String(value)}`);
}
