/** Timeouts of sockets: seconds, or None for none. */
import { NONE } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { valueError } from "../../objects/kernel/raise.ts";
import { secondsArgument } from "../timeout.ts";

/** What new sockets begin with. */
export const defaultTimeout: { seconds: number | undefined } = { seconds: undefined };

export function timeoutArgument(value: Value): number | undefined {
  if (value === NONE) return undefined;
  const seconds = secondsArgument(value);
  if (seconds < 0) throw valueError("Timeout value out of range");
  return seconds;
}
