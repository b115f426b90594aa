/**
 * Host: everything the interpreter may ask of the world, and the only way to it.
 *
 * It is POSIX as CPython's Modules/posixmodule.c and timemodule.c see it: synchronous, Linux numbers for flags,
 * modes, errors and signals, file descriptors that start at 3 and take the lowest free number. `node.ts` is the
 * real machine, `memory.ts` a machine made of JavaScript objects.
 *
 * Trap: file names are bytes. A `HostPath` is a string where the name is valid UTF-8 and the raw bytes where it is not,
 * so a string never holds a lone surrogate.
 */
import { ERRNO, type ErrnoName, errorText } from "./errno.ts";
import type { Tls } from "./tls.ts";

export type HostPath = string | Uint8Array;

/** A failed system call. Python sees it as OSError(errno, text, path, None, path2). */
export class HostError extends Error {
  override readonly name = "HostError";
  readonly errno: number;

  constructor(
    readonly code: ErrnoName,
    readonly path: HostPath | null = null,
    readonly path2: HostPath | null = null,
  ) {
    const errno = ERRNO[code];
    super(`[Errno ${errno}] ${errorText(errno)}${typeof path === "string" ? `: '${path}'` : ""}`);
    this.errno = errno;
  }
}

/** What a host call gives; undefined if it fails. */
export function ifPossible<T>(body: () => T): T | undefined {
  try {
    return body();
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

/** What `exit` throws on a host that has no process to end. */
export class HostExit extends Error {
  override readonly name = "HostExit";
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

/** What `wait` throws in a world without waiting: it is the prompt that waits, and the keys come when the stack is gone. */
export class Idle extends Error {
  override readonly name = "Idle";
  /** Seconds until something else is to be done. */
  constructor(readonly seconds: number) {
    super("the prompt waits");
  }
}

export interface Stat {
  readonly dev: number | bigint;
  readonly ino: number | bigint;
  /** File type and permission bits. */
  readonly mode: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly rdev: number;
  readonly size: number;
  readonly blksize: number;
  readonly blocks: number;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

export interface DirectoryEntry {
  readonly name: HostPath;
  /** The S_IFMT bits, or 0 where the file system does not tell. */
  readonly type: number;
  readonly ino: number | bigint;
}

/** `statvfs` */
export interface FileSystemStat {
  readonly bsize: number;
  readonly blocks: number;
  readonly bfree: number;
  readonly bavail: number;
  readonly files: number;
  readonly ffree: number;
}

/** The keys of a terminal, one by one and not shown by the terminal itself; Ctrl-C is a key like others. */
export interface Keyboard {
  /** Seconds after which whoever waits for a key looks at the terminal again: as late is a change of its size seen. */
  readonly patience: number;
  /** A byte; null if there is none yet, undefined if the terminal is gone. */
  read(): number | null | undefined;
  /** Stop the process as Ctrl-Z does; comes back when it is continued. */
  suspend(): void;
  /** The terminal is as it was before. */
  end(): void;
}

/** termios(3); the speeds are bits of `cflag`. */
export interface TerminalAttributes {
  readonly iflag: number;
  readonly oflag: number;
  readonly cflag: number;
  readonly lflag: number;
  readonly characters: readonly number[];
}

/** A part of a file to be locked; `type` is F_RDLCK, F_WRLCK or F_UNLCK, and length 0 reaches to the end. */
export interface RangeLock {
  readonly type: number;
  readonly whence: number;
  readonly start: number;
  readonly length: number;
}

/** Every method throws HostError, and nothing else. A relative path starts at `getcwd()`. */
export interface FileSystem {
  stat(path: HostPath): Stat;
  lstat(path: HostPath): Stat;
  fstat(fd: number): Stat;
  statvfs(path: HostPath): FileSystemStat;
  access(path: HostPath, mode: number): boolean;

  open(path: HostPath, flags: number, mode?: number): number;
  close(fd: number): void;
  /** Read at the file position into `target`; 0 is the end of the file. May read less than asked. */
  read(fd: number, target: Uint8Array): number;
  /** Write at the file position; may write less than given. */
  write(fd: number, data: Uint8Array): number;
  /** Read and write at an offset, leaving the file position alone. */
  pread(fd: number, target: Uint8Array, offset: number): number;
  pwrite(fd: number, data: Uint8Array, offset: number): number;
  lseek(fd: number, offset: number, whence: number): number;
  ftruncate(fd: number, length: number): void;
  truncate(path: HostPath, length: number): void;
  fsync(fd: number): void;
  dup(fd: number): number;
  /** Make `target` another name of `fd`, closing what it was. */
  dup2(fd: number, target: number): void;
  /** A pipe: the descriptor to read from, and the one to write to. */
  pipe(): [number, number];
  /**
   * Can it be read, written without waiting? Files always can. With `watch`, also the kernel's pipes and terminals are
   * asked, which may begin to read ahead.
   */
  isReadable(fd: number, watch: boolean): boolean;
  isWritable(fd: number): boolean;
  /** Is it the end of a pipe that is written to? */
  isWriteEnd(fd: number): boolean;
  isBlocking(fd: number): boolean;
  setBlocking(fd: number, blocking: boolean): void;
  /** May a child be given it though nobody named it? */
  isInheritable(fd: number): boolean;
  setInheritable(fd: number, inheritable: boolean): void;
  /** Every open descriptor, in order. */
  openNumbers(): number[];
  /** Every inheritable one. */
  inherited(): number[];
  /** How it was opened, and O_NONBLOCK if it does not wait: what F_GETFL gives. */
  statusFlags(fd: number): number;
  /** flock(2). ENOLCK where there are no locks. */
  lock(fd: number, operation: number): void;
  lockRange(fd: number, lock: RangeLock, wait: boolean): void;
  /** Could it be locked now? */
  isRangeFree(fd: number, lock: RangeLock): boolean;
  /** Have disk space for a part of a file, which grows to hold it (fallocate(2)). */
  allocate(fd: number, offset: number, length: number): void;
  isatty(fd: number): boolean;
  terminalSize(fd: number): { columns: number; lines: number };
  setTerminalSize(fd: number, size: { readonly columns: number; readonly lines: number }): void;
  /** ENOTTY where there is no terminal, as in the next two. */
  keyboard(fd: number): Keyboard;
  terminalAttributes(fd: number): TerminalAttributes;
  /** With `discards`, what was typed and not read yet is forgotten. */
  setTerminalAttributes(fd: number, attributes: TerminalAttributes, discards: boolean): void;
  readFile(path: HostPath): Uint8Array;

  mkdir(path: HostPath, mode?: number): void;
  rmdir(path: HostPath): void;
  unlink(path: HostPath): void;
  rename(from: HostPath, to: HostPath): void;
  link(existing: HostPath, path: HostPath): void;
  symlink(target: HostPath, path: HostPath): void;
  /** A named pipe. EPERM where the file system has none. */
  mkfifo(path: HostPath, mode: number): void;
  readlink(path: HostPath): HostPath;
  /** Without "." and "..", in the order of the file system. */
  readdir(path: HostPath): DirectoryEntry[];
  chmod(path: HostPath, mode: number): void;
  fchmod(fd: number, mode: number): void;
  chown(path: HostPath, uid: number, gid: number, followSymlinks?: boolean): void;
  fchown(fd: number, uid: number, gid: number): void;
  utimes(path: HostPath, atimeNs: bigint, mtimeNs: bigint, followSymlinks?: boolean): void;
  futimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void;
  realpath(path: HostPath): HostPath;
  /** A path of what is open at `fd`, for calls that begin at an open folder (openat(2)). ENOSYS where there is none. */
  folderPath(fd: number): HostPath;

  /** Set the mask and return the old one. */
  umask(mask: number): number;
  getcwd(): HostPath;
  chdir(path: HostPath): void;
}

export interface Zone {
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly name: string;
  readonly isDaylight: boolean;
}

export interface Clock {
  /** Nanoseconds since 1970, UTC. */
  timeNs(): bigint;
  /** Seconds since 1970, UTC, for which nothing has to be loaded. */
  coarseSeconds(): number;
  monotonicNs(): bigint;
  perfCounterNs(): bigint;
  /** CPU time of this process. */
  processTimeNs(): bigint;
  /** The local time zone's rule at a moment, in seconds since 1970. */
  zone(time: number): Zone;
}

export interface Environment {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  unset(name: string): void;
  names(): string[];
}

export interface SystemName {
  readonly sysname: string;
  readonly nodename: string;
  readonly release: string;
  readonly version: string;
  readonly machine: string;
}

export type SignalHandler = (signal: number) => void;

/** getrusage(2); what Linux does not count is left out. */
export interface ResourceUsage {
  readonly userSeconds: number;
  readonly systemSeconds: number;
  readonly maxResidentKilobytes: number;
  readonly minorFaults: number;
  readonly majorFaults: number;
  readonly blocksRead: number;
  readonly blocksWritten: number;
  readonly voluntarySwitches: number;
  readonly involuntarySwitches: number;
}

/** getrlimit(2); null is no limit. */
export interface Limits {
  readonly soft: bigint | null;
  readonly hard: bigint | null;
}

export interface Process {
  /** What follows the interpreter's own name on the command line. */
  readonly argv: readonly string[];
  /** The file that runs the interpreter; "" where there is none. */
  readonly executable: string;
  readonly pid: number;
  readonly ppid: number;
  readonly uid: number;
  readonly euid: number;
  readonly gid: number;
  readonly egid: number;
  readonly cpuCount: number;
  readonly environment: Environment;
  uname(): SystemName;
  usage(who: "self" | "children"): ResourceUsage;
  /** `resource` is one of RLIMIT_*; `pid` 0 is this process. */
  limits(pid: number, resource: number): Limits;
  setLimits(pid: number, resource: number, limits: Limits): void;
  /** Send a signal; signal 0 only asks whether the process is there. */
  kill(pid: number, signal: number): void;
  /** Have `handler` called by `Host.receive` when the signal has come; null restores the default. */
  onSignal(signal: number, handler: SignalHandler | "ignore" | null): void;
  /** Have the process sent a signal after so many seconds, and then at an interval; 0 seconds: not any more. */
  setTimer(signal: number, seconds: number, interval: number): void;
  /** End the process; on a host without one, throw HostExit. */
  exit(code: number): never;
}

/** sched_setscheduler(2); `priority` is that of real-time policies. */
export interface Scheduling {
  readonly policy: number;
  readonly priority: number;
}

/** What a system tells of itself and lets be changed of processes; all numbers are Linux's. Pid 0 is this process. */
export interface OperatingSystem {
  /** Of the last 1, 5 and 15 minutes. */
  loadAverage(): number[];
  /** getpriority(2): the best of a process, of a group or of a user's processes. */
  priority(which: number, who: number): number;
  setPriority(which: number, who: number, priority: number): void;
  userIds(): [real: number, effective: number, saved: number];
  groupIds(): [real: number, effective: number, saved: number];
  setId(kind: "uid" | "euid" | "gid" | "egid", id: number): void;
  groups(): number[];
  setGroups(groups: number[]): void;
  loginName(): string;
  /** The processors that a process may run on. */
  affinity(pid: number): number[];
  setAffinity(pid: number, processors: readonly number[]): void;
  scheduling(pid: number): Scheduling;
  setScheduling(pid: number, scheduling: Scheduling): void;
  /** sysconf(3) and pathconf(3); null is no limit. */
  configuration(name: number): bigint | null;
  pathConfiguration(path: HostPath, name: number): bigint | null;
  /** confstr(3), by the name that getconf(1) has for it. */
  configurationText(name: string): string;
  /** Have everything written to disk. */
  sync(): void;
}

/** What a new process sets for itself before its program begins. */
export interface ChildSettings {
  /** setpgid(2): 0 is a group of its own; null leaves it in this process's. */
  readonly group: number | null;
  /** The supplementary groups; null: this process's. */
  readonly groups: readonly number[] | null;
  /** Signals that are held back; null: none is set. */
  readonly heldSignals: readonly number[] | null;
  /** Signals that are no longer ignored. */
  readonly defaultSignals: readonly number[];
  readonly scheduling: Scheduling | null;
}

/** What a new process is given. Descriptors are this process's own. */
export interface Start {
  /** A path; nothing is looked up. */
  readonly file: HostPath;
  readonly args: readonly string[];
  readonly cwd: HostPath | null;
  /** null: this process's. */
  readonly environment: Readonly<Record<string, string>> | null;
  /** The child's descriptors, by number; null for one that is closed. */
  readonly descriptors: readonly (number | null)[];
  readonly newSession: boolean;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly umask: number | undefined;
  readonly settings?: ChildSettings | undefined;
}

/** Other programs, as children of this process. */
export interface Children {
  /** The pid of the new process. */
  start(request: Start): number;
  /** The wait status of a child that has ended, null while it runs; ECHILD for what is no child of ours. */
  status(pid: number): number | null;
  /** Did it begin a session, and a group, of its own? The system has forgotten that of a child that has ended. */
  hasSession(pid: number): boolean;
  /** Children not yet forgotten, in the order of their start. */
  pids(): number[];
  /** Its status was told: it is no child any more. */
  forget(pid: number): void;
}

/** A local socket has a file name as its host, and port -1. */
export interface NetworkAddress {
  readonly host: string;
  readonly port: number;
}

/** A stream between two sockets. Nothing here waits. */
export interface Connection {
  readonly isOpening: boolean;
  /** Why it could not be opened, or has broken. */
  readonly failure: ErrnoName | null;
  readonly local: NetworkAddress | null;
  readonly remote: NetworkAddress | null;
  readonly isReadable: boolean;
  readonly isWritable: boolean;
  /** null if nothing has come, no bytes at the end. */
  read(size: number, peek: boolean): Uint8Array | null;
  /** All of it is taken. */
  write(data: Uint8Array): void;
  /** Nothing more will be written. */
  finish(): void;
  close(): void;
}

export interface Listener {
  readonly local: NetworkAddress;
  readonly isReady: boolean;
  accept(): Connection | null;
  close(): void;
}

export interface Datagram {
  readonly data: Uint8Array;
  readonly from: NetworkAddress;
}

export interface DatagramSocket {
  readonly local: NetworkAddress;
  readonly isReady: boolean;
  receive(peek: boolean): Datagram | null;
  send(data: Uint8Array, address: NetworkAddress): void;
  close(): void;
}

export interface Network {
  connect(address: NetworkAddress, local: NetworkAddress | null): Connection;
  listen(address: NetworkAddress): Listener;
  datagrams(family: 4 | 6, address: NetworkAddress): DatagramSocket;
  /** Send a datagram to a local socket. */
  sendLocal(path: string, data: Uint8Array): void;
  /** The addresses of a name; none if it has none. */
  lookup(name: string): string[];
}

/** A counter that processes share (sem_overview(7)). Nothing here waits. */
export interface Semaphore {
  /** Lower it; false if it is 0. */
  acquire(): boolean;
  /** Raise it; false if it is at its maximum. */
  release(): boolean;
  value(): number;
  /** Can it be lowered now? If not, the host tells when it may be (`Host.wait`), until `stopWaiting`. */
  isFree(): boolean;
  /** Nobody here waits for it any more. */
  stopWaiting(): void;
  close(): void;
}

export interface Semaphores {
  /** EEXIST if there is one of the name. */
  create(name: string, value: number, maximum: number): Semaphore;
  open(name: string, maximum: number): Semaphore;
  unlink(name: string): void;
}

export type Platform = "linux" | "darwin" | "win32" | "browser" | "memory";

export interface Host {
  readonly platform: Platform;
  readonly files: FileSystem;
  readonly clock: Clock;
  readonly process: Process;
  /** null where no other program can be started. */
  readonly children: Children | null;
  /** null where there is nothing but files and one process. */
  readonly system: OperatingSystem | null;
  /** null where other machines and processes cannot be reached. */
  readonly network: Network | null;
  /** null where processes share none. */
  readonly semaphores: Semaphores | null;
  /** null where connections cannot be encrypted. */
  readonly tls: Tls | null;
  /** Hold the program until the world has what was written to pipes and sockets. */
  settle(): void;
  /** Sleep until something outside may have happened, at most so long; see `receive`. */
  wait(seconds: number): void;
  /** Take note of what has happened outside: children, pipes, sockets, signals. */
  receive(): void;
  randomBytes(length: number): Uint8Array;
  /** Does what runs now run once or twice, as modules do while they are imported? Then optimising it can wait. */
  runsOnce?(isSo: boolean): void;
}
