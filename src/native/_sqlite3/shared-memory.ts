/**
 * The memory that connections to a database with a write-ahead log share: the index of the log (https://sqlite.org/walformat.html).
 *
 * Connections of this process share memory of the library's. Other processes would have to see it too, which cannot be: while
 * it is in use, this process keeps them out by an exclusive lock on the byte of the file `-shm` that every SQLite library
 * locks to use it. To them the database is locked (they try for some seconds); and to us, while they use it.
 */

import { O_CLOEXEC, O_CREAT, O_RDWR } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { HostError, type HostPath } from "../../host/host.ts";
import { SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_OK } from "./codes.ts";
import { lockBytes } from "./file-locks.ts";
import type { Library } from "./library.ts";

const F_WRLCK = 1;
/** The byte that is locked as long as the memory is in use. */
const USE_BYTE = 128;

const UNLOCK = 1;
const SHARED = 4;

/** What one connection holds of the eight locks: a bit each. */
export interface Holder {
  shared: number;
  exclusive: number;
}

class SharedMemory {
  readonly holders = new Set<Holder>();
  private readonly regions: number[] = [];

  constructor(
    private readonly library: Library,
    readonly path: HostPath,
    readonly fd: number,
  ) {}

  /** The address of a region; 0 if there is none and none is to be made, or no memory. */
  region(index: number, size: number, extends_: boolean): number {
    const { calls } = this.library;
    while (this.regions.length <= index && extends_) {
      const address = calls.malloc(size);
      if (address === 0) return 0;
      this.library.bytes.fill(0, address, address + size);
      this.regions.push(address);
    }
    return this.regions[index] ?? 0;
  }

  lock(holder: Holder, first: number, count: number, flags: number): number {
    const bits = ((1 << count) - 1) << first;
    const kind = (flags & SHARED) !== 0 ? "shared" : "exclusive";
    if ((flags & UNLOCK) !== 0) {
      holder[kind] &= ~bits;
      return SQLITE_OK;
    }
    for (const other of this.holders) {
      if (other === holder) continue;
      const inTheWay = kind === "shared" ? other.exclusive : other.exclusive | other.shared;
      if ((inTheWay & bits) !== 0) return SQLITE_BUSY;
    }
    holder[kind] |= bits;
    return SQLITE_OK;
  }

  end(deletes: boolean): void {
    for (const address of this.regions) this.library.calls.free(address);
    const { files } = host();
    if (deletes) files.unlink(this.path);
    files.close(this.fd);
  }
}

/** The shared memories of one machine, by database. */
export class SharedMemories {
  private readonly memories = new Map<string, SharedMemory>();
  private readonly holders = new Map<number, { readonly key: string; readonly holder: Holder }>();

  constructor(private readonly library: Library) {}

  /** The connection's open file `file` begins to use the memory of its database; a result code. HostError if it cannot. */
  attach(file: number, key: string, path: HostPath, mode: number): number {
    if (this.holders.has(file)) return SQLITE_OK;
    let memory = this.memories.get(key);
    if (memory === undefined) {
      const { files } = host();
      const fd = files.open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode);
      const code = lockBytes(fd, F_WRLCK, USE_BYTE, 1);
      if (code !== SQLITE_OK) {
        files.close(fd);
        // Told plainly that it is busy, SQLite itself would try for ten seconds and hold all threads.
        return code === SQLITE_BUSY ? SQLITE_BUSY_RECOVERY : code;
      }
      memory = new SharedMemory(this.library, path, fd);
      this.memories.set(key, memory);
    }
    const holder = { shared: 0, exclusive: 0 };
    memory.holders.add(holder);
    this.holders.set(file, { key, holder });
    return SQLITE_OK;
  }

  private of(file: number): { memory: SharedMemory; holder: Holder; key: string } | undefined {
    const found = this.holders.get(file);
    const memory = found && this.memories.get(found.key);
    return found && memory && { memory, ...found };
  }

  region(file: number, index: number, size: number, extends_: boolean): number {
    return this.of(file)?.memory.region(index, size, extends_) ?? 0;
  }

  lock(file: number, first: number, count: number, flags: number): number {
    const found = this.of(file);
    return found === undefined ? SQLITE_BUSY : found.memory.lock(found.holder, first, count, flags);
  }

  /** The last to leave ends it, and removes its file if `deletes`. */
  detach(file: number, deletes: boolean): void {
    const found = this.of(file);
    if (found === undefined) return;
    const { memory, holder, key } = found;
    this.holders.delete(file);
    memory.holders.delete(holder);
    if (memory.holders.size > 0) return;
    this.memories.delete(key);
    try {
      memory.end(deletes);
    } catch (error) {
      // What stays of it is made anew by whoever comes next.
      if (!(error instanceof HostError)) throw error;
    }
  }
}
