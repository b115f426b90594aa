/**
 * A terminal whose keys come as messages and whose screen is elsewhere (xterm.js): the line discipline of a Unix tty, as far
 * as programs meet it (echo, erase, end of input, interrupt), and the machine of a shell in a page.
 *
 * Trap: keys come only between two turns of the event loop. So nothing on the JavaScript stack can wait for them: who
 * waits at the prompt is told so (`Idle`), and a program is parked on the heap.
 */
import { BrowserHost, type BrowserHostOptions } from "./browser.ts";
import { HostError, Idle, type Keyboard, type TerminalAttributes } from "./host.ts";
import type { MemoryTerminal } from "./memory-inodes.ts";

const CTRL_C = 0x03;
const CTRL_D = 0x04;
const CTRL_U = 0x15;
const BACKSPACE = 0x08;
const RETURN = 0x0d;
const NEWLINE = 0x0a;
const ESCAPE = 0x1b;
const DELETE = 0x7f;

const ISIG = 0o1;
const ICANON = 0o2;
const ECHO = 0o10;

const NCCS = 32;
const CHARACTERS = [3, 28, 127, 21, 4, 0, 1, 0, 17, 19, 26, 0, 18, 15, 23, 22];

/** As a new pseudo-terminal of Linux has them. */
const ATTRIBUTES: TerminalAttributes = {
  iflag: 0o42400,
  oflag: 0o5,
  cflag: 0o277,
  lflag: 0o105073,
  characters: Array.from({ length: NCCS }, (_, i) => CHARACTERS[i] ?? 0),
};

export interface Size {
  readonly columns: number;
  readonly lines: number;
}

/** What is typed, for a line editor as it comes (raw), and in lines for everybody else. */
export class PageTerminal implements MemoryTerminal {
  private readonly keys: number[] = [];
  /** The line that is being typed, and those that can be read; an empty one is the end of the input. */
  private line: number[] = [];
  private readonly lines: Uint8Array[] = [];
  private isRaw = false;
  /** ISIG, ICANON and ECHO are heeded. */
  attributes: TerminalAttributes = ATTRIBUTES;
  /** Ctrl-C was typed while no line was edited. */
  onInterrupt: () => void = () => undefined;

  constructor(
    private current: Size,
    private readonly show: (text: string) => void,
  ) {}

  /** Who asks wants lines: what was typed becomes some, and is shown. */
  get isReadable(): boolean {
    if (!this.isRaw) this.cook();
    return this.lines.length > 0;
  }

  size(): Size {
    return this.current;
  }

  resize(size: Size): void {
    this.current = size;
  }

  type(bytes: Uint8Array): void {
    for (const byte of bytes) {
      // What is typed ahead belongs to whoever reads next, but an interrupt is for now.
      if (byte === CTRL_C && !this.isRaw && this.has(ISIG)) this.interrupt();
      else this.keys.push(byte);
    }
  }

  keyboard(): Keyboard {
    this.isRaw = true;
    return {
      patience: Number.POSITIVE_INFINITY,
      read: () => this.keys.shift() ?? null,
      suspend: () => undefined,
      end: () => {
        this.isRaw = false;
      },
    };
  }

  private cook(): void {
    for (let byte = this.keys.shift(); byte !== undefined; byte = this.keys.shift()) this.discipline(byte);
  }

  read(target: Uint8Array): number {
    const line = this.lines[0];
    if (line === undefined) throw new HostError("EDEADLK");
    const part = line.subarray(0, target.length);
    target.set(part);
    if (part.length === line.length) this.lines.shift();
    else this.lines[0] = line.subarray(part.length);
    return part.length;
  }

  private has(flag: number): boolean {
    return (this.attributes.lflag & flag) !== 0;
  }

  private echoed(text: string): void {
    if (this.has(ECHO)) this.show(text);
  }

  private interrupt(): void {
    this.keys.length = 0;
    this.line = [];
    this.echoed("^C\n");
    this.onInterrupt();
  }

  private discipline(byte: number): void {
    if (!this.has(ICANON)) {
      this.line.push(byte === RETURN ? NEWLINE : byte);
      this.echoed(this.echo(byte));
      this.hand();
      return;
    }
    switch (byte) {
      case RETURN:
      case NEWLINE:
        this.line.push(NEWLINE);
        this.echoed("\n");
        this.hand();
        return;
      case CTRL_D:
        this.hand();
        return;
      case BACKSPACE:
      case DELETE:
        if (this.line.length > 0) this.erase();
        return;
      case CTRL_U:
        while (this.line.length > 0) this.erase();
        return;
      default:
        this.line.push(byte);
        this.echoed(byte < 0x20 && byte !== ESCAPE ? `^${String.fromCharCode(byte + 0x40)}` : this.echo(byte));
    }
  }

  /** The character that ends with this byte; nothing in the middle of one. */
  private echo(byte: number): string {
    if (byte < 0x80) return byte === ESCAPE ? "^[" : String.fromCharCode(byte);
    const text = new TextDecoder().decode(Uint8Array.from(this.line.slice(startOfLast(this.line))));
    return text.includes("\ufffd") ? "" : text;
  }

  private erase(): void {
    this.line.length = startOfLast(this.line);
    this.echoed("\b \b");
  }

  private hand(): void {
    this.lines.push(Uint8Array.from(this.line));
    this.line = [];
  }
}

/** Where the last character begins, in UTF-8. */
function startOfLast(bytes: readonly number[]): number {
  let at = bytes.length - 1;
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return Math.max(at, 0);
}

/** The machine of a shell in a page; `terminal` is behind its descriptors 0, 1 and 2. */
export class ShellHost extends BrowserHost {
  /** Set while the shell itself reads, with no Python code below it. */
  isAtPrompt: () => boolean = () => false;

  constructor(options: BrowserHostOptions & { readonly terminal: MemoryTerminal }) {
    super(options);
  }

  override wait(seconds: number): void {
    if (this.isAtPrompt()) throw new Idle(seconds);
    super.wait(seconds);
  }
}
