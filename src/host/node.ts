/**
 * The real machine, through Node.
 *
 * Trap: several interpreters may share one process, so a host can be given its own working folder, environment and
 * streams; only a host without them uses the process's.
 */
import fs from "node:fs";
import { latin1Decoder } from "../util/text/latin1.ts";
import { SIGNALS, type SignalName } from "./constants.ts";
import { MapEnvironment } from "./environment.ts";
import {
  type Clock,
  type Environment,
  type Host,
  HostError,
  HostExit,
  type OperatingSystem,
  type Platform,
  type Process,
  type SignalHandler,
  type SystemName,
  type Zone,
} from "./host.ts";
import { hostError } from "./node-calls.ts";
import { NodeChildren, type StartAgain } from "./node-children.ts";
import { NodeFiles, type Stdio } from "./node-files.ts";
import { NodeNetwork } from "./node-network.ts";
import { Outside } from "./node-outside.ts";
import { resourceLimits, resourceUsage, setResourceLimits } from "./node-resources.ts";
import { NodeSemaphores } from "./node-semaphores.ts";
import { nodeSystem } from "./node-system.ts";
import { NodeTls } from "./node-tls.ts";
import { LocalZone } from "./zone.ts";

type RunsOnce = NonNullable<Host["runsOnce"]>;

export interface NodeHostOptions extends Stdio {
  readonly argv?: readonly string[];
  readonly executable?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** dist/worker.js; without it there are no children, sockets and signals. */
  readonly workerFile?: string;
  /** What is in it, where it is no file. */
  readonly workerSource?: string | undefined;
  /** Without it, `executable` is a script for Node. */
  readonly startAgain?: StartAgain | undefined;
  /** See `Host.runsOnce`; whoever starts the process knows how V8 is told. */
  readonly runsOnce?: RunsOnce | undefined;
  /** The process belongs to somebody else: `exit` throws HostExit. */
  readonly isGuest?: boolean;
}

export class NodeHost implements Host {
  readonly platform: Platform;
  readonly files: NodeFiles;
  readonly clock: Clock = new NodeClock();
  readonly process: Process;
  readonly children: NodeChildren | null;
  readonly system: OperatingSystem | null;
  readonly network: NodeNetwork;
  readonly semaphores: NodeSemaphores | null;
  readonly tls = new NodeTls();
  readonly runsOnce: RunsOnce;
  private readonly outside: Outside;

  constructor(options: NodeHostOptions = {}) {
    const { platform } = process;
    latin1Decoder.decode = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
    this.runsOnce = options.runsOnce ?? (() => {});
    this.platform = platform === "darwin" || platform === "win32" ? platform : "linux";
    this.outside = new Outside({ file: options.workerFile ?? "", source: options.workerSource });
    this.system = this.platform === "win32" ? null : nodeSystem;
    this.network = new NodeNetwork(this.outside);
    this.semaphores = this.platform === "linux" ? new NodeSemaphores(this.outside) : null;
    this.files = new NodeFiles(this.outside, options, options.cwd ?? null, options.isGuest ?? false);
    this.process = new NodeProcess(options, this.outside);
    this.children =
      this.platform === "win32" ? null : new NodeChildren(this.outside, this.files, this.process, options.startAgain);
  }

  wait(seconds: number): void {
    this.outside.wait(seconds);
  }

  receive(): void {
    this.outside.receive();
  }

  settle(): void {
    this.files.settle();
    this.network.settle();
  }

  randomBytes(length: number): Uint8Array {
    return randomBytes(length);
  }
}

/** A module of Node that few programs need, at its first use. */
const os = () => process.getBuiltinModule("node:os");

/** Loading node:crypto takes longer than everything else that a start asks of Node, so the kernel is asked first. */
function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  try {
    const fd = fs.openSync("/dev/urandom", "r");
    try {
      if (fs.readSync(fd, bytes) === length) return bytes;
    } finally {
      fs.closeSync(fd);
    }
  } catch {
    // No such device: not a Unix.
  }
  for (let at = 0; at < length; at += RANDOM_CHUNK) crypto.getRandomValues(bytes.subarray(at, at + RANDOM_CHUNK));
  return bytes;
}

/** What getRandomValues gives at most in one call. */
const RANDOM_CHUNK = 65536;

/** How far the fine clock may drift from the system's before it is set anew. */
const TOLERATED_DRIFT_MILLISECONDS = 2;

class NodeClock implements Clock {
  /** Not before the first use: a start that asks for no time does not load the global `performance`. */
  private origin: number | undefined = undefined;
  private readonly zones = new LocalZone(() => process.env.TZ);

  timeNs(): bigint {
    const coarse = Date.now();
    this.origin ??= performance.timeOrigin;
    const fine = this.origin + performance.now();
    if (Math.abs(fine - coarse) > TOLERATED_DRIFT_MILLISECONDS) {
      this.origin += coarse - fine;
      return BigInt(coarse) * 1_000_000n;
    }
    const whole = Math.floor(fine);
    return BigInt(whole) * 1_000_000n + BigInt(Math.floor((fine - whole) * 1e6));
  }

  coarseSeconds(): number {
    return Math.floor(Date.now() / 1000);
  }

  monotonicNs(): bigint {
    return process.hrtime.bigint();
  }

  perfCounterNs(): bigint {
    return process.hrtime.bigint();
  }

  processTimeNs(): bigint {
    const { user, system } = process.cpuUsage();
    return BigInt(user + system) * 1000n;
  }

  zone(time: number): Zone {
    return this.zones.at(time);
  }
}

/** The process's own variables: setting TZ there is what moves the clock's zone. */
class ProcessEnvironment implements Environment {
  get(name: string): string | undefined {
    return process.env[name];
  }

  set(name: string, value: string): void {
    process.env[name] = value;
  }

  unset(name: string): void {
    delete process.env[name];
  }

  names(): string[] {
    return Object.keys(process.env);
  }
}

class NodeProcess implements Process {
  readonly argv: readonly string[];
  readonly executable: string;
  readonly pid = process.pid;
  readonly ppid = process.ppid;
  readonly environment: Environment;
  private readonly isGuest: boolean;
  /** Handlers by signal, and the names under which the helper tells of them. */
  private readonly handlers = new Map<number, number>();

  constructor(
    options: NodeHostOptions,
    private readonly outside: Outside,
  ) {
    this.isGuest = options.isGuest ?? false;
    this.argv = options.argv ?? process.argv.slice(2);
    this.executable = options.executable ?? script();
    this.environment =
      options.environment === undefined ? new ProcessEnvironment() : new MapEnvironment(options.environment);
  }

  get uid(): number {
    return process.getuid?.() ?? 0;
  }

  get euid(): number {
    return process.geteuid?.() ?? 0;
  }

  get gid(): number {
    return process.getgid?.() ?? 0;
  }

  get egid(): number {
    return process.getegid?.() ?? 0;
  }

  get cpuCount(): number {
    return os().availableParallelism();
  }

  uname(): SystemName {
    return {
      sysname: os().type(),
      nodename: os().hostname(),
      release: os().release(),
      version: os().version(),
      machine: os().machine(),
    };
  }

  usage = resourceUsage;
  limits = resourceLimits;
  setLimits = setResourceLimits;

  kill(pid: number, signal: number): void {
    const name = signalName(signal);
    // Node keeps this signal for itself and would open its debugger to the network.
    if (name === "SIGUSR1" && pid === process.pid && !this.handlers.has(signal)) process.exit(128 + signal);
    try {
      process.kill(pid, name ?? 0);
    } catch (error) {
      throw hostError(error as NodeJS.ErrnoException, null, null);
    }
  }

  onSignal(signal: number, handler: SignalHandler | "ignore" | null): void {
    const name = signalName(signal);
    if (name === null || name === "SIGKILL" || name === "SIGSTOP") throw new HostError("EINVAL");
    if (handler === "ignore") {
      // A listener that nobody calls: there is no turn of the event loop.
      process.on(name, ignore);
      return;
    }
    process.removeListener(name, ignore);
    const old = this.handlers.get(signal);
    if (old !== undefined) {
      this.outside.send(old, { op: "signal", signal, watch: false });
      this.outside.forget(old);
      this.handlers.delete(signal);
    }
    if (handler === null) return;
    const id = this.outside.name((news) => {
      if (news.kind === "signal") handler(signal);
    });
    this.handlers.set(signal, id);
    this.outside.send(id, { op: "signal", signal, watch: true });
  }

  setTimer(signal: number, seconds: number, interval: number): void {
    const id = this.outside.name(() => undefined);
    this.outside.forget(id);
    this.outside.send(id, { op: "timer", signal, milliseconds: seconds * 1000, interval: interval * 1000 });
  }

  exit(code: number): never {
    if (this.isGuest) throw new HostExit(code & 0xff);
    process.exit(code & 0xff);
  }
}

function ignore(): void {}

/** null for signal 0. */
function signalName(signal: number): SignalName | null {
  if (signal === 0) return null;
  for (const [name, number] of Object.entries(SIGNALS)) if (number === signal) return name as SignalName;
  throw new HostError("EINVAL");
}

/** As it was named, links kept: the interpreter of a virtual environment is a link. Node has made it absolute. */
function script(): string {
  return process.argv[1] ?? "";
}
