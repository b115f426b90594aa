/** hash(str) and hash(bytes): SipHash-1-3 under the key of this process (CPython Python/pyhash.c). */
import type { Text } from "../../bytecode/constants.ts";
import { hashCodePoints, hashString } from "../../util/hash.ts";
import { type SipKey, ZERO_KEY } from "../../util/siphash.ts";

/** The key: from PYTHONHASHSEED or random. To be set before the first hash is taken, and never again. */
export const secrets: { key: SipKey } = { key: ZERO_KEY };

export function hashText(text: Text): number | bigint {
  return typeof text === "string" ? hashString(text, secrets.key) : hashCodePoints(text.codePoints, secrets.key);
}
