/**
 * Iterators whose step runs a function of the user: a StopIteration that comes out of it is the end, as
 * in CPython, where both are a NULL with that exception set.
 */
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import type { Value } from "../kernel/object.ts";
import { PyError } from "../kernel/raise.ts";

/** A `__next__` slot for which a StopIteration from inside is the end. */
export function endsOnStop<Self>(step: (self: Self) => Value | undefined): (self: Self) => Value | undefined {
  return (self) => {
    try {
      return step(self);
    } catch (error) {
      if (error instanceof PyError && error.is(EXCEPTIONS.StopIteration)) return undefined;
      throw error;
    }
  };
}
