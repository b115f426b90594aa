/**
 * Running the page's program: the files of its world, the runner that runs it, what it wrote and what it asks.
 *
 * The files belong to the page. A run gets copies, and gives back the world as it left it; a run that is stopped gives
 * nothing back, so then the files stay as they were.
 */

import type { PageWorker } from "../../host/page.ts";
import type { ImportRecord } from "../explain/records.ts";
import type { UnitReport } from "../jit/history.ts";
import type { FromRunner, Stream, ToRunner, VirtualFile } from "./runner/messages.ts";
import { Stepping } from "./stepping.ts";

export const HOME = "/home/user";
export const SCRIPT = `${HOME}/program.py`;
/** As many characters of output are kept, the last. */
const KEPT = 200_000;

export interface OutputPart {
  readonly stream: Stream | "stdin";
  readonly text: string;
}

export type Phase = "idle" | "running" | "asking" | "ended" | "stopped" | "broken";

export type Runner = PageWorker<ToRunner, FromRunner>;

export class Runs {
  phase: Phase = "idle";
  status = 0;
  /** The number of the last run. */
  run = 0;
  output: OutputPart[] = [];
  files: readonly VirtualFile[] = [];
  imports: readonly ImportRecord[] = [];
  compiled: readonly UnitReport[] = [];
  /** What the runner is, if it could not be started. */
  failure = "";
  /** Set while a run is recorded, and behind it. */
  stepping: Stepping | null = null;
  private runner: Runner | undefined;

  constructor(
    private readonly start: (failed: (message: string) => void) => Runner,
    /** Now, in nanoseconds since 1970. */
    private readonly timeNs: () => bigint,
    private readonly changed: () => void,
  ) {}

  /** With `recordTo` the run is recorded, and shown from that instruction on. */
  begin(program: string, optimize: number, recordTo: number | null = null): void {
    const record = recordTo !== null;
    this.stop();
    this.run++;
    this.stepping = record
      ? new Stepping(program, this.run, recordTo, (query) => this.runner?.post(query), this.changed)
      : null;
    this.write(SCRIPT, new TextEncoder().encode(program));
    this.output = [];
    this.imports = [];
    this.compiled = [];
    this.phase = "running";
    this.request({ kind: "run", run: this.run, script: SCRIPT, files: this.files, optimize, record });
  }

  /** A line for the program that asks, or null for the end of its input. */
  answer(line: string | null): void {
    if (this.phase !== "asking") return;
    this.phase = "running";
    if (line !== null) this.show("stdin", line);
    this.request({ kind: "answer", run: this.run, line });
  }

  stop(): void {
    if (this.phase !== "running" && this.phase !== "asking") return;
    this.runner?.stop();
    this.runner = undefined;
    this.phase = "stopped";
    this.changed();
  }

  /** A file that has this content already keeps its time, so that its cache stays good. */
  write(path: string, content: Uint8Array): void {
    const old = this.files.find((file) => file.path === path);
    if (old !== undefined && isEqual(old.content, content)) return;
    this.put({ path, content, mtimeNs: this.timeNs() });
  }

  /** Another time of change, and nothing else. */
  touch(path: string): void {
    const old = this.files.find((file) => file.path === path);
    if (old !== undefined) this.put({ ...old, mtimeNs: this.timeNs() });
  }

  remove(path: string): void {
    this.files = this.files.filter((file) => file.path !== path && !file.path.startsWith(`${path}/`));
    this.changed();
  }

  private put(file: VirtualFile): void {
    this.files = inOrder([...this.files.filter(({ path }) => path !== file.path), file]);
    this.changed();
  }

  private request(message: ToRunner): void {
    this.runner ??= this.startRunner();
    this.runner.post(message);
    this.changed();
  }

  private startRunner(): Runner {
    const runner = this.start((message) => {
      this.failure = message;
      this.phase = "broken";
      this.runner = undefined;
      this.changed();
    });
    runner.onMessage((message) => this.hear(message));
    return runner;
  }

  private hear(message: FromRunner): void {
    if (message.run !== this.run) return;
    switch (message.kind) {
      case "output":
        this.show(message.stream, message.text);
        break;
      case "asks":
        this.phase = "asking";
        break;
      case "ended":
        this.phase = "ended";
        this.status = message.status;
        this.files = inOrder(message.files);
        this.imports = message.imports;
        this.compiled = message.compiled;
        break;
      default:
        this.stepping?.hear(message);
    }
    this.changed();
  }

  private show(stream: OutputPart["stream"], text: string): void {
    const last = this.output.at(-1);
    if (last?.stream === stream && last.text.length < KEPT) {
      this.output[this.output.length - 1] = { stream, text: last.text + text };
    } else this.output.push({ stream, text });
    let kept = 0;
    const first = this.output.findLastIndex(({ text: each }) => (kept += each.length) > KEPT);
    if (first > 0) this.output = this.output.slice(first);
  }
}

function inOrder(files: readonly VirtualFile[]): VirtualFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
