/**
 * The two ends of a pipe on Node. A pipe is a queue of this process until a child is to have one of its ends: then it
 * becomes a FIFO of the kernel without a name, because Node has no pipe(2). Our own end is never waited for in the
 * kernel: what is not ready is left to the helper thread.
 *
 * Trap: once the helper reads ahead from an end (`isReadable` found nothing), what it has read is ours: a child that
 * gets this end later does not see it.
 */
import fs from "node:fs";
import type { ErrnoName } from "./errno.ts";
import { HostError } from "./host.ts";
import type { Outside } from "./node-outside.ts";
import type { News } from "./outside.ts";
import { Pipe } from "./pipe.ts";
import { outputOfPerl, outputOfTool, pathForTool } from "./system-tool.ts";

const READ_AHEAD = 65536;

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "EIO";
}

/** Reads a descriptor of the kernel without ever waiting for it. */
export class KernelReader {
  /** What was read ahead. */
  private readonly ahead = new Pipe();
  private failure: string | undefined;
  private isClosed = false;
  /** The helper's name for it, once it reads. */
  private id: number | undefined;

  constructor(
    readonly nodeFd: number,
    private readonly outside: Outside,
    private readonly isTerminal: boolean,
    /** Can it be read here without waiting (O_NONBLOCK)? */
    private readonly neverWaits: boolean,
  ) {}

  get isReadable(): boolean {
    this.outside.receive();
    if (this.ahead.isReadable || this.failure !== undefined) return true;
    if (this.id !== undefined) return false;
    if (this.neverWaits && this.readHere()) return true;
    const id = this.outside.name((news) => this.hear(news));
    this.id = id;
    this.outside.send(id, { op: "read", fd: this.nodeFd, terminal: this.isTerminal });
    return false;
  }

  private readHere(): boolean {
    const chunk = new Uint8Array(READ_AHEAD);
    try {
      const count = fs.readSync(this.nodeFd, chunk);
      if (count === 0) this.ahead.isWriterOpen = false;
      else this.ahead.push(chunk.subarray(0, count));
      return true;
    } catch (error) {
      if (codeOf(error) === "EAGAIN") return false;
      this.failure = codeOf(error);
      return true;
    }
  }

  private hear(news: News): void {
    if (news.kind === "data") this.ahead.push(news.data);
    else if (news.kind === "end") this.ahead.isWriterOpen = false;
    else if (news.kind === "closed") this.isClosed = true;
    else if (news.kind === "failed") this.failure = news.code;
  }

  read(target: Uint8Array): number {
    if (!this.isReadable) throw new HostError("EAGAIN");
    // A terminal that has gone away is at its end.
    if (!this.ahead.isReadable) {
      if (this.failure === "EIO" && this.isTerminal) return 0;
      throw new HostError(this.failure as ErrnoName);
    }
    const count = this.ahead.read(target);
    if (this.id !== undefined && count > 0) this.outside.send(this.id, { op: "taken", count });
    return count;
  }

  close(): void {
    if (this.id === undefined) {
      if (this.nodeFd > 2) fs.closeSync(this.nodeFd);
      return;
    }
    // Who writes to the other end is to find it closed, so the helper must have done it.
    this.outside.ask(this.id, { op: "close" }, () => this.isClosed);
    this.outside.forget(this.id);
  }
}

/** Writes a FIFO without ever waiting for it. */
class KernelWriter {
  private failure: string | undefined;
  private id: number | undefined;
  /** Bytes that the helper has yet to write. */
  private underway = 0;

  constructor(
    readonly nodeFd: number,
    private readonly outside: Outside,
  ) {}

  get isWritable(): boolean {
    this.outside.receive();
    return this.underway === 0;
  }

  write(data: Uint8Array): number {
    if (!this.isWritable) throw new HostError("EAGAIN");
    if (this.failure !== undefined) throw new HostError(this.failure as ErrnoName);
    try {
      return fs.writeSync(this.nodeFd, data);
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw new HostError(codeOf(error) as ErrnoName);
    }
    const part = data.slice(0, READ_AHEAD);
    this.id ??= this.outside.name((news) => this.hear(news));
    this.underway = part.length;
    this.outside.send(this.id, { op: "write", fd: this.nodeFd, data: part });
    return part.length;
  }

  private hear(news: News): void {
    if (news.kind === "written") this.underway -= news.count;
    else if (news.kind === "failed") {
      this.failure = news.code;
      this.underway = 0;
    }
  }

  close(): void {
    if (this.id === undefined) {
      fs.closeSync(this.nodeFd);
      return;
    }
    if (this.underway === 0) this.outside.forget(this.id);
    this.outside.send(this.id, { op: "close" });
  }

  get isIdle(): boolean {
    return this.underway === 0;
  }
}

/** A pipe and, once a child shares it, the kernel's ends of it. */
export class NodePipe {
  private readonly queue = new Pipe();
  private reader: KernelReader | undefined;
  private writer: KernelWriter | undefined;

  constructor(private readonly outside: Outside) {}

  get isReadable(): boolean {
    return this.reader === undefined ? this.queue.isReadable : this.reader.isReadable;
  }

  get isWritable(): boolean {
    return this.writer === undefined ? this.queue.isWritable : this.writer.isWritable;
  }

  read(target: Uint8Array): number {
    return this.reader === undefined ? this.queue.read(target) : this.reader.read(target);
  }

  write(data: Uint8Array): number {
    return this.writer === undefined ? this.queue.write(data) : this.writer.write(data);
  }

  closeReader(): void {
    this.queue.isReaderOpen = false;
    this.reader?.close();
  }

  closeWriter(): void {
    this.queue.isWriterOpen = false;
    this.writer?.close();
  }

  /** Has all that was written been taken by the kernel? */
  get isFlushed(): boolean {
    return this.writer === undefined || this.writer.isIdle;
  }

  /** The kernel's descriptor of an end. */
  nativeFd(end: "reader" | "writer"): number {
    if (this.reader === undefined) this.becomeFifo();
    return (end === "reader" ? this.reader : this.writer)?.nodeFd as number;
  }

  private becomeFifo(): void {
    const { O_RDWR, O_RDONLY, O_WRONLY, O_NONBLOCK } = fs.constants;
    const name = fifoNames.pop() ?? makeFifos();
    // A FIFO is opened for both first: either end alone would wait for the other.
    const both = fs.openSync(name, O_RDWR | O_NONBLOCK);
    this.reader = new KernelReader(fs.openSync(name, O_RDONLY | O_NONBLOCK), this.outside, false, true);
    this.writer = new KernelWriter(fs.openSync(name, O_WRONLY | O_NONBLOCK), this.outside);
    fs.unlinkSync(name);
    if (fifoNames.length === 0) fs.rmdirSync(name.slice(0, name.lastIndexOf("/")));
    const waiting = this.queue.drain();
    if (waiting.length > 0) this.writer.write(waiting);
    fs.closeSync(both);
    if (!this.queue.isReaderOpen) this.reader.close();
    if (!this.queue.isWriterOpen) this.writer.close();
  }
}

/** FIFOs made and not used yet. */
let fifoNames: string[] = [];

/** Make FIFOs ready: one run of mkfifo for as many pipes as a child will need. */
export function prepareFifos(count: number): void {
  if (count <= 1 || fifoNames.length > 0) return;
  const first = makeFifos(count);
  fifoNames.push(first);
}

/** The name of the first; the others are kept. */
function makeFifos(count = 1): string {
  const folder = fs.mkdtempSync(`${process.getBuiltinModule("node:os").tmpdir()}/pipe-`);
  const names = Array.from({ length: count }, (_, i) => `${folder}/${i}`);
  try {
    makeFifo(names, 0o600);
  } catch {
    fs.rmdirSync(folder);
    throw new HostError("EMFILE");
  }
  const [first, ...rest] = names;
  fifoNames = rest;
  return first;
}

/** Named pipes; the umask plays no part. */
export function makeFifo(names: readonly (string | Uint8Array)[], mode: number): void {
  if (names.every((name) => typeof name === "string")) {
    outputOfTool("mkfifo", ["-m", mode.toString(8), "--", ...names.map(pathForTool)]);
    return;
  }
  // Arguments are text, so a name that is not is spelled out.
  for (const name of names) outputOfPerl(NAMED_BY_BYTES, [Buffer.from(name).toString("hex"), String(mode)]);
}

const NAMED_BY_BYTES = `use POSIX; umask(0); mkfifo(pack("H*", $ARGV[0]), $ARGV[1]) or exit($! + 0);`;
