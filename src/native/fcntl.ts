/**
 * fcntl: flags of descriptors, locks, and what of ioctl(2) the host can do (CPython Modules/fcntlmodule.c).
 *
 * What no host can do (owners and signals of descriptors, leases, seals, sizes of pipes, other requests) is ENOSYS. Locks of
 * lockf belong to the open file, not to the process: two descriptors of one process exclude each other too.
 */

import { O_APPEND, O_NONBLOCK } from "../host/constants.ts";
import { host } from "../host/current.ts";
import { HostError, ifPossible } from "../host/host.ts";
import { audit } from "../objects/kernel/audit.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString } from "../objects/kernel/payload.ts";
import { suppress, valueError } from "../objects/kernel/raise.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { intArgument, toSsizeArgument } from "../objects/types/arguments.ts";
import { getWritableBuffer, lookupBuffer } from "../objects/types/buffer.ts";
import { bytesValue } from "../objects/types/bytes-construct.ts";
import { descriptorOf } from "./posix/file-descriptor.ts";
import { system } from "./posix/paths.ts";
import { duplicateOnto } from "./posix/waiting.ts";

const F_DUPFD = 0;
const F_GETFD = 1;
const F_SETFD = 2;
const F_GETFL = 3;
const F_SETFL = 4;
const F_DUPFD_CLOEXEC = 1030;
const F_SETLK = 6;
const F_SETLKW = 7;
const F_OFD_SETLK = 37;
const F_OFD_SETLKW = 38;
const WAITING: ReadonlySet<number> = new Set([F_SETLKW, F_OFD_SETLKW]);
const LOCKING: ReadonlySet<number> = new Set([F_SETLK, F_OFD_SETLK, ...WAITING]);
const FLOCK_SIZE = 24;
const FD_CLOEXEC = 1;
const FASYNC = 0o20000;
const F_RDLCK = 0;
const F_WRLCK = 1;
const F_UNLCK = 2;
const LOCK_SH = 1;
const LOCK_EX = 2;
const LOCK_NB = 4;
const LOCK_UN = 8;
/** Flags that F_SETFL changes in C: of these only O_NONBLOCK can be changed here. */
const CHANGEABLE = O_APPEND | FASYNC | 0o40000 | 0o1000000;
const LONGEST_ARGUMENT = 1024;

const CONSTANTS: Readonly<Record<string, number>> = {
  LOCK_SH,
  LOCK_EX,
  LOCK_NB,
  LOCK_UN,
  LOCK_MAND: 32,
  LOCK_READ: 64,
  LOCK_WRITE: 128,
  LOCK_RW: 192,
  F_DUPFD,
  F_DUPFD_CLOEXEC,
  F_GETFD,
  F_SETFD,
  F_GETFL,
  F_SETFL,
  F_GETLK: 5,
  F_SETLK,
  F_SETLKW,
  F_OFD_GETLK: 36,
  F_OFD_SETLK,
  F_OFD_SETLKW,
  F_GETOWN: 9,
  F_SETOWN: 8,
  F_GETSIG: 11,
  F_SETSIG: 10,
  F_RDLCK,
  F_WRLCK,
  F_UNLCK,
  F_GETLK64: 5,
  F_SETLK64: F_SETLK,
  F_SETLKW64: F_SETLKW,
  FASYNC,
  F_SETLEASE: 1024,
  F_GETLEASE: 1025,
  F_NOTIFY: 1026,
  F_EXLCK: 4,
  F_SHLCK: 8,
  F_SETPIPE_SZ: 1031,
  F_GETPIPE_SZ: 1032,
  FICLONE: 1074041865,
  FICLONERANGE: 1075876877,
  FD_CLOEXEC,
  DN_ACCESS: 1,
  DN_MODIFY: 2,
  DN_CREATE: 4,
  DN_DELETE: 8,
  DN_RENAME: 16,
  DN_ATTRIB: 32,
  DN_MULTISHOT: 2147483648,
  F_ADD_SEALS: 1033,
  F_GET_SEALS: 1034,
  F_SEAL_SEAL: 1,
  F_SEAL_SHRINK: 2,
  F_SEAL_GROW: 4,
  F_SEAL_WRITE: 8,
};

const COMMANDS: ReadonlySet<number> = new Set(
  Object.entries(CONSTANTS).flatMap(([name, number]) => (/^F_(?!.*LCK|SEAL)/.test(name) ? [number] : [])),
);

const files = () => host().files;

/** The first free number from `least` on, as another name of the descriptor. */
function duplicate(fd: number, least: number, inheritable: boolean): number {
  if (least < 0) throw new HostError("EINVAL");
  files().statusFlags(fd);
  let target = least;
  for (; isOpen(target); target++);
  duplicateOnto(fd, target);
  files().setInheritable(target, inheritable);
  return target;
}

function isOpen(fd: number): boolean {
  return ifPossible(() => files().isInheritable(fd)) !== undefined;
}

function setStatusFlags(fd: number, flags: number): void {
  const changed = (flags ^ files().statusFlags(fd)) & CHANGEABLE;
  if (changed !== 0) throw new HostError("ENOSYS");
  files().setBlocking(fd, (flags & O_NONBLOCK) === 0);
}

function control(fd: number, command: number, argument: number): number {
  switch (command) {
    case F_DUPFD:
    case F_DUPFD_CLOEXEC:
      return duplicate(fd, argument, command === F_DUPFD);
    case F_GETFD:
      return files().isInheritable(fd) ? 0 : FD_CLOEXEC;
    case F_SETFD:
      files().setInheritable(fd, (argument & FD_CLOEXEC) === 0);
      return 0;
    case F_GETFL:
      return files().statusFlags(fd);
    case F_SETFL:
      setStatusFlags(fd, argument);
      return 0;
    default:
      files().isInheritable(fd);
      throw new HostError(COMMANDS.has(command) ? "ENOSYS" : "EINVAL");
  }
}

/** A C unsigned int out of any int: the low bits. */
const unsignedArgument = (value: Value): number => Number(BigInt.asIntN(32, BigInt(toIndex(value))));

function bufferArgument(value: Value, name: string): Uint8Array | undefined {
  const text = jsString(value);
  const bytes = text === undefined ? lookupBuffer(value) : new TextEncoder().encode(text);
  if (bytes !== undefined && bytes.length > LONGEST_ARGUMENT) throw valueError(`${name} string arg too long`);
  return bytes;
}

/** struct flock: type and whence in 16 bits, start and length in 64. */
function lockByStructure(fd: number, command: number, structure: Uint8Array): void {
  if (structure.length < FLOCK_SIZE) throw new HostError("EINVAL");
  const cells = new DataView(structure.buffer, structure.byteOffset, structure.byteLength);
  const lock = {
    type: cells.getInt16(0, true),
    whence: cells.getInt16(2, true),
    start: Number(cells.getBigInt64(8, true)),
    length: Number(cells.getBigInt64(16, true)),
  };
  files().lockRange(fd, lock, WAITING.has(command));
}

function fcntl(file: Value, commandArgument: Value, argument: Value): Value {
  const fd = descriptorOf(file);
  const command = intArgument(commandArgument);
  audit("fcntl.fcntl", fd, command, argument);
  const buffer = bufferArgument(argument, "fcntl");
  if (buffer === undefined) return system(() => control(fd, command, unsignedArgument(argument)));
  // Flags are asked for whatever the argument is; but to set some, a structure says nothing.
  if (command === F_SETFD || command === F_SETFL || command === F_DUPFD || command === F_DUPFD_CLOEXEC) {
    return system(() => {
      throw new HostError("EINVAL");
    });
  }
  if (LOCKING.has(command)) system(() => lockByStructure(fd, command, buffer));
  else system(() => control(fd, command, 0));
  return bytesValue(buffer.slice());
}

function flock(file: Value, operation: Value): void {
  const fd = descriptorOf(file);
  const code = intArgument(operation);
  audit("fcntl.flock", fd, code);
  system(() => files().lock(fd, code));
}

function lockf(file: Value, command: Value, length: Value, start: Value, whence: Value): void {
  const fd = descriptorOf(file);
  const code = intArgument(command);
  const origin = intArgument(whence);
  audit("fcntl.lockf", fd, code, length, start, origin);
  let type: number;
  if (code === LOCK_UN) type = F_UNLCK;
  else if (code & LOCK_SH) type = F_RDLCK;
  else if (code & LOCK_EX) type = F_WRLCK;
  else throw valueError("unrecognized lockf argument");
  const range = { type, whence: origin, start: toSsizeArgument(start), length: toSsizeArgument(length) };
  system(() => files().lockRange(fd, range, (code & LOCK_NB) === 0));
}

const TIOCGWINSZ = 0x5413;
const TIOCSWINSZ = 0x5414;
const FIONBIO = 0x5421;
const FIONCLEX = 0x5450;
const FIOCLEX = 0x5451;

/** Carry out a request; its structure is in `data`, which is changed in place. */
function request(fd: number, code: number, data: Uint8Array | undefined): void {
  const cells = data === undefined ? undefined : new DataView(data.buffer, data.byteOffset, data.byteLength);
  const needed = (size: number): DataView => {
    if (cells === undefined || cells.byteLength < size) throw new HostError("EFAULT");
    return cells;
  };
  files().isInheritable(fd);
  switch (code) {
    case TIOCGWINSZ: {
      const { columns, lines } = files().terminalSize(fd);
      const view = needed(8);
      [lines, columns, 0, 0].forEach((value, index) => view.setUint16(2 * index, value, true));
      return;
    }
    case TIOCSWINSZ: {
      files().terminalSize(fd);
      const view = needed(8);
      files().setTerminalSize(fd, { lines: view.getUint16(0, true), columns: view.getUint16(2, true) });
      return;
    }
    case FIONBIO:
      return files().setBlocking(fd, needed(4).getInt32(0, true) === 0);
    case FIONCLEX:
    case FIOCLEX:
      return files().setInheritable(fd, code === FIONCLEX);
    default:
      // Of terminals, the kernel knows more than the host.
      throw new HostError(files().isatty(fd) ? "ENOSYS" : "ENOTTY");
  }
}

function ioctl(file: Value, codeArgument: Value, argument: Value, mutate: Value): Value {
  const fd = descriptorOf(file);
  const code = unsignedArgument(codeArgument) >>> 0;
  audit("fcntl.ioctl", fd, code, argument);
  const text = jsString(argument);
  const given = text === undefined ? lookupBuffer(argument) : new TextEncoder().encode(text);
  if (given === undefined) {
    toIndex(argument);
    system(() => request(fd, code, undefined));
    return 0;
  }
  const writable = text === undefined ? suppress(EXCEPTIONS.Exception, () => getWritableBuffer(argument)) : undefined;
  if (writable !== undefined && isTrue(mutate)) {
    system(() => request(fd, code, writable));
    return 0;
  }
  if (given.length > LONGEST_ARGUMENT) throw valueError("ioctl string arg too long");
  const copy = given.slice();
  system(() => request(fd, code, copy));
  return bytesValue(copy);
}

export default defineModule("fcntl", {
  doc: "This module performs file control and I/O control on file\ndescriptors.  It is an interface to the fcntl() and ioctl() Unix\nroutines.  File descriptors can be obtained with the fileno() method of\na file or socket object.",
  constants: CONSTANTS,
  functions: {
    fcntl: [
      "($module, fd, cmd, arg=0, /)",
      "Perform the operation `cmd` on file descriptor fd.\n\nThe values used for `cmd` are operating system dependent, and are available\nas constants in the fcntl module, using the same names as used in\nthe relevant C header files.  The argument arg is optional, and\ndefaults to 0; it may be an int or a string.  If arg is given as a string,\nthe return value of fcntl is a string of that length, containing the\nresulting value put in the arg buffer by the operating system.  The length\nof the arg string is not allowed to exceed 1024 bytes.  If the arg given\nis an integer or if none is specified, the result value is an integer\ncorresponding to the return value of the fcntl call in the C code.",
      fcntl,
    ],
    ioctl: [
      "($module, fd, request, arg=0, mutate_flag=True, /)",
      "Perform the operation `request` on file descriptor `fd`.\n\nThe values used for `request` are operating system dependent, and are available\nas constants in the fcntl or termios library modules, using the same names as\nused in the relevant C header files.\n\nThe argument `arg` is optional, and defaults to 0; it may be an int or a\nbuffer containing character data (most likely a string or an array).\n\nIf the argument is a mutable buffer (such as an array) and if the\nmutate_flag argument (which is only allowed in this case) is true then the\nbuffer is (in effect) passed to the operating system and changes made by\nthe OS will be reflected in the contents of the buffer after the call has\nreturned.  The return value is the integer returned by the ioctl system\ncall.\n\nIf the argument is a mutable buffer and the mutable_flag argument is false,\nthe behavior is as if a string had been passed.\n\nIf the argument is an immutable buffer (most likely a string) then a copy\nof the buffer is passed to the operating system and the return value is a\nstring of the same length containing whatever the operating system put in\nthe buffer.  The length of the arg buffer in this case is not allowed to\nexceed 1024 bytes.\n\nIf the arg given is an integer or if none is specified, the result value is\nan integer corresponding to the return value of the ioctl call in the C\ncode.",
      ioctl,
    ],
    flock: [
      "($module, fd, operation, /)",
      "Perform the lock operation `operation` on file descriptor `fd`.\n\nSee the Unix manual page for flock(2) for details (On some systems, this\nfunction is emulated using fcntl()).",
      flock,
    ],
    lockf: [
      "($module, fd, cmd, len=0, start=0, whence=0, /)",
      "A wrapper around the fcntl() locking calls.\n\n`fd` is the file descriptor of the file to lock or unlock, and operation is one\nof the following values:\n\n    LOCK_UN - unlock\n    LOCK_SH - acquire a shared lock\n    LOCK_EX - acquire an exclusive lock\n\nWhen operation is LOCK_SH or LOCK_EX, it can also be bitwise ORed with\nLOCK_NB to avoid blocking on lock acquisition.  If LOCK_NB is used and the\nlock cannot be acquired, an OSError will be raised and the exception will\nhave an errno attribute set to EACCES or EAGAIN (depending on the operating\nsystem -- for portability, check for either value).\n\n`len` is the number of bytes to lock, with the default meaning to lock to\nEOF.  `start` is the byte offset, relative to `whence`, to that the lock\nstarts.  `whence` is as with fileobj.seek(), specifically:\n\n    0 - relative to the start of the file (SEEK_SET)\n    1 - relative to the current buffer position (SEEK_CUR)\n    2 - relative to the end of the file (SEEK_END)",
      lockf,
    ],
  },
});
