/**
 * What tests/conformance/run_module.py writes: a JSON line for each event, read into the outcome of each test.
 *
 * A line may be cut short where the process was killed: such a line is no event.
 */

export type Outcome = "ok" | "fail" | "error" | "skip" | "crash" | "timeout";

export interface TestResult {
  readonly outcome: Outcome;
  readonly why: string;
  readonly seconds: number;
}

export interface ModuleEvents {
  readonly tests: Map<string, TestResult>;
  /** The test that had begun and not ended. */
  readonly running: string | undefined;
  /** How the module as a whole ended; undefined when its process did not get there. */
  readonly end: { readonly kind: "done" | "skip" | "error"; readonly why: string } | undefined;
}

interface Event {
  readonly start?: string;
  readonly id?: string;
  readonly outcome?: Outcome;
  readonly module?: "done" | "skip" | "error";
  readonly why?: string;
  readonly seconds?: number;
}

const BADNESS: readonly Outcome[] = ["ok", "skip", "fail", "error", "timeout", "crash"];

/** "test.test_int.IntTestCases.test_basic" -> "test_int.IntTestCases.test_basic"; addresses in names are dropped. */
export function testId(id: string): string {
  return id.replace(/\btest\.(?=test_)/g, "").replace(/ at 0x[0-9a-f]+/g, "");
}

/** Of two results under one id (a class made twice, say) the worse counts. */
export function addResult(tests: Map<string, TestResult>, id: string, result: TestResult): void {
  const earlier = tests.get(id);
  if (earlier === undefined || BADNESS.indexOf(earlier.outcome) < BADNESS.indexOf(result.outcome)) {
    tests.set(id, result);
  }
}

function parseLine(line: string): Event | undefined {
  try {
    return JSON.parse(line) as Event;
  } catch {
    return undefined;
  }
}

export function parseEvents(text: string): ModuleEvents {
  const tests = new Map<string, TestResult>();
  let running: string | undefined;
  let end: ModuleEvents["end"];
  for (const event of text.split("\n").map(parseLine)) {
    if (event === undefined) continue;
    const why = event.why ?? "";
    if (event.start !== undefined) running = event.start;
    if (event.module !== undefined) end = { kind: event.module, why };
    if (event.id === undefined || event.outcome === undefined) continue;
    addResult(tests, testId(event.id), { outcome: event.outcome, why, seconds: event.seconds ?? 0 });
    if (event.id === running) running = undefined;
  }
  return { tests, running, end };
}
