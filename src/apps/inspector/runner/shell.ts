/**
 * The interactive shell in a page: the one of the terminal (apps/repl), read and run in turns of the worker's event loop, so
 * that keys reach it while a statement runs.
 *
 * Limits: a builtin that has called back into Python keeps the JavaScript stack, so it is not interrupted, and cannot
 * wait for a key (OSError). Code that a shell runs is looked at for keys all the time, and not compiled by the JIT.
 */
import { isolatedConfig } from "../../../embed/config.ts";
import { finish, type Program, runShellStartup } from "../../../embed/program.ts";
import { untilExit } from "../../../embed/python.ts";
import { finishStartup, startInterpreter } from "../../../embed/startup.ts";
import type { Library } from "../../../host/browser.ts";
import { Idle } from "../../../host/host.ts";
import { PageTerminal, ShellHost, type Size } from "../../../host/page-terminal.ts";
import { TextOutput } from "../../../host/streams.ts";
import { FrozenTable } from "../../../importing/frozen.ts";
import { arrived, SIGINT } from "../../../native/_signal/state.ts";
import { runTurn, type Work } from "../../../vm/scheduler/scheduler.ts";
import { current } from "../../../vm/thread.ts";
import { compileStatement, failure, readerFor, readStatement, showBanner } from "../../repl/shell.ts";
import type { VirtualFile } from "./messages.ts";
import { HOME, machineOptions, PREFIX, setTimes } from "./world.ts";

export interface ShellOptions {
  readonly library: Library;
  /** The files of the page: the shell gets copies. */
  readonly files: readonly VirtualFile[];
  readonly size: Size;
  show(text: string): void;
  /** Call `turn` after so many milliseconds, in place of what was asked before. */
  later(milliseconds: number): void;
  ended(status: number): void;
}

export class PageShell {
  private readonly terminal: PageTerminal;
  private readonly program: Program;
  private readonly reader: ReturnType<typeof readerFor>;
  /** Statements that were entered together and are still to be run. */
  private waiting: string[] = [];
  private running: Work | undefined = undefined;
  /** Set by a statement that ends the shell. */
  private status: number | undefined = undefined;
  private isReading = false;
  private isOver = false;

  constructor(private readonly options: ShellOptions) {
    const { files, library, size, show } = options;
    this.terminal = new PageTerminal(size, show);
    this.terminal.onInterrupt = () => arrived(SIGINT);
    const screen = new TextOutput(show);
    const world = new ShellHost({
      ...machineOptions(files, library),
      environment: { TERM: "xterm-256color", HOME, PYTHON_COLORS: "1" },
      stdout: screen,
      stderr: screen,
      terminal: this.terminal,
    });
    setTimes(world, files);
    const config = isolatedConfig({
      run: { kind: "stdin" },
      prefix: PREFIX,
      executable: world.process.executable,
      ignoreEnvironment: false,
      interactive: true,
    });
    const interpreter = startInterpreter(config, world, new FrozenTable(() => library.frozen));
    this.program = { interpreter, config, main: finishStartup(interpreter, config), shell: true };
    world.isAtPrompt = () => this.isReading && current.thread.frame === null;
    showBanner(this.program);
    runShellStartup(this.program);
    this.reader = readerFor(this.program);
  }

  type(keys: Uint8Array): void {
    this.terminal.type(keys);
    this.options.later(0);
  }

  resize(size: Size): void {
    this.terminal.resize(size);
    this.options.later(0);
  }

  /** Go on until nothing can be done before a key or some time has come. */
  turn(): void {
    if (this.isOver) return;
    const { status } = untilExit(() => this.goOn() ?? STAYS);
    if (status === STAYS) return;
    this.isOver = true;
    this.options.ended(untilExit(() => finish(this.program, status)).status);
  }

  /** The status if the shell ends. */
  private goOn(): number | undefined {
    for (;;) {
      if (this.running !== undefined) {
        const wait = runTurn(this.program.interpreter, this.running);
        if (wait !== undefined) {
          this.rest(wait);
          return undefined;
        }
        this.running = undefined;
        if (this.status !== undefined) return this.status;
      }
      const source = this.waiting.shift();
      if (source !== undefined) this.run(source);
      else {
        const status = this.read();
        if (status !== "read") return status;
      }
    }
  }

  private run(source: string): void {
    const { program } = this;
    this.running = {
      begin: () => program.interpreter.frameFor(compileStatement(program, source), program.main.dict),
      failed: (error) => {
        const result = failure(program, error);
        if (result.kind === "exit") this.status = result.status;
        this.waiting = [];
      },
      ended: () => undefined,
    };
  }

  private rest(milliseconds: number): void {
    if (milliseconds !== Number.POSITIVE_INFINITY) this.options.later(milliseconds);
  }

  /** A statement, if all its keys have come; undefined, or the status, if there is nothing to run. */
  private read(): number | undefined | "read" {
    this.isReading = true;
    try {
      const statement = readStatement(this.program, this.reader);
      if (typeof statement === "number") return statement;
      if (statement.kind === "end") {
        this.options.show("\n");
        return 0;
      }
      if (statement.kind === "sources") this.waiting = [...statement.sources];
      return "read";
    } catch (error) {
      if (!(error instanceof Idle)) throw error;
      this.rest(error.seconds * 1000);
      return undefined;
    } finally {
      this.isReading = false;
    }
  }
}

/** No exit status: the shell goes on. */
const STAYS = -1;
