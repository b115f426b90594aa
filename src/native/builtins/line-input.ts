/**
 * Who reads lines from the terminal: the slot that CPython calls PyOS_ReadlineFunctionPointer. Importing `readline` fills
 * it; `input()` and the shell ask it when standard input and output are a terminal.
 */
import { host } from "../../host/current.ts";
import type { Interpreter } from "../../vm/interpreter.ts";
import { current } from "../../vm/thread.ts";

/** What a block is read with. */
export interface BlockRequest {
  readonly ps1: string;
  readonly ps2: string;
  /** Is this text no whole statement yet? */
  needsMore(text: string): boolean;
}

export type Block =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "end" | "interrupted" | "help" | "browse" };

export interface LineReader {
  /** The thread was stopped while it read: `line` and `block` go on with that. */
  readonly isReading: boolean;
  /** A line without its end; undefined at the end of the input. Ctrl-C raises KeyboardInterrupt. */
  line(prompt: string): string | undefined;
  /** The lines of a statement. */
  block(request: BlockRequest): Block;
}

const readers = new WeakMap<Interpreter, LineReader>();

export function installLineReader(interpreter: Interpreter, reader: LineReader): void {
  readers.set(interpreter, reader);
}

/** Undefined also where the terminal cannot move its cursor. */
export function lineReader(): LineReader | undefined {
  const terminal = host().process.environment.get("TERM") ?? "";
  return terminal === "" || terminal === "dumb" ? undefined : readers.get(current.thread.interpreter);
}
