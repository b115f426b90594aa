/** The results of one module against the yardstick and the list of known failures. */
import type { Outcome } from "./results.ts";
import type { ModuleResult } from "./run.ts";
import { knownReason, type Yardstick } from "./tables.ts";

export interface Failure {
  readonly id: string;
  readonly outcome: Outcome | "missing";
  readonly why: string;
}

export interface Verdict {
  /** How many tests native CPython passes, and how many of these pass here. */
  readonly expected: number;
  readonly passed: number;
  readonly failures: readonly Failure[];
  readonly unlisted: readonly Failure[];
  readonly listedButPassing: readonly string[];
}

export function judgeModule(
  result: ModuleResult,
  yardstick: Yardstick | undefined,
  known: ReadonlyMap<string, string>,
): Verdict {
  // Without a yardstick every test that was found is expected to pass.
  const expected = yardstick?.passes ?? new Set(result.tests.keys());
  const failures: Failure[] = [];
  for (const id of expected) {
    const test = result.tests.get(id);
    if (test?.outcome === "ok") continue;
    failures.push({ id, outcome: test?.outcome ?? "missing", why: test?.why ?? result.trouble });
  }
  return {
    expected: expected.size,
    passed: expected.size - failures.length,
    failures,
    unlisted: failures.filter(({ id }) => knownReason(known, id) === undefined),
    listedButPassing: [...expected].filter(
      (id) => result.tests.get(id)?.outcome === "ok" && knownReason(known, id) !== undefined,
    ),
  };
}
