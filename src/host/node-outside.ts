/**
 * Outside: the interpreter's end of the helper thread (worker.ts), which is started when it is first needed.
 *
 * `wait` is the one way in which this process sleeps: it ends when the time is over or when there is news.
 * Trap: news is only looked at in `receive`, so whoever waits for something must ask again after each `wait`.
 */
import type { MessagePort, Worker } from "node:worker_threads";
import { HostError } from "./host.ts";
import { NEWS, type News, type Request } from "./outside.ts";

/** Atomics.wait takes milliseconds; this is its for-ever. */
const LONGEST_SLEEP = 0x7fffffff;

type WithoutId<Kind> = Kind extends { readonly id: number } ? Omit<Kind, "id"> : never;
type Listener = (news: News) => void;

/** worker.ts, bundled: a file, or its text where there are no files. */
export interface Helper {
  readonly file: string;
  readonly source: string | undefined;
}

export class Outside {
  private made: Int32Array | undefined = undefined;
  private worker: Worker | undefined;
  private port: MessagePort | undefined;
  private readonly listeners = new Map<number, Listener>();
  private receiveMessage: ((port: MessagePort) => { message: unknown } | undefined) | undefined;
  private lastId = 0;

  constructor(private readonly helper: Helper) {}

  /** What the helper counts its messages in. Most programs never need it. */
  private get cells(): Int32Array {
    this.made ??= new Int32Array(new SharedArrayBuffer(4));
    return this.made;
  }

  get isStarted(): boolean {
    return this.worker !== undefined;
  }

  /** A new name; `listener` hears what comes under it. */
  name(listener: Listener): number {
    const id = ++this.lastId;
    this.listeners.set(id, listener);
    return id;
  }

  /** The worker chose a name (an accepted connection). */
  listen(id: number, listener: Listener): void {
    this.listeners.set(id, listener);
  }

  forget(id: number): void {
    this.listeners.delete(id);
  }

  send(id: number, request: WithoutId<Request>): void {
    this.started().postMessage({ ...request, id });
  }

  /** Ask, and hold the program until `isAnswered`. */
  ask(id: number, request: WithoutId<Request>, isAnswered: () => boolean): void {
    this.send(id, request);
    while (!isAnswered()) {
      this.wait(Number.POSITIVE_INFINITY);
      this.receive();
    }
  }

  /** Hear what has come. */
  receive(): void {
    if (this.port === undefined || this.receiveMessage === undefined) return;
    for (let got = this.receiveMessage(this.port); got !== undefined; got = this.receiveMessage(this.port)) {
      const news = got.message as News;
      this.seen = (this.seen + 1) | 0;
      this.listeners.get(news.id)?.(news);
    }
  }

  /** How many messages were received; the counter in the cells is ahead of it when there are more. */
  private seen = 0;

  /** Sleep until there is news, at most so long. */
  wait(seconds: number): void {
    const end = performance.now() + seconds * 1000;
    for (let rest = seconds * 1000; rest > 0; rest = end - performance.now()) {
      if (Atomics.wait(this.cells, NEWS, this.seen, Math.min(rest, LONGEST_SLEEP)) !== "timed-out") return;
    }
  }

  private started(): Worker {
    if (this.worker !== undefined) return this.worker;
    const threads = process.getBuiltinModule("node:worker_threads");
    const { port1, port2 } = new threads.MessageChannel();
    try {
      this.worker = new threads.Worker(this.helper.source ?? this.helper.file, {
        eval: this.helper.source !== undefined,
        workerData: { cells: this.cells, port: port2 },
        transferList: [port2],
        stdout: false,
        stderr: false,
      });
    } catch {
      throw new HostError("EAGAIN");
    }
    this.worker.unref();
    port1.unref();
    this.port = port1;
    this.receiveMessage = threads.receiveMessageOnPort;
    return this.worker;
  }
}
