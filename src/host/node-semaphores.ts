/**
 * Semaphores that processes share (sem_overview(7)), which Node has not. One is a folder with two FIFOs: what is in `free`
 * can be acquired, what is in `room` can still be released. To acquire is to move a byte from the first to the second,
 * to release is to move it back; the kernel gives each byte to one reader only.
 *
 * Trap: a process that is killed between the two steps keeps what it has taken, as if it had been killed while it held
 * the semaphore. What is in a FIFO is gone when no process has it open: so has a semaphore whose makers have all ended.
 */
import fs from "node:fs";
import type { ErrnoName } from "./errno.ts";
import { HostError, type Semaphore, type Semaphores } from "./host.ts";
import { call, pause } from "./node-calls.ts";
import type { Outside } from "./node-outside.ts";
import { makeFifo } from "./node-pipes.ts";

const FREE = "free";
const ROOM = "room";
/** So many are in a full FIFO one by one; a byte for more of them stands for a power of two. */
const SINGLES = 1024;
/** What one write puts into a FIFO in one piece: PIPE_BUF. */
const PIECE = 4096;
const SINGLE = 0;
/** How long somebody else may have a FIFO in hand (`count`). */
const PATIENCE_MILLISECONDS = 20;
const LONGEST_NAME = 249;

/** Bytes that are together worth `count`: byte b is worth 2 to the power of b. */
function bytesWorth(count: number): number[] {
  const bytes: number[] = [];
  for (let bit = 0, rest = count; rest > 0; bit++, rest = Math.floor(rest / 2)) if (rest % 2 === 1) bytes.push(bit);
  return bytes;
}

/** A number that any process may raise, and lower while it is above 0. */
class Tokens {
  readonly fd: number;

  constructor(path: string) {
    const { O_RDWR, O_NONBLOCK } = fs.constants;
    this.fd = fs.openSync(path, O_RDWR | O_NONBLOCK);
  }

  /** Take one; false if there is none. */
  take(): boolean {
    const byte = this.read(1)?.[0];
    if (byte === undefined) return false;
    this.give(byte);
    return true;
  }

  /** One of what the byte was worth is kept; the others go back. */
  give(byte: number): void {
    if (byte !== SINGLE) this.write(Array.from({ length: byte }, (_, bit) => bit));
  }

  add(count: number): void {
    this.write(bytesWorth(count));
  }

  fill(count: number): void {
    const singles = Math.min(count, SINGLES);
    this.write(new Array(singles).fill(SINGLE));
    this.add(count - singles);
  }

  /** How many there are: all are taken out for it, and put back at once. */
  count(): number {
    const bytes = this.drain();
    for (let at = 0; at < bytes.length; at += PIECE) this.write(bytes.slice(at, at + PIECE));
    return bytes.reduce((sum, byte) => sum + 2 ** byte, 0);
  }

  close(): void {
    fs.closeSync(this.fd);
  }

  private drain(): number[] {
    const bytes: number[] = [];
    for (;;) {
      const chunk = this.read(PIECE);
      if (chunk === undefined) return bytes;
      bytes.push(...chunk);
    }
  }

  private read(length: number): Uint8Array | undefined {
    const target = new Uint8Array(length);
    try {
      return target.subarray(0, fs.readSync(this.fd, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
      throw error;
    }
  }

  private write(bytes: readonly number[]): void {
    if (bytes.length === 0) return;
    try {
      fs.writeSync(this.fd, Uint8Array.from(bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      // It is full of small change.
      this.add([...this.drain(), ...bytes].reduce((sum, byte) => sum + 2 ** byte, 0));
    }
  }
}

class NodeSemaphore implements Semaphore {
  private readonly free: Tokens;
  private readonly room: Tokens;
  /** Taken out of the FIFO while somebody waited, and not used yet. */
  private kept = 0;
  /** The helper's name for the one that waits for a byte. */
  private watch: number | undefined;

  constructor(
    folder: string,
    private readonly maximum: number,
    private readonly outside: Outside,
  ) {
    this.free = new Tokens(`${folder}/${FREE}`);
    this.room = new Tokens(`${folder}/${ROOM}`);
  }

  fill(value: number): void {
    this.free.fill(value);
    this.room.fill(Math.max(0, this.maximum - value));
  }

  acquire(): boolean {
    return call(null, () => {
      if (this.kept > 0) this.kept--;
      else if (!this.free.take()) return false;
      this.room.add(1);
      return true;
    });
  }

  release(): boolean {
    return call(null, () => {
      if (!this.room.take() && !this.roomAfterAll()) return false;
      this.free.add(1);
      return true;
    });
  }

  /** Somebody may be counting. */
  private roomAfterAll(): boolean {
    for (let tries = 0; tries < PATIENCE_MILLISECONDS; tries++) {
      pause(1);
      if (this.room.take()) return true;
    }
    return false;
  }

  value(): number {
    return call(null, () => Math.max(0, this.maximum - this.room.count()));
  }

  isFree(): boolean {
    this.outside.receive();
    if (this.kept > 0) return true;
    if (this.watch !== undefined) return false;
    if (call(null, () => this.free.take())) {
      this.kept++;
      return true;
    }
    const id = this.outside.name((news) => {
      if (news.kind !== "data") return;
      this.free.give(news.data[0]);
      this.kept++;
      this.watch = undefined;
      this.outside.forget(id);
      this.outside.send(id, { op: "close" });
    });
    this.watch = id;
    this.outside.send(id, { op: "readOne", fd: this.reopened() });
    return false;
  }

  /** The helper closes what it has read, so it has a descriptor of its own. */
  private reopened(): number {
    const { O_RDONLY, O_NONBLOCK } = fs.constants;
    return call(null, () => fs.openSync(`/proc/self/fd/${this.free.fd}`, O_RDONLY | O_NONBLOCK));
  }

  stopWaiting(): void {
    const id = this.watch;
    if (id !== undefined) {
      let isClosed = false;
      this.outside.listen(id, (news) => {
        if (news.kind === "closed") isClosed = true;
        if (news.kind === "data") this.free.add(2 ** news.data[0]);
      });
      this.watch = undefined;
      this.outside.ask(id, { op: "close" }, () => isClosed);
      this.outside.forget(id);
    }
    if (this.kept > 0) this.free.add(this.kept);
    this.kept = 0;
  }

  close(): void {
    this.stopWaiting();
    this.free.close();
    this.room.close();
  }
}

/** Where those of Linux are, and otherwise where all have a place. */
function placeOf(name: string): string {
  const bare = name.replace(/^\/+/, "");
  if (bare === "" || bare.includes("/") || bare.length > LONGEST_NAME) throw new HostError("EINVAL");
  const place = fs.existsSync("/dev/shm") ? "/dev/shm" : process.getBuiltinModule("node:os").tmpdir();
  return `${place}/chaipy.${bare}`;
}

export class NodeSemaphores implements Semaphores {
  constructor(private readonly outside: Outside) {}

  /** It gets its name when it is complete: who finds it can use it. */
  create(name: string, value: number, maximum: number): Semaphore {
    if (value < 0) throw new HostError("EINVAL");
    const folder = placeOf(name);
    return call(null, () => {
      const draft = fs.mkdtempSync(`${folder}.`);
      let semaphore: NodeSemaphore | undefined;
      try {
        makeFifo([`${draft}/${FREE}`, `${draft}/${ROOM}`], 0o600);
        semaphore = new NodeSemaphore(draft, Math.max(value, maximum), this.outside);
        semaphore.fill(value);
        renameNew(draft, folder);
        return semaphore;
      } catch (error) {
        semaphore?.close();
        fs.rmSync(draft, { recursive: true, force: true });
        throw error;
      }
    });
  }

  open(name: string, maximum: number): Semaphore {
    const folder = placeOf(name);
    return call(null, () => new NodeSemaphore(folder, maximum, this.outside));
  }

  unlink(name: string): void {
    let folder: string;
    try {
      folder = placeOf(name);
    } catch {
      // None can have such a name.
      throw new HostError("ENOENT");
    }
    call(null, () => {
      // Whoever renames it is the one that has unlinked it.
      const gone = fs.mkdtempSync(`${folder}.`);
      try {
        fs.renameSync(folder, gone);
      } finally {
        fs.rmSync(gone, { recursive: true, force: true });
      }
    });
  }
}

/** A folder that is not empty is in the way of another one. */
function renameNew(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code as ErrnoName;
    throw new HostError(code === "ENOTEMPTY" ? "EEXIST" : code);
  }
}
