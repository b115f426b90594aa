/**
 * A page's machine whose runs can be done again: what a run is told by the world (the time, random bytes) is remembered, and
 * the next run is told the same, up to where the first one had come.
 *
 * So a program that wants input can be given up and run again from its start when the input is there, and does the same
 * until then. While it repeats itself it does not sleep.
 */
import { InternalError } from "../util/assert.ts";
import { BrowserHost, type BrowserHostOptions, PageClock } from "./browser.ts";
import type { Clock, Zone } from "./host.ts";
import { TextInput } from "./streams.ts";

/** The run is given up here: it wants a line of input that nobody has given yet. */
export class Unanswered extends InternalError {}

/** What the runs of one program were told. */
export class History {
  private readonly readings: unknown[] = [];
  /** Lines of input; null is its end. */
  private readonly answers: (string | null)[] = [];
  private nextReading = 0;
  private nextAnswer = 0;

  /** Another run begins. */
  rewind(): void {
    this.nextReading = 0;
    this.nextAnswer = 0;
  }

  answer(line: string | null): void {
    this.answers.push(line);
  }

  read<Reading>(live: () => Reading): Reading {
    if (this.nextReading === this.readings.length) this.readings.push(live());
    return this.readings[this.nextReading++] as Reading;
  }

  nextLine(): string | null {
    const line = this.answers[this.nextAnswer++];
    if (line === undefined) throw new Unanswered("input is wanted");
    return line;
  }
}

export class RepeatableHost extends BrowserHost {
  constructor(
    options: Omit<BrowserHostOptions, "stdin" | "clock">,
    private readonly history: History,
  ) {
    const clock = new RememberedClock(new PageClock(), history);
    super({ ...options, clock, stdin: new TextInput(() => history.nextLine()) });
  }

  override wait(seconds: number): void {
    this.history.read(() => {
      super.wait(seconds);
      return null;
    });
  }

  override randomBytes(length: number): Uint8Array {
    return this.history.read(() => super.randomBytes(length)).slice();
  }
}

class RememberedClock implements Clock {
  constructor(
    private readonly clock: Clock,
    private readonly history: History,
  ) {}

  timeNs(): bigint {
    return this.history.read(() => this.clock.timeNs());
  }

  coarseSeconds(): number {
    return this.history.read(() => this.clock.coarseSeconds());
  }

  monotonicNs(): bigint {
    return this.history.read(() => this.clock.monotonicNs());
  }

  perfCounterNs(): bigint {
    return this.history.read(() => this.clock.perfCounterNs());
  }

  processTimeNs(): bigint {
    return this.history.read(() => this.clock.processTimeNs());
  }

  zone(time: number): Zone {
    return this.clock.zone(time);
  }
}
