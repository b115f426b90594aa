/** What can happen at descriptors, and waiting for it: shared by select, poll and epoll. */
import { host } from "../../host/current.ts";
import { ifPossible } from "../../host/host.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { endpointOf } from "../_socket/endpoint.ts";
import { isWritable } from "../posix/waiting.ts";

export const EVENTS = {
  POLLIN: 1,
  POLLPRI: 2,
  POLLOUT: 4,
  POLLERR: 8,
  POLLHUP: 16,
  POLLNVAL: 32,
  POLLRDNORM: 64,
  POLLRDBAND: 128,
  POLLWRNORM: 256,
  POLLWRBAND: 512,
  POLLMSG: 1024,
  POLLRDHUP: 8192,
};

const READING = EVENTS.POLLIN | EVENTS.POLLRDNORM;
const WRITING = EVENTS.POLLOUT | EVENTS.POLLWRNORM;
const READY = READING | WRITING;

export function isOpen(fd: number): boolean {
  return ifPossible(() => host().files.fstat(fd)) !== undefined;
}

export function isReadable(fd: number): boolean {
  return endpointOf(fd)?.readable ?? host().files.isReadable(fd, true);
}

/** Which of the events in `mask` have come. */
export function readyEvents(fd: number, mask: number): number {
  let ready = mask & READY;
  if (!isReadable(fd)) ready &= ~READING;
  if (!isWritable(fd)) ready &= ~WRITING;
  return ready;
}

/**
 * Look for events until there are some or the time is over; Infinity is for ever. What another thread closes meanwhile has
 * no events.
 */
export function waitForEvents<Event>(look: () => Event[], seconds: number): Event[] {
  let found = look();
  if (found.length > 0) return found;
  hooks.waitFor(() => {
    found = ifPossible(look) ?? [];
    return found.length > 0;
  }, seconds);
  return found;
}
