/**
 * What a run writes, on its way to the page.
 *
 * A run that is done again writes again what was shown before: that is left out. Trap: messages that come faster than a page
 * can take them hold it up, so what is written beyond a measure waits for the next message; a program that writes little
 * never waits.
 */
import type { Stream } from "./messages.ts";

/** Messages that are sent at once, and the time in which so many may be. */
const AT_ONCE = 200;
const WINDOW_MS = 250;
/** As much text is sent in any case. */
const FULL = 65_536;

export class RunOutput {
  /** What the page has got; its length alone unless `keeps` is set. */
  shown = "";
  private shownLength = 0;
  /** Characters that the run has written. */
  written = 0;
  private waiting = "";
  private stream: Stream = "stdout";
  private windowStart = 0;
  private sent = 0;

  constructor(
    private readonly send: (stream: Stream, text: string) => void,
    private readonly now: () => number,
    private readonly keeps = false,
  ) {}

  /** The run begins again. */
  rewind(): void {
    this.flush();
    this.written = 0;
  }

  write(stream: Stream, text: string): void {
    const before = Math.max(0, this.shownLength - this.written);
    this.written += text.length;
    const rest = text.slice(before);
    if (rest === "") return;
    this.shownLength += rest.length;
    if (this.keeps) this.shown += rest;
    if (stream !== this.stream) this.flush();
    this.stream = stream;
    this.waiting += rest;
    if (this.maySend() || this.waiting.length >= FULL) this.flush();
  }

  flush(): void {
    if (this.waiting !== "") this.send(this.stream, this.waiting);
    this.waiting = "";
  }

  private maySend(): boolean {
    const now = this.now();
    if (now - this.windowStart > WINDOW_MS) {
      this.windowStart = now;
      this.sent = 0;
    }
    return this.sent++ < AT_ONCE;
  }
}
