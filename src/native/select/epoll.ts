/**
 * select.epoll: descriptors watched by a list that is kept (CPython Modules/selectmodule.c, epoll(7)).
 *
 * Trap: the kernel forgets a descriptor when it is closed, and its number may soon be another's: so each entry knows what was
 * open at its number. An edge is seen where readiness begins; what comes while there is still something to read is none.
 */

import { S_IFDIR, S_IFMT, S_IFREG } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { HostError, ifPossible } from "../../host/host.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyList, tuple } from "../../objects/kernel/payload.ts";
import { raise, suppress, typeError, valueError } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { endpointOf, reserveDescriptor } from "../_socket/endpoint.ts";
import { osErrorOf } from "../os-errors.ts";
import { descriptorOf } from "../posix/file-descriptor.ts";
import { system } from "../posix/paths.ts";
import { secondsArgument } from "../timeout.ts";
import { EVENTS, readyEvents, waitForEvents } from "./events.ts";

const EPOLLET = 2 ** 31;
const EPOLLONESHOT = 2 ** 30;
const EPOLL_CLOEXEC = 0o2000000;

/** The names of poll's events serve here as well. */
const SHARED = Object.entries(EVENTS).filter(([name]) => name !== "POLLNVAL");

export const EPOLL_FLAGS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(SHARED.map(([name, bit]) => [`E${name}`, bit])),
  EPOLLET,
  EPOLLONESHOT,
  EPOLLEXCLUSIVE: 2 ** 28,
  EPOLL_CLOEXEC,
};

interface Entry {
  /** What was open at the number when it was registered. */
  readonly open: unknown;
  mask: number;
  /** What was told of last, for edges. */
  told: number;
}

type Watched = Map<number, Entry>;

/** By the numbers of the lists themselves. */
const lists = new Map<number, Watched>();

class PyEpoll extends PyObject {
  constructor(
    /** -1 when it is closed. */
    public fd: number,
    cls: PyType = EPOLL,
  ) {
    super(cls);
  }

  get watched(): Watched {
    if (this.fd < 0) throw valueError("I/O operation on closed epoll object");
    const watched = lists.get(this.fd);
    if (watched !== undefined) return watched;
    system(() => host().files.fstat(this.fd));
    throw osErrorOf("EINVAL");
  }
}

/** What is open at a number, told apart from what may be open there later; undefined if nothing is. */
function identity(fd: number): unknown {
  const socket = endpointOf(fd);
  if (socket !== undefined) return socket;
  const found = ifPossible(() => host().files.fstat(fd));
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}

function entryOf(watched: Watched, fd: number): Entry | undefined {
  const entry = watched.get(fd);
  if (entry === undefined || entry.open === identity(fd)) return entry;
  watched.delete(fd);
  return undefined;
}

function requireWatchable(fd: number): void {
  const type = host().files.fstat(fd).mode & S_IFMT;
  if (type === S_IFREG || type === S_IFDIR) throw new HostError("EPERM");
}

/** An unsigned C int, cut off as C does it. */
const maskArgument = (value: Value): number => Number(BigInt.asUintN(32, BigInt(toIndex(value))));

function register(self: PyEpoll, target: Value, events: Value): void {
  const fd = descriptorOf(target);
  const mask = maskArgument(events);
  const { watched } = self;
  system(() => {
    requireWatchable(fd);
    if (entryOf(watched, fd) !== undefined) throw new HostError("EEXIST");
    if (fd === self.fd) throw new HostError("EINVAL");
    watched.set(fd, { open: identity(fd), mask, told: 0 });
  });
}

function modify(self: PyEpoll, target: Value, events: Value): void {
  const fd = descriptorOf(target);
  const mask = maskArgument(events);
  const { watched } = self;
  system(() => {
    requireWatchable(fd);
    const entry = entryOf(watched, fd);
    if (entry === undefined) throw new HostError("ENOENT");
    entry.mask = mask;
    entry.told = 0;
  });
}

function unregister(self: PyEpoll, target: Value): void {
  const fd = descriptorOf(target);
  const { watched } = self;
  system(() => {
    host().files.fstat(fd);
    if (entryOf(watched, fd) === undefined) throw new HostError("ENOENT");
    watched.delete(fd);
  });
}

function readyOf(watched: Watched, most: number): [number, Entry, number][] {
  const found: [number, Entry, number][] = [];
  for (const fd of [...watched.keys()]) {
    const entry = entryOf(watched, fd);
    if (entry === undefined || found.length === most) continue;
    const events = readyEvents(fd, entry.mask);
    const isNew = entry.mask < EPOLLET || (events & ~entry.told) !== 0;
    if (events === 0 || !isNew) entry.told &= events;
    else found.push([fd, entry, events]);
  }
  return found;
}

function poll(self: PyEpoll, timeout: Value, maxEvents: Value): Value {
  const { watched } = self;
  const seconds = timeout === NONE ? -1 : suppress(EXCEPTIONS.TypeError, () => secondsArgument(timeout));
  if (seconds === undefined) throw typeError("timeout must be an integer or None");
  const most = intArgument(maxEvents);
  if (most < -1 || most === 0) throw valueError(`maxevents must be greater than 0, got ${most}`);
  const found = waitForEvents(() => readyOf(watched, most), seconds < 0 ? Number.POSITIVE_INFINITY : seconds);
  for (const [, entry, events] of found) {
    entry.told = events;
    // It waits for `modify` then.
    if ((entry.mask & EPOLLONESHOT) !== 0) entry.mask = 0;
  }
  return new PyList(found.map(([fd, , events]) => tuple([fd, events])));
}

function close(self: PyEpoll): Value {
  const { fd } = self;
  if (fd < 0) return NONE;
  self.fd = -1;
  lists.delete(fd);
  return system(() => host().files.close(fd)) ?? NONE;
}

export const EPOLL = defineType<PyEpoll>("select.epoll", {
  doc: "select.epoll(sizehint=-1, flags=0)\n\nReturns an epolling object\n\nsizehint must be a positive integer or -1 for the default size. The\nsizehint is used to optimize internal data structures. It doesn't limit\nthe maximum number of monitored events.",
  construct: [
    "(sizehint=-1, flags=0)",
    (cls: PyType, sizeHint: Value, flags: Value) => {
      const hint = intArgument(sizeHint);
      if (hint < -1 || hint === 0) throw valueError("negative sizehint");
      const bits = intArgument(flags);
      if (bits !== 0 && bits !== EPOLL_CLOEXEC) throw raise("OSError", "invalid flags");
      const fd = system(reserveDescriptor);
      lists.set(fd, new Map());
      return new PyEpoll(fd, cls);
    },
  ],
  getset: {
    closed: [(self) => self.fd < 0, undefined, "True if the epoll handler is closed"],
  },
  classmethods: {
    fromfd: [
      "($type, fd, /)",
      "Create an epoll object from a given control fd.",
      (cls: PyType, fd: Value) => new PyEpoll(intArgument(fd), cls),
    ],
  },
  methods: {
    close: [
      "($self, /)",
      "Close the epoll control file descriptor.\n\nFurther operations on the epoll object will raise an exception.",
      close,
    ],
    fileno: [
      "($self, /)",
      "Return the epoll control file descriptor.",
      (self: PyEpoll) => {
        if (self.fd < 0) throw valueError("I/O operation on closed epoll object");
        return self.fd;
      },
    ],
    register: [
      "($self, /, fd,\n         eventmask=select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT)",
      "Registers a new fd or raises an OSError if the fd is already registered.\n\n  fd\n    the target file descriptor of the operation\n  eventmask\n    a bit set composed of the various EPOLL constants\n\nThe epoll interface supports all file descriptors that support poll.",
      register,
    ],
    modify: [
      "($self, /, fd, eventmask)",
      "Modify event mask for a registered file descriptor.\n\n  fd\n    the target file descriptor of the operation\n  eventmask\n    a bit set composed of the various EPOLL constants",
      modify,
    ],
    unregister: [
      "($self, /, fd)",
      "Remove a registered file descriptor from the epoll object.\n\n  fd\n    the target file descriptor of the operation",
      unregister,
    ],
    poll: [
      "($self, /, timeout=None, maxevents=-1)",
      "Wait for events on the epoll file descriptor.\n\n  timeout\n    the maximum time to wait in seconds (as float);\n    a timeout of None or -1 makes poll wait indefinitely\n  maxevents\n    the maximum number of events returned; -1 means no limit\n\nReturns a list containing any descriptors that have events to report,\nas a list of (fd, events) 2-tuples.",
      mayWait(poll),
    ],
    __enter__: [
      "($self, /)",
      undefined,
      (self: PyEpoll) => {
        if (self.fd < 0) throw valueError("I/O operation on closed epoll object");
        return self;
      },
    ],
    __exit__: ["($self, exc_type=None, exc_value=None, exc_tb=None, /)", undefined, (self: PyEpoll) => close(self)],
  },
});
