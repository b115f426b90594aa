/**
 * SQLite's files: a VFS (sqlite3_vfs and sqlite3_io_methods, https://sqlite.org/vfs.html) over the machine's own files, so
 * that databases, journals and locks are those that every other SQLite library reads and writes.
 *
 * A database with a write-ahead log is for one process at a time (shared-memory.ts).
 */

import {
  O_CLOEXEC,
  O_CREAT,
  O_EXCL,
  O_NOFOLLOW,
  O_RDONLY,
  O_RDWR,
  R_OK,
  S_IFMT,
  S_IFREG,
  W_OK,
} from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { HostError, type HostPath, ifPossible } from "../../host/host.ts";
import { pathFromBytes, pathToBytes } from "../../host/path.ts";
import * as CODES from "./codes.ts";
import { type FileLock, LockTable } from "./file-locks.ts";
import type { Library } from "./library.ts";
import { SharedMemories } from "./shared-memory.ts";
import type { Trampoline } from "./trampolines.ts";

const MAX_PATH = 1024;
const SECTOR_SIZE = 4096;
/** SQLITE_IOCAP_POWERSAFE_OVERWRITE: writing a byte never harms its neighbours. */
const DEVICE_CHARACTERISTICS = 0x1000;
const ACCESS_EXISTS = 0;
const ACCESS_READWRITE = 1;
const FCNTL_LOCKSTATE = 1;
const FCNTL_HAS_MOVED = 20;
const FCNTL_VFSNAME = 12;
const NEW_FILE_MODE = 0o644;
/** Days from noon of 24 November 4714 BC to 1970, in milliseconds. */
const JULIAN_EPOCH = 210866760000000n;
const OPEN_NOFOLLOW = 0x1000000;

const VFS_NAME = "chaipy";
/** struct sqlite3_vfs, of version 2, with 32-bit pointers. */
const VFS_SIZE = 76;
const IO_METHODS_SIZE = 68;
/** struct sqlite3_file: nothing but its methods. What else there is of a file is found by its address. */
const FILE_SIZE = 8;

interface OpenFile {
  readonly fd: number;
  readonly lock: FileLock | null;
  readonly path: Uint8Array;
  /** The folder to be synchronised with the file, which is new in it. */
  folder: HostPath | null;
}

/** Run a call of the machine; `code` if it fails. */
function attempt(code: number, run: () => unknown): number {
  try {
    const result = run();
    return typeof result === "number" ? result : CODES.SQLITE_OK;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return error.code === "ENOSPC" || error.code === "EDQUOT" ? CODES.SQLITE_FULL : code;
  }
}

const slash = "/".charCodeAt(0);

function split(bytes: Uint8Array): { folder: Uint8Array; name: Uint8Array } {
  const end = bytes.lastIndexOf(slash);
  return { folder: end <= 0 ? bytes.slice(0, 1) : bytes.slice(0, end), name: bytes.slice(end + 1) };
}

function join(folder: Uint8Array, name: Uint8Array): Uint8Array {
  const between = folder.at(-1) === slash ? [] : [slash];
  return Uint8Array.from([...folder, ...between, ...name]);
}

export class FileSystemOfLibrary {
  private readonly files = new Map<number, OpenFile>();
  private readonly locks = new LockTable();
  private readonly memories: SharedMemories;
  private ioMethods = 0;

  constructor(private readonly library: Library) {
    this.memories = new SharedMemories(library);
  }

  /** Make it the library's default. */
  register(): void {
    const { library } = this;
    const vfs = library.point(this.vfsFunctions());
    const io = library.point(this.ioFunctions());
    this.ioMethods = library.calls.malloc(IO_METHODS_SIZE);
    this.fill(this.ioMethods, [2, ...Object.values(io)]);
    const name = library.allocate(new TextEncoder().encode(VFS_NAME), true);
    const { xOpen, xDelete, xAccess, xFullPathname, xRandomness, xSleep, xCurrentTime, xGetLastError } = vfs;
    const address = library.calls.malloc(VFS_SIZE);
    const paths = [xOpen, xDelete, xAccess, xFullPathname];
    const extensions = [0, 0, 0, 0];
    const rest = [xRandomness, xSleep, xCurrentTime, xGetLastError, vfs.xCurrentTimeInt64];
    this.fill(address, [2, FILE_SIZE, MAX_PATH, 0, name, 0, ...paths, ...extensions, ...rest]);
    library.calls.sqlite3_vfs_register(address, 1);
  }

  private fill(address: number, fields: readonly number[]): void {
    fields.forEach((field, index) => {
      this.library.setInt(address + 4 * index, field);
    });
  }

  private vfsFunctions() {
    const { library } = this;
    return {
      xOpen: ["iiiiii", (_vfs, name, file, flags, outFlags) => this.open(name, file, flags, outFlags)],
      xDelete: ["iiii", (_vfs, name, syncs) => this.remove(pathFromBytes(library.cBytes(name)), syncs !== 0)],
      xAccess: [
        "iiiii",
        (_vfs, name, kind, result) => {
          library.setInt(result, isAccessible(pathFromBytes(library.cBytes(name)), kind) ? 1 : 0);
        },
      ],
      xFullPathname: ["iiiii", (_vfs, name, size, result) => this.fullPath(library.cBytes(name), size, result)],
      xRandomness: [
        "iiii",
        (_vfs, size, result) => {
          library.bytes.set(host().randomBytes(size), result);
          return size;
        },
      ],
      xSleep: [
        "iii",
        (_vfs, microseconds) => {
          host().wait(microseconds / 1e6);
          return microseconds;
        },
      ],
      xCurrentTime: [
        "iii",
        (_vfs, result) => {
          library.data.setFloat64(result, Number(julianMilliseconds()) / 86_400_000, true);
        },
      ],
      xGetLastError: ["iiii", () => 0],
      xCurrentTimeInt64: ["iii", (_vfs, result) => library.setLong(result, julianMilliseconds())],
    } satisfies Record<string, TrampolineOfNumbers>;
  }

  /** In the order of struct sqlite3_io_methods. */
  private ioFunctions() {
    const { library } = this;
    const fdOf = (file: number): number => (this.files.get(file) as OpenFile).fd;
    const lockOf = (file: number): FileLock | null => (this.files.get(file) as OpenFile).lock;
    return {
      xClose: ["ii", (file: number) => this.close(file)],
      xRead: [
        "iiiij",
        (file: number, target: number, size: number, offset: bigint) => this.read(fdOf(file), target, size, offset),
      ],
      xWrite: [
        "iiiij",
        (file: number, source: number, size: number, offset: bigint) => {
          const content = library.bytes.subarray(source, source + size);
          return attempt(CODES.SQLITE_IOERR_WRITE, () => writeAll(fdOf(file), content, Number(offset)));
        },
      ],
      xTruncate: [
        "iij",
        (file: number, size: bigint) =>
          attempt(CODES.SQLITE_IOERR_TRUNCATE, () => host().files.ftruncate(fdOf(file), Number(size))),
      ],
      xSync: ["iii", (file: number) => this.sync(this.files.get(file) as OpenFile)],
      xFileSize: [
        "iii",
        (file: number, result: number) =>
          attempt(CODES.SQLITE_IOERR_FSTAT, () => library.setLong(result, BigInt(host().files.fstat(fdOf(file)).size))),
      ],
      xLock: ["iii", (file: number, level: number) => lockOf(file)?.lock(level) ?? CODES.SQLITE_OK],
      xUnlock: ["iii", (file: number, level: number) => lockOf(file)?.unlock(level) ?? CODES.SQLITE_OK],
      xCheckReservedLock: [
        "iii",
        (file: number, result: number) => library.setInt(result, lockOf(file)?.isReserved() ? 1 : 0),
      ],
      xFileControl: ["iiii", (file: number, op: number, argument: number) => this.control(file, op, argument)],
      xSectorSize: ["ii", () => SECTOR_SIZE],
      xDeviceCharacteristics: ["ii", () => DEVICE_CHARACTERISTICS],
      xShmMap: [
        "iiiiii",
        (file: number, index: number, size: number, extends_: number, result: number) =>
          this.mapMemory(file, index, size, extends_ !== 0, result),
      ],
      xShmLock: [
        "iiiii",
        (file: number, first: number, count: number, flags: number) => this.memories.lock(file, first, count, flags),
      ],
      xShmBarrier: ["vi", () => undefined],
      xShmUnmap: ["iii", (file: number, deletes: number) => this.memories.detach(file, deletes !== 0)],
    } satisfies Record<string, Trampoline>;
  }

  private open(name: number, file: number, flags: number, outFlags: number): number {
    const { library } = this;
    library.setInt(file, 0);
    const code = attempt(CODES.SQLITE_CANTOPEN, () => {
      const bytes = name === 0 ? temporaryName() : library.cBytes(name);
      const opened = this.openFile(
        pathFromBytes(bytes),
        bytes,
        name === 0 ? flags | CODES.SQLITE_OPEN_DELETEONCLOSE : flags,
      );
      this.files.set(file, opened.file);
      if (outFlags !== 0) library.setInt(outFlags, opened.flags);
    });
    if (code === CODES.SQLITE_OK) library.setInt(file, this.ioMethods);
    return code;
  }

  private openFile(path: HostPath, bytes: Uint8Array, wanted: number): { file: OpenFile; flags: number } {
    const { files } = host();
    let flags = wanted;
    const isJournal =
      (flags & (CODES.SQLITE_OPEN_MAIN_JOURNAL | CODES.SQLITE_OPEN_SUPER_JOURNAL | CODES.SQLITE_OPEN_WAL)) !== 0;
    const create = (flags & CODES.SQLITE_OPEN_CREATE) !== 0 ? O_CREAT : 0;
    const only = (flags & CODES.SQLITE_OPEN_EXCLUSIVE) !== 0 ? O_EXCL | O_NOFOLLOW : 0;
    const follow = (flags & OPEN_NOFOLLOW) !== 0 ? O_NOFOLLOW : 0;
    const common = O_CLOEXEC | follow;
    let isWritable = (flags & CODES.SQLITE_OPEN_READWRITE) !== 0;
    let fd: number;
    try {
      const mode = isJournal ? journalMode(bytes) : NEW_FILE_MODE;
      fd = files.open(path, common | create | only | (isWritable ? O_RDWR : O_RDONLY), mode);
    } catch (error) {
      // Who may not write may perhaps read; a database says so, and a journal is not made.
      if (!(error instanceof HostError) || !isWritable || error.code === "EISDIR" || create + only === O_CREAT + O_EXCL)
        throw error;
      isWritable = false;
      flags = (flags & ~(CODES.SQLITE_OPEN_READWRITE | CODES.SQLITE_OPEN_CREATE)) | CODES.SQLITE_OPEN_READONLY;
      fd = files.open(path, common | O_RDONLY);
    }
    if ((flags & CODES.SQLITE_OPEN_DELETEONCLOSE) !== 0) files.unlink(path);
    const isShared = (flags & CODES.SQLITE_OPEN_MAIN_DB) !== 0;
    try {
      const lock = isShared ? this.locks.open(fd, path, common | (isWritable ? O_RDWR : O_RDONLY), isWritable) : null;
      const folder = isJournal && create !== 0 ? pathFromBytes(split(bytes).folder) : null;
      return { file: { fd, lock, path: bytes, folder }, flags };
    } catch (error) {
      files.close(fd);
      throw error;
    }
  }

  private close(address: number): number {
    const file = this.files.get(address) as OpenFile;
    this.files.delete(address);
    this.memories.detach(address, false);
    return attempt(CODES.SQLITE_IOERR_CLOSE, () => {
      try {
        file.lock?.close();
      } finally {
        host().files.close(file.fd);
      }
    });
  }

  /** What is not there is read as zeros. */
  private read(fd: number, target: number, size: number, offset: bigint): number {
    const room = this.library.bytes.subarray(target, target + size);
    return attempt(CODES.SQLITE_IOERR_READ, () => {
      let done = 0;
      while (done < size) {
        const count = host().files.pread(fd, room.subarray(done), Number(offset) + done);
        if (count === 0) break;
        done += count;
      }
      if (done === size) return CODES.SQLITE_OK;
      room.fill(0, done);
      return CODES.SQLITE_IOERR_SHORT_READ;
    });
  }

  private mapMemory(address: number, index: number, size: number, extends_: boolean, result: number): number {
    const { lock, path, fd } = this.files.get(address) as OpenFile;
    this.library.setInt(result, 0);
    return attempt(CODES.SQLITE_CANTOPEN, () => {
      const name = pathFromBytes(Uint8Array.from([...path, ...new TextEncoder().encode("-shm")]));
      const { mode } = host().files.fstat(fd);
      const code = this.memories.attach(address, lock?.key ?? "", name, mode & 0o777);
      if (code !== CODES.SQLITE_OK) return code;
      const region = this.memories.region(address, index, size, extends_);
      this.library.setInt(result, region);
      return region === 0 && extends_ ? CODES.SQLITE_NOMEM : CODES.SQLITE_OK;
    });
  }

  private sync(file: OpenFile): number {
    const code = attempt(CODES.SQLITE_IOERR_FSYNC, () => host().files.fsync(file.fd));
    if (file.folder !== null) syncFolder(file.folder);
    file.folder = null;
    return code;
  }

  private control(address: number, op: number, argument: number): number {
    const { library } = this;
    switch (op) {
      case FCNTL_LOCKSTATE:
        library.setInt(argument, this.files.get(address)?.lock?.level ?? 0);
        return CODES.SQLITE_OK;
      case FCNTL_HAS_MOVED:
        library.setInt(argument, 0);
        return CODES.SQLITE_OK;
      case FCNTL_VFSNAME: {
        const text = library.calls.sqlite3_malloc64(BigInt(VFS_NAME.length + 1));
        library.bytes.set(new TextEncoder().encode(`${VFS_NAME}\0`), text);
        library.setInt(argument, text);
        return CODES.SQLITE_OK;
      }
      default:
        return CODES.SQLITE_NOTFOUND;
    }
  }

  private remove(path: HostPath, syncs: boolean): number {
    try {
      host().files.unlink(path);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return error.code === "ENOENT" ? CODES.SQLITE_IOERR_DELETE_NOENT : CODES.SQLITE_IOERR_DELETE;
    }
    if (syncs) syncFolder(pathFromBytes(split(pathToBytes(path)).folder));
    return CODES.SQLITE_OK;
  }

  private fullPath(name: Uint8Array, size: number, result: number): number {
    return attempt(CODES.SQLITE_CANTOPEN, () => {
      const { files } = host();
      const path = name[0] === slash ? name : join(pathToBytes(files.getcwd()), name);
      const { bytes } = this.library;
      const full = realPath(path);
      if (full.length >= size) return CODES.SQLITE_CANTOPEN;
      bytes.set(full, result);
      bytes[result + full.length] = 0;
      return CODES.SQLITE_OK;
    });
  }
}

type TrampolineOfNumbers = readonly [types: string, run: (...args: number[]) => unknown];

function julianMilliseconds(): bigint {
  return host().clock.timeNs() / 1_000_000n + JULIAN_EPOCH;
}

/** The path without links; what is not there yet keeps its name. */
function realPath(path: Uint8Array): Uint8Array {
  const real = (some: Uint8Array) => ifPossible(() => pathToBytes(host().files.realpath(pathFromBytes(some))));
  const { folder, name } = split(path);
  const whole = real(path);
  if (whole !== undefined) return whole;
  const realFolder = real(folder);
  return realFolder === undefined ? path : join(realFolder, name);
}

/** As SQLite asks: an empty file is none. */
function isAccessible(path: HostPath, kind: number): boolean {
  const { files } = host();
  if (kind === ACCESS_READWRITE) return files.access(path, R_OK | W_OK);
  if (kind !== ACCESS_EXISTS) return files.access(path, R_OK);
  const found = ifPossible(() => files.stat(path));
  return found !== undefined && ((found.mode & S_IFMT) !== S_IFREG || found.size > 0);
}

function writeAll(fd: number, content: Uint8Array, offset: number): void {
  for (let done = 0; done < content.length; ) {
    done += host().files.pwrite(fd, content.subarray(done), offset + done);
  }
}

/** The permissions of the database, whose journal has its name and a suffix after a hyphen. */
function journalMode(journal: Uint8Array): number {
  const database = pathFromBytes(journal.slice(0, journal.lastIndexOf("-".charCodeAt(0))));
  return ifPossible(() => host().files.stat(database).mode & 0o777) ?? NEW_FILE_MODE;
}

/** A folder that cannot be synchronised is no reason to fail. */
function syncFolder(folder: HostPath): void {
  const { files } = host();
  ifPossible(() => {
    const fd = files.open(folder, O_RDONLY | O_CLOEXEC);
    try {
      files.fsync(fd);
    } finally {
      files.close(fd);
    }
  });
}

function temporaryName(): Uint8Array {
  const { environment } = host().process;
  const folder = environment.get("SQLITE_TMPDIR") ?? environment.get("TMPDIR") ?? "/tmp";
  const random = Array.from(host().randomBytes(8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return new TextEncoder().encode(`${folder}/etilqs_${random}`);
}
