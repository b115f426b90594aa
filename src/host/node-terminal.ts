/**
 * Terminals on Node: who is one, its size, its attributes (termios(3)), and its keys one by one.
 *
 * Node itself can only switch a terminal to raw and back. Everything else of termios is asked of stty(1), which every
 * Unix has. Trap: Node makes a descriptor that it is given non-blocking, and so all that share its file: it gets a
 * descriptor of its own, opened anew.
 */
import fs from "node:fs";
import type { ReadStream, WriteStream } from "node:tty";
import { HostError, type Keyboard, type TerminalAttributes } from "./host.ts";
import { runSystemTool } from "./system-tool.ts";

/** Linux's number for the devices of memory: /dev/null and the like. */
const MEMORY_DEVICES = 1;

/** What is no character device is no terminal; node:tty, which loads Node's sockets, is only asked about the others. */
export function isTerminal(nodeFd: number): boolean {
  try {
    const stat = fs.fstatSync(nodeFd);
    if (!stat.isCharacterDevice()) return false;
    if (process.platform === "linux" && stat.rdev >> 8 === MEMORY_DEVICES) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule("node:tty").isatty(nodeFd);
}

/** Another descriptor of the same terminal, which never waits. */
function openAnew(nodeFd: number, access: number): number {
  const name = process.platform === "linux" ? `/proc/self/fd/${nodeFd}` : "/dev/tty";
  try {
    return fs.openSync(name, access | fs.constants.O_NOCTTY | fs.constants.O_NONBLOCK);
  } catch {
    throw new HostError("ENOTTY");
  }
}

/** Node asks the terminal for its size in this method, which its types leave out. */
type Sized = WriteStream & { _refreshSize(): void };

/** One stream for each terminal that was asked. */
const sized = new Map<number, Sized>();

export function terminalSize(nodeFd: number): { columns: number; lines: number } {
  if (!isTerminal(nodeFd)) throw new HostError("ENOTTY");
  let stream = sized.get(nodeFd);
  if (stream === undefined) {
    const tty = process.getBuiltinModule("node:tty");
    stream = new tty.WriteStream(openAnew(nodeFd, fs.constants.O_RDWR)) as Sized;
    stream.on("error", () => undefined);
    stream.unref();
    sized.set(nodeFd, stream);
  }
  stream._refreshSize();
  return { columns: stream.columns, lines: stream.rows };
}

interface RawInput {
  readonly fd: number;
  readonly stream: ReadStream;
}

/** Kept for the next line: to open a terminal takes longer than to switch it. */
const inputs = new Map<number, RawInput>();

function rawInput(nodeFd: number): RawInput {
  let input = inputs.get(nodeFd);
  if (input === undefined) {
    const fd = openAnew(nodeFd, fs.constants.O_RDWR);
    const tty = process.getBuiltinModule("node:tty");
    input = { fd, stream: new tty.ReadStream(fd) };
    input.stream.on("error", () => undefined);
    input.stream.unref();
    inputs.set(nodeFd, input);
  }
  return input;
}

const PATIENCE_SECONDS = 0.01;

/** The keys of a terminal as they are pressed, until `end`. */
export function openKeyboard(nodeFd: number): Keyboard {
  if (!isTerminal(nodeFd)) throw new HostError("ENOTTY");
  const { fd, stream } = rawInput(nodeFd);
  const byte = new Uint8Array(1);
  stream.setRawMode(true);
  return {
    patience: PATIENCE_SECONDS,
    // One byte at a time: what is typed for the program that runs next stays where it is.
    read: () => {
      try {
        return fs.readSync(fd, byte) === 0 ? undefined : byte[0];
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EAGAIN" ? null : undefined;
      }
    },
    suspend: () => {
      stream.setRawMode(false);
      process.kill(process.pid, "SIGTSTP");
      stream.setRawMode(true);
    },
    end: () => void stream.setRawMode(false),
  };
}

/** Run stty(1) on the terminal. */
function stty(nodeFd: number, args: readonly string[]): string {
  if (!isTerminal(nodeFd)) throw new HostError("ENOTTY");
  const { status, stdout, error } = runSystemTool("stty", args, [nodeFd, "pipe", "ignore"]);
  if (error !== undefined) throw new HostError("ENOSYS");
  if (status !== 0) throw new HostError("EINVAL");
  return stdout.trim();
}

/** `stty -g` writes the four words of flags and the characters, in hexadecimal. */
export function terminalAttributes(nodeFd: number): TerminalAttributes {
  const [iflag = 0, oflag = 0, cflag = 0, lflag = 0, ...characters] = stty(nodeFd, ["-g"])
    .split(":")
    .map((word) => Number.parseInt(word, 16));
  return { iflag, oflag, cflag, lflag, characters };
}

export function setTerminalAttributes(nodeFd: number, attributes: TerminalAttributes, discards: boolean): void {
  if (discards) discardInput(nodeFd);
  const { iflag, oflag, cflag, lflag, characters } = attributes;
  stty(nodeFd, [[iflag, oflag, cflag, lflag, ...characters].map((word) => word.toString(16)).join(":")]);
}

/** While a terminal is raw, also a line that is not finished can be read. */
function discardInput(nodeFd: number): void {
  const keyboard = openKeyboard(nodeFd);
  for (let byte = keyboard.read(); byte !== null && byte !== undefined; ) byte = keyboard.read();
  keyboard.end();
}

export function setTerminalSize(nodeFd: number, size: { readonly columns: number; readonly lines: number }): void {
  stty(nodeFd, ["rows", String(size.lines), "cols", String(size.columns)]);
}
