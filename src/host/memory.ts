/**
 * The machine made of JavaScript objects: a private file system, its own environment, streams instead of a terminal.
 *
 * Two programs on two memory hosts cannot see each other. It also runs where there is no operating system at all.
 */
import { O_RDONLY, O_WRONLY, SIGNALS } from "./constants.ts";
import { MapEnvironment } from "./environment.ts";
import {
  type Clock,
  type Environment,
  type Host,
  HostError,
  HostExit,
  type Platform,
  type Process,
  type SignalHandler,
  type SystemName,
  type Zone,
} from "./host.ts";
import { MemoryFiles } from "./memory-files.ts";
import type { Device, MemoryTerminal } from "./memory-inodes.ts";
import { BytesInput, type InputStream, type OutputStream } from "./streams.ts";
import type { Tls } from "./tls.ts";

export interface MemoryHostOptions {
  /** Absolute path to content. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly cwd?: string;
  readonly argv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array | InputStream;
  readonly stdout?: OutputStream;
  readonly stderr?: OutputStream;
  /** What is typed at the descriptors 0, 1 and 2, in place of `stdin`. */
  readonly terminal?: MemoryTerminal;
  readonly uid?: number;
  readonly gid?: number;
  /** A clock that stands still at this moment and moves only by `wait`; without it, the real time. */
  readonly frozenTimeNs?: bigint;
  /** Another clock than these two. */
  readonly clock?: Clock;
  readonly executable?: string;
  readonly tls?: Tls;
}

export class MemoryHost implements Host {
  readonly platform: Platform = "memory";
  readonly files: MemoryFiles;
  readonly clock: Clock;
  readonly process: Process;
  readonly children = null;
  readonly system = null;
  readonly network = null;
  readonly semaphores = null;
  readonly tls: Tls | null;

  constructor(options: MemoryHostOptions = {}) {
    const { uid = 1000, gid = 1000 } = options;
    this.clock = options.clock ?? makeClock(options.frozenTimeNs);
    this.tls = options.tls ?? null;
    const identity = { uid: 0, gid: 0, now: () => this.clock.timeNs() };
    this.files = new MemoryFiles(identity);
    this.populate(options);
    for (const [path, content] of Object.entries(options.files ?? {})) this.files.addFile(path, content);
    if (options.cwd !== undefined) this.files.chdir(options.cwd);
    // The tree is laid out by root; the program runs as the user.
    identity.uid = uid;
    identity.gid = gid;
    this.process = new MemoryProcess(options, uid, gid);
  }

  /** Nothing happens outside: the time passes. */
  wait(seconds: number): void {
    if (seconds === Number.POSITIVE_INFINITY) throw new HostError("EDEADLK");
    if (this.clock instanceof FrozenClock) this.clock.pass(seconds);
    else if (seconds > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
  }

  receive(): void {}

  settle(): void {}

  randomBytes(length: number): Uint8Array {
    return fillRandom(new Uint8Array(length));
  }

  /** The folders every program expects, and descriptors 0, 1 and 2. */
  private populate(options: MemoryHostOptions): void {
    const { files } = this;
    for (const folder of ["/dev", "/tmp", "/home", "/home/user"]) files.mkdir(folder, 0o755);
    files.chmod("/tmp", 0o1777);
    files.chown("/home/user", options.uid ?? 1000, options.gid ?? 1000);
    const silent = {
      isTerminal: false,
      write: (data: Uint8Array) => data.length,
    };
    files.addDevice("/dev/null", { ...silent, rdev: 0x103, read: () => 0 });
    files.addDevice("/dev/zero", {
      ...silent,
      rdev: 0x105,
      read: (target) => target.fill(0).length,
    });
    files.addDevice("/dev/urandom", {
      ...silent,
      rdev: 0x109,
      read: (target) => fillRandom(target).length,
    });
    const { stdin = "", terminal } = options;
    const input = typeof stdin === "string" || stdin instanceof Uint8Array ? new BytesInput(stdin) : stdin;
    const far = terminal === undefined ? {} : { terminal, isTerminal: true, rdev: TERMINAL };
    files.addDevice("/dev/stdin", {
      ...silent,
      rdev: 0,
      read: (target) => (terminal ?? input).read(target),
      ...far,
    });
    files.addDevice("/dev/stdout", { ...outputDevice(options.stdout), ...far });
    files.addDevice("/dev/stderr", { ...outputDevice(options.stderr), ...far });
    files.open("/dev/stdin", O_RDONLY);
    files.open("/dev/stdout", O_WRONLY);
    files.open("/dev/stderr", O_WRONLY);
  }
}

/** Major and minor number of /dev/pts/0. */
const TERMINAL = 0x8800;

function outputDevice(stream: OutputStream | undefined): Device {
  const write = (data: Uint8Array): number => {
    stream?.write(data);
    return data.length;
  };
  return { isTerminal: false, rdev: 0, read: () => 0, write };
}

/** `getRandomValues` refuses more than this at once. */
const RANDOM_CHUNK = 65536;

function fillRandom(target: Uint8Array): Uint8Array {
  for (let i = 0; i < target.length; i += RANDOM_CHUNK) {
    globalThis.crypto.getRandomValues(target.subarray(i, i + RANDOM_CHUNK) as Uint8Array<ArrayBuffer>);
  }
  return target;
}

const NANOSECONDS = 1e9;

function makeClock(frozenTimeNs: bigint | undefined): Clock {
  return frozenTimeNs === undefined ? new WallClock() : new FrozenClock(frozenTimeNs);
}

class WallClock implements Clock {
  timeNs(): bigint {
    return BigInt(Date.now()) * 1_000_000n;
  }

  coarseSeconds(): number {
    return Math.floor(Date.now() / 1000);
  }

  monotonicNs(): bigint {
    return BigInt(Math.round(performance.now() * 1e6));
  }

  perfCounterNs(): bigint {
    return this.monotonicNs();
  }

  processTimeNs(): bigint {
    return this.monotonicNs();
  }

  zone(): Zone {
    return UTC;
  }
}

/** A clock that only `pass` moves. */
class FrozenClock implements Clock {
  private elapsed = 0n;

  constructor(private readonly start: bigint) {}

  timeNs(): bigint {
    return this.start + this.elapsed;
  }

  coarseSeconds(): number {
    return Math.floor(Number(this.timeNs()) / NANOSECONDS);
  }

  monotonicNs(): bigint {
    return this.elapsed;
  }

  perfCounterNs(): bigint {
    return this.elapsed;
  }

  processTimeNs(): bigint {
    return this.elapsed;
  }

  pass(seconds: number): void {
    if (seconds > 0) this.elapsed += BigInt(Math.round(seconds * NANOSECONDS));
  }

  zone(): Zone {
    return UTC;
  }
}

const UTC: Zone = { offset: 0, name: "UTC", isDaylight: false };

class MemoryProcess implements Process {
  readonly argv: readonly string[];
  readonly executable: string;
  readonly pid = 1;
  readonly ppid = 0;
  readonly euid: number;
  readonly egid: number;
  readonly cpuCount = 1;
  readonly environment: Environment;
  private readonly handlers = new Map<number, SignalHandler>();

  constructor(
    options: MemoryHostOptions,
    readonly uid: number,
    readonly gid: number,
  ) {
    this.argv = options.argv ?? [];
    this.executable = options.executable ?? "";
    this.euid = uid;
    this.egid = gid;
    this.environment = new MapEnvironment(options.environment ?? {});
  }

  uname(): SystemName {
    return {
      sysname: "Linux",
      nodename: "localhost",
      release: "0",
      version: "#1",
      machine: "javascript",
    };
  }

  usage(): never {
    throw new HostError("ENOSYS");
  }

  limits(): never {
    throw new HostError("ENOSYS");
  }

  setLimits(): never {
    throw new HostError("ENOSYS");
  }

  kill(pid: number, signal: number): void {
    if (!Object.values<number>(SIGNALS).includes(signal) && signal !== 0) throw new HostError("EINVAL");
    if (pid !== this.pid) throw new HostError("ESRCH");
    if (signal === 0) return;
    const handler = this.handlers.get(signal);
    if (handler === undefined) this.exit(128 + signal);
    handler(signal);
  }

  onSignal(signal: number, handler: SignalHandler | "ignore" | null): void {
    if (signal === SIGNALS.SIGKILL || signal === SIGNALS.SIGSTOP) throw new HostError("EINVAL");
    if (handler === null) this.handlers.delete(signal);
    else this.handlers.set(signal, handler === "ignore" ? () => undefined : handler);
  }

  setTimer(): void {
    throw new HostError("ENOSYS");
  }

  exit(code: number): never {
    throw new HostExit(code & 0xff);
  }
}
