/**
 * select: waiting for file descriptors (CPython Modules/selectmodule.c).
 *
 * Sockets, pipes and terminals know whether they are ready; every other descriptor always is, as regular files are
 * everywhere.
 */

import { mayWait } from "../../objects/kernel/builtin.ts";
import { isInstance, LIST, NONE, TUPLE, typeOf } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { isIterable, toArray } from "../../objects/kernel/iterate.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { intOf, PyFloat, PyList, tuple } from "../../objects/kernel/payload.ts";
import { keyError, overflowError, suppress, typeError, valueError } from "../../objects/kernel/raise.ts";
import { osErrorOf } from "../os-errors.ts";
import { descriptorOf } from "../posix/file-descriptor.ts";
import { isWritable } from "../posix/waiting.ts";
import { millisecondsArgument, secondsArgument } from "../timeout.ts";
import { EPOLL, EPOLL_FLAGS } from "./epoll.ts";
import { EVENTS, isOpen, isReadable, readyEvents, waitForEvents } from "./events.ts";

function timeoutSeconds(timeout: Value): number {
  if (timeout === NONE) return Number.POSITIVE_INFINITY;
  if (!(timeout instanceof PyFloat) && typeOf(timeout).slots.__index__ === undefined) {
    throw typeError("timeout must be a float or None");
  }
  const seconds = secondsArgument(timeout);
  if (seconds < 0) throw valueError("timeout must be non-negative");
  return seconds;
}

function select(readers: Value, writers: Value, others: Value, timeout: Value): Value {
  const seconds = timeoutSeconds(timeout);
  const lists = [readers, writers, others].map((list) => {
    if (!isInstance(list, LIST) && !isInstance(list, TUPLE)) {
      const type = typeOf(list);
      if (!isIterable(type)) {
        throw typeError("arguments 1-3 must be sequences");
      }
    }
    return toArray(list).map((value) => ({ value, fd: descriptorOf(value) }));
  });
  const bad = lists.flat().find(({ fd }) => !isOpen(fd));
  if (bad !== undefined) throw osErrorOf("EBADF");
  const ready = waitForEvents(() => {
    const readable = lists[0].filter(({ fd }) => isReadable(fd));
    const writable = lists[1].filter(({ fd }) => isWritable(fd));
    return readable.length + writable.length > 0 ? [readable, writable] : [];
  }, seconds);
  const values = (list: { value: Value }[] = []): Value => new PyList(list.map(({ value }) => value));
  return tuple([values(ready[0]), values(ready[1]), new PyList([])]);
}

class PyPoll extends PyObject {
  /** The events asked for, by descriptor, in order of registration. */
  readonly watched = new Map<number, number>();

  constructor() {
    super(POLL);
  }
}

/** A C unsigned short. */
function eventMask(value: Value): number {
  const mask = intOf(value);
  if (mask === undefined) throw typeError("an integer is required");
  if (mask < 0) throw valueError("value must be positive");
  if (mask > 0xffffffffffffffffn) throw overflowError("Python int too large to convert to C unsigned long");
  if (mask > 0xffff) throw overflowError("Python int too large for C unsigned short");
  return Number(mask);
}

/** Milliseconds, rounded away from nothing; what is negative waits for ever. */
function pollMilliseconds(timeout: Value): number {
  if (timeout === NONE) return Number.POSITIVE_INFINITY;
  const milliseconds = suppress(EXCEPTIONS.TypeError, () => millisecondsArgument(timeout));
  if (milliseconds === undefined) throw typeError("timeout must be an integer or None");
  if (milliseconds > 0x7fffffff) throw overflowError("timeout is too large");
  return milliseconds < 0 ? Number.POSITIVE_INFINITY : milliseconds;
}

function poll(self: PyPoll, timeout: Value): Value {
  const found = waitForEvents(() => eventsOf(self.watched), pollMilliseconds(timeout) / 1000);
  return new PyList(found.map(([fd, events]) => tuple([fd, events])));
}

function eventsOf(watched: ReadonlyMap<number, number>): [number, number][] {
  const found: [number, number][] = [];
  for (const [fd, mask] of watched) {
    const events = isOpen(fd) ? readyEvents(fd, mask) : EVENTS.POLLNVAL;
    if (events !== 0) found.push([fd, events]);
  }
  return found;
}

const POLL = defineType<PyPoll>("select.poll", {
  traits: { noConstructor: true },
  methods: {
    register: [
      "($self, fd,\n         eventmask=7, /)",
      "Register a file descriptor with the polling object.\n\n  fd\n    either an integer, or an object with a fileno() method returning an int\n  eventmask\n    an optional bitmask describing the type of events to check for",
      (self: PyPoll, fd: Value, mask: Value) => void self.watched.set(descriptorOf(fd), eventMask(mask)),
    ],
    modify: [
      "($self, fd, eventmask, /)",
      "Modify an already registered file descriptor.\n\n  fd\n    either an integer, or an object with a fileno() method returning\n    an int\n  eventmask\n    a bitmask describing the type of events to check for",
      (self: PyPoll, fd: Value, mask: Value) => {
        const [descriptor, events] = [descriptorOf(fd), eventMask(mask)];
        if (!self.watched.has(descriptor)) throw osErrorOf("ENOENT");
        self.watched.set(descriptor, events);
      },
    ],
    unregister: [
      "($self, fd, /)",
      "Remove a file descriptor being tracked by the polling object.",
      (self: PyPoll, fd: Value) => {
        const descriptor = descriptorOf(fd);
        if (!self.watched.delete(descriptor)) throw keyError(descriptor);
      },
    ],
    poll: [
      "($self, timeout=None, /)",
      "Polls the set of registered file descriptors.\n\n  timeout\n    The maximum time to wait in milliseconds, or else None (or a negative\n    value) to wait indefinitely.\n\nReturns a list containing any descriptors that have events or errors to\nreport, as a list of (fd, event) 2-tuples.",
      mayWait(poll),
    ],
  },
});

export default defineModule("select", {
  doc: "This module supports asynchronous I/O on multiple file descriptors.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file descriptors.",
  constants: { ...EVENTS, ...EPOLL_FLAGS, PIPE_BUF: 4096 },
  types: { epoll: EPOLL },
  functions: {
    select: [
      "($module, rlist, wlist, xlist, timeout=None, /)",
      'Wait until one or more file descriptors are ready for some kind of I/O.\n\nThe first three arguments are iterables of file descriptors to be waited for:\nrlist -- wait until ready for reading\nwlist -- wait until ready for writing\nxlist -- wait for an "exceptional condition"\nIf only one kind of condition is required, pass [] for the other lists.\n\nA file descriptor is either a socket or file object, or a small integer\ngotten from a fileno() method call on one of those.\n\nThe optional 4th argument specifies a timeout in seconds; it may be\na floating point number to specify fractions of seconds.  If it is absent\nor None, the call will never time out.\n\nThe return value is a tuple of three lists corresponding to the first three\narguments; each contains the subset of the corresponding file descriptors\nthat are ready.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file\ndescriptors can be used.',
      mayWait(select),
    ],
    poll: [
      "($module, /)",
      "Returns a polling object.\n\nThis object supports registering and unregistering file descriptors, and then\npolling them for I/O events.",
      () => new PyPoll(),
    ],
  },
  setup: (module) => {
    module.dict.set("error", EXCEPTIONS.OSError);
  },
});
