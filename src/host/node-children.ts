/**
 * NodeChildren: starting programs through the helper thread, which hears of their end while this thread computes.
 *
 * Trap: there is no fork. A child begins with its program, so nothing of this interpreter runs in it, and of this
 * process's descriptors it has exactly those that it was given.
 */
import fs from "node:fs";
import type { ErrnoName } from "./errno.ts";
import { type Children, type ChildSettings, HostError, type HostPath, type Process, type Start } from "./host.ts";
import { pathText } from "./node-calls.ts";
import type { NodeFiles } from "./node-files.ts";
import type { Outside } from "./node-outside.ts";
import { prepareFifos } from "./node-pipes.ts";
import { schedulingOptions } from "./node-system.ts";
import type { SpawnRequest } from "./outside.ts";

interface Child {
  status: number | null;
  readonly hasSession: boolean;
}

/** What Node is given to start this Python again, called `file`, in that environment. */
export type StartAgain = (
  file: string,
  environment: Readonly<Record<string, string>>,
) => { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };

/** The kernel runs these; a shell would run anything. */
const SCRIPT = "#!";
const ELF = "\x7fELF";

export class NodeChildren implements Children {
  private readonly children = new Map<number, Child>();

  constructor(
    private readonly outside: Outside,
    private readonly files: NodeFiles,
    private readonly process: Process,
    private readonly again: StartAgain = (file, env) => ({ args: [file], env }),
  ) {}

  start(request: Start): number {
    const { file, cwd, environment, descriptors, newSession, uid, gid, umask } = request;
    const folder = cwd ?? this.files.getcwd();
    if (cwd !== null) this.requireFolder(cwd);
    this.requireProgram(file, folder);
    const given = descriptors.filter((fd): fd is number => fd !== null);
    prepareFifos(this.files.countPipes(given));
    const opened: number[] = [];
    const stdio = descriptors.map((fd, number) => (fd === null ? null : this.forChild(fd, number, opened)));
    const env = environment ?? this.ownEnvironment();
    const ours = this.isThisInterpreter(file, folder) ? this.again(absolute(file, folder), env) : undefined;
    const program = ours === undefined ? { ...request, file: pathText(file) } : throughNode(request, ours.args);
    const oldMask = umask === undefined ? undefined : this.files.umask(umask);
    try {
      return this.spawn({
        op: "spawn",
        ...withSettings(program),
        cwd: pathText(folder),
        env: ours?.env ?? env,
        stdio,
        newSession,
        uid,
        gid,
      });
    } finally {
      if (oldMask !== undefined) this.files.umask(oldMask);
      for (const fd of opened) fs.closeSync(fd);
    }
  }

  private isThisInterpreter(file: HostPath, folder: HostPath): boolean {
    const { executable } = this.process;
    if (executable === "" || !pathText(file).includes("/")) return false;
    try {
      return fs.realpathSync(absolute(file, folder)) === fs.realpathSync(executable);
    } catch {
      return false;
    }
  }

  private spawn(request: SpawnRequest): number {
    const child: Child = { status: null, hasSession: request.newSession };
    let pid: number | undefined;
    let failure: string | undefined;
    const id = this.outside.name((news) => {
      if (news.kind === "spawned") pid = news.pid;
      else if (news.kind === "failed") failure = news.code;
      else if (news.kind === "ended") {
        child.status = news.status;
        this.outside.forget(id);
      }
    });
    this.outside.ask(id, request, () => pid !== undefined || failure !== undefined);
    if (pid === undefined) throw new HostError(failure as ErrnoName);
    this.children.set(pid, child);
    return pid;
  }

  /** The kernel's descriptor for the child. What we read without waiting must wait again there. */
  private forChild(fd: number, number: number, opened: number[]): number | null {
    const native = this.files.nativeFd(fd);
    if (native === null || number < 3 || !this.files.isPipe(fd)) return native;
    const path = `/proc/self/fd/${native}`;
    try {
      // While somebody has both ends, nobody waits for the other one to be opened.
      const both = fs.openSync(path, fs.constants.O_RDWR | fs.constants.O_NONBLOCK);
      try {
        const again = fs.openSync(path, this.files.isWriteEnd(fd) ? "w" : "r");
        opened.push(again);
        return again;
      } finally {
        fs.closeSync(both);
      }
    } catch {
      return native;
    }
  }

  private ownEnvironment(): Record<string, string> {
    const { environment } = this.process;
    return Object.fromEntries(environment.names().map((name) => [name, environment.get(name) ?? ""]));
  }

  private requireFolder(path: HostPath): void {
    const { mode } = this.files.stat(path);
    if ((mode & 0o170000) !== 0o040000) throw new HostError("ENOTDIR", path);
    if (!this.files.access(path, 1)) throw new HostError("EACCES", path);
  }

  /** execve's answers, which a failed spawn does not tell apart; a relative path starts in the child's folder. */
  private requireProgram(file: HostPath, folder: HostPath): void {
    const name = pathText(file);
    const path = name.startsWith("/") ? name : `${pathText(folder)}/${name}`;
    const { mode } = this.files.stat(path);
    if ((mode & 0o170000) !== 0o100000 || !this.files.access(path, 1)) throw new HostError("EACCES", file);
    const head = new Uint8Array(4);
    let fd: number;
    try {
      fd = this.files.open(path, 0);
    } catch {
      // It may be run without being read.
      return;
    }
    try {
      this.files.read(fd, head);
    } finally {
      this.files.close(fd);
    }
    const text = String.fromCharCode(...head);
    const isLinux = process.platform === "linux";
    if (isLinux && !text.startsWith(SCRIPT) && text !== ELF) throw new HostError("ENOEXEC", file);
  }

  hasSession(pid: number): boolean {
    return this.children.get(pid)?.hasSession ?? false;
  }

  status(pid: number): number | null {
    this.outside.receive();
    const child = this.children.get(pid);
    if (child === undefined) throw new HostError("ECHILD");
    return child.status;
  }

  pids(): number[] {
    this.outside.receive();
    return [...this.children.keys()];
  }

  forget(pid: number): void {
    this.children.delete(pid);
  }
}

interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly settings?: ChildSettings | undefined;
  readonly descriptors: Start["descriptors"];
}

/** Our own launcher asks the PATH for Node, which the child's may not have. */
function throughNode(request: Start, start: readonly string[]): Program {
  const args = [process.execPath, ...start, ...request.args.slice(1)];
  return { ...request, file: process.execPath, args };
}

const PERL = "/usr/bin/perl";

/** Sets what was asked for and becomes the program; each argument before that is a list, or nothing. */
const SETTER = `
  use POSIX ();
  my ($closed, $group, $groups, $held, $default, $scheduling, $file, @args) = @ARGV;
  if ($group ne "") { POSIX::setpgid(0, $group) or exit 126; }
  if ($groups ne "") { my ($own) = split / /, $(; $! = 0; $) = join(" ", $own, $groups eq "none" ? $own : split(/,/, $groups)); exit 126 if $!; }
  for my $signal (split /,/, $default) { POSIX::sigaction($signal, POSIX::SigAction->new("DEFAULT")); }
  if ($held ne "") { POSIX::sigprocmask(POSIX::SIG_SETMASK(), POSIX::SigSet->new($held eq "none" ? () : split(/,/, $held))); }
  if ($scheduling ne "") { system("chrt", split(/ /, $scheduling), $$) == 0 or exit 126; }
  for my $fd (split /,/, $closed) { POSIX::close($fd); }
  exec { $file } @args;
  exit 127;`;

const list = (numbers: readonly number[] | null): string => (numbers === null ? "" : numbers.join(",") || "none");

const NO_SETTINGS: ChildSettings = {
  group: null,
  groups: null,
  heldSignals: null,
  defaultSignals: [],
  scheduling: null,
};

/**
 * A program begins by way of perl(1), if it is to have settings that Node cannot make, or one of its first three
 * descriptors is to be closed, which Node opens for everybody.
 */
function withSettings({ file, args, settings, descriptors }: Program): Pick<SpawnRequest, "file" | "args"> {
  const closed = STANDARD.filter((fd) => (descriptors[fd] ?? null) === null);
  if (settings === undefined && (closed.length === 0 || !fs.existsSync(PERL))) return { file, args };
  if (!fs.existsSync(PERL)) throw new HostError("ENOSYS");
  const { group, groups, heldSignals, defaultSignals, scheduling } = settings ?? NO_SETTINGS;
  const lists = [
    closed.join(","),
    group === null ? "" : String(group),
    list(groups),
    list(heldSignals),
    defaultSignals.join(","),
    scheduling === null ? "" : schedulingOptions(scheduling).join(" "),
  ];
  return { file: PERL, args: [PERL, "-e", SETTER, ...lists, file, ...args] };
}

const STANDARD = [0, 1, 2];

function absolute(file: HostPath, folder: HostPath): string {
  const path = pathText(file);
  return path.startsWith("/") ? path : `${pathText(folder)}/${path}`;
}
