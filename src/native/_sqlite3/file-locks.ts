/**
 * The locks by which connections share a database file, as SQLite's documents describe them (lockingv3.html): any number
 * of readers hold SHARED, one of those may hold RESERVED, and later PENDING, which lets nobody begin to read, and EXCLUSIVE.
 *
 * Connections of this process are held apart by what is noted here of each file; other processes by locks on bytes far
 * behind every database, the bytes that all SQLite libraries use. Those locks belong to one descriptor of the file, which
 * all connections of this process share.
 */
import { host } from "../../host/current.ts";
import { HostError, type HostPath } from "../../host/host.ts";
import { SQLITE_BUSY, SQLITE_IOERR_LOCK, SQLITE_OK } from "./codes.ts";

export const UNLOCKED = 0;
export const SHARED = 1;
export const RESERVED = 2;
export const PENDING = 3;
export const EXCLUSIVE = 4;

const PENDING_BYTE = 0x40000000;
const RESERVED_BYTE = PENDING_BYTE + 1;
const SHARED_FIRST = PENDING_BYTE + 2;
const SHARED_SIZE = 510;

const F_RDLCK = 0;
const F_WRLCK = 1;
const F_UNLCK = 2;

const BUSY_ERRORS: readonly string[] = ["EAGAIN", "EACCES", "EINTR", "EBUSY"];

/** A file that connections of this process have open. */
class LockedFile {
  users = 0;
  readers = 0;
  /** The highest level that a connection holds. */
  level = UNLOCKED;

  constructor(
    readonly key: string,
    public fd: number,
    public isWritable: boolean,
  ) {}

  set(type: number, start: number, length: number): number {
    return lockBytes(this.fd, type, start, length);
  }
}

/** Lock or unlock bytes against other processes; a result code. Where there are no locks, there are no others. */
export function lockBytes(fd: number, type: number, start: number, length: number): number {
  try {
    host().files.lockRange(fd, { type, whence: 0, start, length }, false);
    return SQLITE_OK;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    if (error.code === "ENOLCK" || error.code === "ENOSYS") return SQLITE_OK;
    return BUSY_ERRORS.includes(error.code) ? SQLITE_BUSY : SQLITE_IOERR_LOCK;
  }
}

/** The files of one machine. */
export class LockTable {
  private readonly files = new Map<string, LockedFile>();

  /** A connection opened the file; `flags` are those of open(2). */
  open(fd: number, path: HostPath, flags: number, isWritable: boolean): FileLock {
    const { files } = host();
    const { dev, ino } = files.fstat(fd);
    const key = `${dev}:${ino}`;
    let file = this.files.get(key);
    if (file === undefined) {
      file = new LockedFile(key, files.open(path, flags), isWritable);
      this.files.set(key, file);
    } else if (isWritable && !file.isWritable && file.level === UNLOCKED) {
      files.close(file.fd);
      file.fd = files.open(path, flags);
      file.isWritable = true;
    }
    file.users++;
    return new FileLock(file, () => this.leave(file));
  }

  private leave(file: LockedFile): void {
    file.users--;
    if (file.users > 0) return;
    this.files.delete(file.key);
    host().files.close(file.fd);
  }
}

/** What one connection holds. */
export class FileLock {
  level = UNLOCKED;

  constructor(
    private readonly file: LockedFile,
    private readonly leave: () => void,
  ) {}

  /** Which file it is, whatever its name. */
  get key(): string {
    return this.file.key;
  }

  /** Rise to a level; a result code. */
  lock(wanted: number): number {
    const { file } = this;
    if (this.level >= wanted) return SQLITE_OK;
    if (this.level !== file.level && (file.level >= PENDING || wanted > SHARED)) return SQLITE_BUSY;
    if (wanted === SHARED) return this.beginReading();
    if (wanted === RESERVED) return this.rise(file.set(F_WRLCK, RESERVED_BYTE, 1), RESERVED);
    if (this.level < PENDING) {
      const code = this.rise(file.set(F_WRLCK, PENDING_BYTE, 1), PENDING);
      if (code !== SQLITE_OK) return code;
    }
    if (wanted === PENDING) return SQLITE_OK;
    if (file.readers > 1) return SQLITE_BUSY;
    return this.rise(file.set(F_WRLCK, SHARED_FIRST, SHARED_SIZE), EXCLUSIVE);
  }

  private rise(code: number, level: number): number {
    if (code === SQLITE_OK) {
      this.level = level;
      this.file.level = level;
    }
    return code;
  }

  private beginReading(): number {
    const { file } = this;
    if (file.readers === 0) {
      let code = file.set(F_RDLCK, PENDING_BYTE, 1);
      if (code !== SQLITE_OK) return code;
      code = file.set(F_RDLCK, SHARED_FIRST, SHARED_SIZE);
      const opened = file.set(F_UNLCK, PENDING_BYTE, 1);
      if (code !== SQLITE_OK || opened !== SQLITE_OK) return code || opened;
      file.level = SHARED;
    }
    file.readers++;
    this.level = SHARED;
    return SQLITE_OK;
  }

  /** Fall to SHARED or UNLOCKED; a result code. */
  unlock(level: number): number {
    const { file } = this;
    if (this.level <= level) return SQLITE_OK;
    let code: number = SQLITE_OK;
    if (this.level > SHARED) {
      if (level === SHARED && this.level === EXCLUSIVE) code = file.set(F_RDLCK, SHARED_FIRST, SHARED_SIZE);
      if (level === SHARED || file.readers > 1) code ||= file.set(F_UNLCK, PENDING_BYTE, 2);
      file.level = SHARED;
    }
    if (level === UNLOCKED) {
      file.readers--;
      if (file.readers === 0) {
        code ||= file.set(F_UNLCK, 0, 0);
        file.level = UNLOCKED;
      }
    }
    this.level = level;
    return code;
  }

  /** Does anybody mean to write? */
  isReserved(): boolean {
    const { file } = this;
    if (file.level > SHARED) return true;
    const code = file.set(F_WRLCK, RESERVED_BYTE, 1);
    if (code === SQLITE_OK) file.set(F_UNLCK, RESERVED_BYTE, 1);
    return code === SQLITE_BUSY;
  }

  close(): void {
    this.unlock(UNLOCKED);
    this.leave();
  }
}
