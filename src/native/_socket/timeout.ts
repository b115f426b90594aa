/** Timeouts of sockets: seconds, or None for none. */
import { NONE } from "../../objects/kernel/core-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyFloat } from "../../objects/kernel/payload.ts";
import { valueError } from "../../objects/kernel/raise.ts";

/** What new sockets begin with. */
export const defaultTimeout: { seconds: number | undefined } = { seconds: undefined };

export function timeoutArgument(value: Value): number | undefined {
  if (value === NONE) return undefined;
  const seconds = value instanceof PyFloat ? value.value : Number(toIndex(value));
  if (Number.isNaN(seconds)) throw valueError("Invalid value NaN (not a number)");
  if (seconds < 0) throw valueError("Timeout value out of range");
  return seconds;
}
