/**
 * OSErrors by the names of their numbers, with the texts of strerror(3) (CPython Python/errors.c, PyErr_SetFromErrno).
 */
import { ERRNO, type ErrnoName, errorText } from "../host/errno.ts";
import type { Value } from "../objects/kernel/object.ts";
import type { PyError } from "../objects/kernel/raise.ts";
import { osError } from "../objects/types/exceptions/os_error.ts";

/** `throw osErrorOf("ENOENT", path)`: the subclass is the number's. */
export function osErrorOf(name: ErrnoName, filename?: Value, filename2?: Value): PyError {
  const errno = ERRNO[name];
  return osError(errno, errorText(errno), filename, filename2);
}
