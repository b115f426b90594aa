/**
 * A program on a terminal: script(1), which every Linux has, makes a pseudo-terminal, and display.ts its screen. Whoever
 * types waits for what is on the screen, never for time to pass.
 */
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Display } from "./display.ts";

/** What is not seen within this time will not come. */
const PATIENCE_MILLISECONDS = 30_000;

export interface TerminalOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly lines?: number;
  /** Files in the working folder, which is the home folder too. */
  readonly files?: Readonly<Record<string, string>>;
}

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

export class Terminal {
  readonly display: Display;
  readonly folder: string;
  private readonly child: ChildProcess;
  /** The end of the program. */
  readonly ended: Promise<void>;
  private changed: () => void = () => undefined;

  constructor(command: readonly string[], { env = {}, columns = 80, lines = 24, files = {} }: TerminalOptions = {}) {
    this.display = new Display(columns, lines);
    this.folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "terminal-")));
    for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(this.folder, name), content);
    const line = `stty cols ${columns} rows ${lines}; exec ${command.map(quote).join(" ")}`;
    this.child = spawn("script", ["-qfec", line, "/dev/null"], {
      cwd: this.folder,
      env: {
        PATH: process.env.PATH ?? "",
        HOME: this.folder,
        LANG: "C.UTF-8",
        TERM: "xterm",
        INPUTRC: "/dev/null",
        ...env,
      },
    });
    const decoder = new TextDecoder();
    this.child.stdout?.on("data", (data: Buffer) => {
      this.display.write(decoder.decode(data, { stream: true }));
      this.changed();
    });
    this.child.stdin?.on("error", () => undefined);
    this.ended = new Promise((resolve) => this.child.on("close", () => resolve()));
  }

  type(keys: string): void {
    this.child.stdin?.write(keys);
  }

  /** Wait until the screen ends with a text, or fulfils a condition. */
  async shows(wanted: string | ((display: Display) => boolean)): Promise<void> {
    const holds = typeof wanted === "string" ? () => this.endsWith(wanted) : () => wanted(this.display);
    await this.until(holds, String(wanted));
  }

  private async until(holds: () => boolean, name: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.child.kill("SIGKILL");
        reject(new Error(`the screen never showed\n${name}\nbut\n${this.display.text}`));
      }, PATIENCE_MILLISECONDS);
      this.changed = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.changed = () => undefined;
        resolve();
      };
      this.changed();
    });
  }

  /** Blanks at the end do not count, but the cursor must be behind them. */
  private endsWith(wanted: string): boolean {
    const { text, cursor } = this.display;
    const last = wanted.slice(wanted.lastIndexOf("\n") + 1);
    return text.endsWith(wanted.trimEnd()) && (!last.endsWith(" ") || cursor.column >= last.length);
  }

  /** Type keys, and wait until the screen has changed and shows what is wanted. */
  async enter(keys: string, wanted: string | ((display: Display) => boolean)): Promise<void> {
    const before = this.picture;
    this.type(keys);
    const holds = typeof wanted === "string" ? () => this.endsWith(wanted) : () => wanted(this.display);
    await this.until(() => this.picture !== before && holds(), String(wanted));
  }

  private get picture(): string {
    const { text, cursor } = this.display;
    return JSON.stringify([text, cursor]);
  }

  /** Wait for the end of the program, and take its folder away. */
  async end(): Promise<void> {
    await this.ended;
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
