/**
 * The lines of standard input as C's stdio gives them to the shell of CPython (PyOS_StdioReadline): it reads ahead, so that
 * what it has taken is not there for `input()`, which reads the descriptor.
 */
import { host } from "../../host/current.ts";
import { readWhenReady } from "../../native/posix/waiting.ts";

const STDIN = 0;
/** What glibc asks a pipe for. */
const BUFFER_SIZE = 4096;
/** A terminal gives at most a line. */
const TERMINAL_BUFFER_SIZE = 1024;
const NEWLINE = 10;

export class StandardInput {
  private buffer = new Uint8Array(0);
  private at = 0;

  constructor(private readonly isUnbuffered: boolean) {}

  /** A line with its end, which the last one may lack; nothing at the end of the input. */
  readLine(): Uint8Array {
    const parts: number[] = [];
    for (;;) {
      if (this.at === this.buffer.length && !this.fill()) return Uint8Array.from(parts);
      const byte = this.buffer[this.at++] as number;
      parts.push(byte);
      if (byte === NEWLINE) return Uint8Array.from(parts);
    }
  }

  private fill(): boolean {
    const size = host().files.isatty(STDIN) ? TERMINAL_BUFFER_SIZE : BUFFER_SIZE;
    const chunk = new Uint8Array(this.isUnbuffered ? 1 : size);
    const count = readWhenReady(STDIN, chunk);
    this.buffer = chunk.subarray(0, count);
    this.at = 0;
    return count > 0;
  }
}
