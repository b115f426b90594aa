/** The committed digests of CPython's compiled library, and how to read them. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../build/paths.ts";

export const DIGEST_FILE = path.join(ROOT, "tests", "golden", "pyc", "digests.json");

/** The file name is part of the code, so both sides compile under the same one. */
export const FILENAME_PREFIX = "lib/python3.12/";

/** In the order in which a difference is reported: an earlier one usually explains the later ones. */
export const ASPECTS = [
  "shape",
  "counts",
  "variables",
  "names",
  "constants",
  "code",
  "stacksize",
  "lines",
  "exceptions",
] as const;

export type Aspect = (typeof ASPECTS)[number];

export interface FileDigest {
  /** One per optimisation level. */
  readonly marshal: readonly string[];
  /** Of the code at optimisation 0. */
  readonly aspects: Readonly<Record<Aspect, string>>;
}

export function readDigests(): Map<string, FileDigest> {
  return new Map(Object.entries(JSON.parse(fs.readFileSync(DIGEST_FILE, "utf8")) as Record<string, FileDigest>));
}

export function digest(data: string | Uint8Array, length: number): string {
  return createHash("sha256").update(data).digest("hex").slice(0, length);
}
