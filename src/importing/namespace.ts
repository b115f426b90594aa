/**
 * Has anybody changed a module? Whoever does in TypeScript what library code does has to leave it to that code as soon as a
 * program has put something of its own in the place of a part of it.
 *
 * Trap: what is compared are identities and versions, so that something replaced and put back counts as untouched.
 */
import { NONE } from "../objects/kernel/core-types.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString } from "../objects/kernel/payload.ts";

/** A namespace as it was, but for what a module says of itself: the package `importlib` names its two halves anew. */
export class Namespace {
  private readonly epoch: number;
  private readonly entries: readonly number[];
  private readonly values: readonly (Value | undefined)[];

  constructor(readonly dict: PyDict) {
    this.epoch = dict.epoch;
    this.entries = [...dict.keys.keys()].filter((i) => !(jsString(dict.keys[i] ?? NONE) ?? "").startsWith("__"));
    this.values = this.entries.map((i) => dict.values[i]);
  }

  get isUntouched(): boolean {
    const { entries, values } = this;
    const now = this.dict.values;
    if (this.dict.epoch !== this.epoch) return false;
    for (let i = 0; i < values.length; i++) if (now[entries[i]] !== values[i]) return false;
    return true;
  }
}
